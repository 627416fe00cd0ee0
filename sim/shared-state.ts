/**
 * What a device shows, as one text that can be compared. `ownState`: everything, for the devices of one person.
 * `sharedState`: what both share, with persons in place of "me" and "partner", for all devices of a couple.
 */
import type { CheckIn, Noticing, Pledge, Who } from '#core';
import type { Snapshot } from '#device';
import { type Json, jsonToText } from '#kernel';

export function ownState(snapshot: Snapshot): string {
  const practices = [...snapshot.thingsByPractice].sort(([a], [b]) => (a < b ? -1 : 1));
  const things = practices.map(([key, byId]) => [key, Object.fromEntries(byId)]);
  // Things are plain readonly data, and sealed ones too.
  return jsonToText({ things: Object.fromEntries(things), sealed: sealedOf(snapshot, 'me') } as Json);
}

/** `person` is whose device this is; `partner` the other. */
export function sharedState(snapshot: Snapshot, person: string, partner: string): string {
  const name = (who: Who): string => (who === 'me' ? person : partner);
  const all = <Thing>(key: string): readonly Thing[] =>
    [...(snapshot.thingsByPractice.get(key)?.values() ?? [])] as readonly Thing[]; // what the fold of that practice made
  const shared: Record<string, unknown> = {};
  const closed = new Set(snapshot.sealed.filter((one) => one.state !== 'open').map((one) => one.thing));
  for (const one of all<CheckIn>('check-in')) {
    if ((one.standing !== 'ours' && one.standing !== 'withdrawn') || closed.has(one.id)) continue;
    const { sharedWords, sharedAtMs, changedAtMs, withdrawnAtMs, standing } = one;
    shared[one.id] = { author: name(one.author), standing, sharedWords, sharedAtMs, changedAtMs, withdrawnAtMs };
  }
  for (const one of all<Noticing>('noticing')) {
    const isAsker = one.side === 'asker';
    if (isAsker && one.asked?.how !== 'sent' && one.asked?.how !== 'withdrawn') continue;
    const answer = isAsker ? (one.answer?.from === 'partner' ? one.answer : null) : one.myAnswer;
    shared[one.id] = {
      asker: name(isAsker ? 'me' : 'partner'),
      opener: isAsker && one.asked?.how === 'withdrawn' ? null : one.opener,
      answer: answer === null ? null : { said: answer.said, atMs: answer.atMs, changedAtMs: answer.changedAtMs },
    };
  }
  for (const one of all<Pledge>('promises')) {
    if (one.to !== 'partner') continue;
    const { plan: _plan, certainty: _certainty, isPlanMine: _isMine, zone: _zone, maker, offer, ...rest } = one;
    shared[one.id] = { ...rest, maker: name(maker), offer: offer ? { ...offer, by: name(offer.by) } : null };
  }
  return jsonToText({ shared, sealed: sealedOf(snapshot, person, partner) } as Json); // plain readonly data
}

function sealedOf(snapshot: Snapshot, me: string, partner = 'partner'): readonly Json[] {
  return snapshot.sealed
    .map(({ thing, practice, who, atMs, state, counterpart }) => ({
      thing,
      practice,
      who: who === 'me' ? me : partner,
      atMs,
      state,
      counterpart,
    }))
    .sort((a, b) => (a.thing + a.who < b.thing + b.who ? -1 : 1));
}
