/**
 * What each kind of entry does to the model. Total: an entry that is not whole, or says what its author may not say,
 * does nothing. Applying one twice is the same as once, and the order of arrival does not matter.
 *
 *   space/joined, space/vouch, space/removed   who belongs (membership.ts)
 *   person/named                               how a person wishes to be called, by space
 *   ours/joined        (mine)                  that this person is in a couple's space, and its keys
 *   ours/left, moved   (mine)                  that this person has left it (leaving.ts), or gone on in another (carrying.ts)
 *   things/carried     (ours)                  what both had shared before one of them lost every device (carrying.ts)
 *   phrase/made, shown, ended (mine)           the recovery phrase, so that each of my devices can show it
 *   space/epoch                                new keys for all who belong, after a device was removed (rotation.ts)
 *   things/brought-back (mine)                something of my own, out of a copy that I took along (core/my-copy.ts)
 *   sealed/key (mine), sealed/put, sealed/release (ours)      the sealed exchange (sealed.ts)
 *   everything else                            an event of a practice, or one of a later version
 */
import { reveal } from '#crypto';
import {
  base64urlToBytes,
  bytesToHex,
  bytesToText,
  hexToBytes,
  isJsonObject,
  type Json,
  limits,
  textToBytes,
  textToJson,
} from '#kernel';
import type { Entry } from '#log';
import { addEpochs, jsonToEpochs, jsonToSeeds, mergeSeeds } from './epochs.ts';
import type { Live } from './live.ts';
import { addMembershipEntry, membershipToMembers, noMembership } from './membership.ts';
import { newSpaceFields, put, type SpaceModel } from './model.ts';
import { adoptOurs, phraseOf, savePartings, savePeople, savePhrase, saveSpace } from './persistence.ts';
import { takeEpoch } from './rotation.ts';
import { noSealed, type Sealed, sealedName } from './sealed.ts';
import { asBytes, asHashes, asHex, asList, asObject, asText, asWhole } from './shapes.ts';
import { addBroughtBack, addCarried, addEvent, broughtBackKind, carriedKind } from './things.ts';

export async function applyEntry(live: Live, space: SpaceModel, entry: Entry, hash: string): Promise<void> {
  const { model } = live;
  const author = bytesToHex(entry.author);
  if (entry.kind === 'space/lacking') {
    const chains = asObject(asObject(entry.body)?.chains) ?? {};
    if (author === model.self.device || !space.members.has(author)) return;
    // Yesterday's lack is nobody's need: a new device that reads ten years must not answer each old call.
    if (live.ports.clock() - entry.atMs > limits.lackingMsMax) return;
    for (const [name, seq] of Object.entries(chains).slice(0, limits.entrySeenMax)) {
      if (asHex(name, 16) !== null) live.lackingAsked.push({ kind: space.kind, name, seq: asWhole(seq) ?? 0 });
    }
    return;
  }
  if (entry.kind === 'space/epoch') {
    const from = space.members.get(author);
    if (!from) return;
    // A new key names the devices for whose sake it was made: a removal that is kept back on the way counts all the same.
    for (const device of asList(asObject(entry.body)?.removed, limits.removedNamedMax) ?? []) {
      addMembership(space, 'space/removed', author, { device }, entry.atMs);
    }
    await takeEpoch(live, space, entry.body, from.person === model.self.person);
    return;
  }
  if (entry.kind.startsWith('space/')) {
    addMembership(space, entry.kind, author, entry.body, entry.atMs);
    return;
  }
  const member = space.members.get(author);
  if (!member) return;
  const who = member.person === model.self.person ? 'me' : 'partner';
  if (who === 'partner') model.partnerHeardAtMs = Math.max(model.partnerHeardAtMs ?? 0, entry.atMs);
  if (space.kind === 'mine' && who === 'partner') return;
  const body = asObject(entry.body);
  switch (entry.kind) {
    case 'person/named': {
      const name = asText(body?.name, limits.nameCharsMax);
      const known = model.people[member.person];
      if (name === null || (known && known.atMs > entry.atMs)) return;
      model.people = { ...model.people, [member.person]: { name: name.trim() || null, atMs: entry.atMs } };
      savePeople(live);
      return;
    }
    case 'ours/joined':
      if (space.kind === 'mine' && body) await joinOurs(live, body);
      return;
    case 'ours/moved':
    case 'ours/left': {
      const left = asHex(body?.space, 16);
      if (space.kind !== 'mine' || left === null) return;
      model.left = new Set(model.left).add(left);
      // Whichever word of mine comes first: what I have left is left.
      if (entry.kind === 'ours/moved') model.moved = new Set(model.moved).add(left);
      savePartings(live);
      return;
    }
    case 'phrase/made':
    case 'phrase/shown':
    case 'phrase/ended': {
      const entropy = asHex(body?.entropy, 16);
      if (space.kind !== 'mine' || entropy === null) return;
      const part = entry.kind === 'phrase/made' ? 'made' : entry.kind === 'phrase/shown' ? 'shown' : 'ended';
      model.phrases = { ...model.phrases, [part]: new Set(model.phrases[part]).add(entropy) };
      model.phrase = phraseOf(model.phrases);
      savePhrase(live);
      return;
    }
    case carriedKind:
      if (space.kind === 'ours' && body) await addCarried(live, space, who, body);
      return;
    case broughtBackKind:
      if (space.kind === 'mine') await addBroughtBack(live, entry.body);
      return;
    case 'sealed/key':
    case 'sealed/put':
    case 'sealed/release':
      if (body) await applySealed(live, space, entry, hash, who, body);
      return;
    default: {
      const thing = asHex(body?.thing, 16);
      if (thing === null || body?.data === undefined) return;
      addEvent(live, {
        kind: entry.kind,
        body: body.data,
        thing,
        hash,
        space: space.kind,
        who,
        entry: entryPlace(entry),
        seal: 'open',
      });
    }
  }
}

function addMembership(space: SpaceModel, kind: string, author: string, body: Json, atMs: number): void {
  const changed = addMembershipEntry(space.membership, kind, author, body, atMs);
  if (!changed) return;
  space.membership = changed;
  space.members = membershipToMembers(changed);
}

const entryPlace = (entry: Entry) => ({
  atMs: entry.atMs,
  atCount: entry.atCount,
  device: bytesToHex(entry.author),
  seq: entry.seq,
});

/** My own word that I am in a couple's space: another device of mine learns the keys from it. */
export async function joinOurs(live: Live, body: { readonly [key: string]: Json }): Promise<void> {
  const id = asBytes(body.space, 16);
  const accessSeeds = jsonToSeeds(body.accessSeeds);
  const writer = asWhole(body.writer);
  const partner = asHex(body.partner, 16);
  const epochs = await jsonToEpochs(live, body.epochs);
  const roots = asObject(body.roots);
  if (!id || !accessSeeds || writer === null || partner === null || !epochs || !roots) return;
  const rootEntries = Object.entries(roots).filter(
    ([device, person]) => asHex(device, 32) !== null && asHex(person, 16) !== null,
  );
  if (live.model.left.has(bytesToHex(id))) return;
  const known = live.model.ours;
  if (known && bytesToHex(known.id) !== bytesToHex(id)) {
    // The word that the one has been left may come behind the word about the next.
    live.model.nextOurs = { ...body };
    savePartings(live);
    return;
  }
  live.model.toldEpochs = Math.max(live.model.toldEpochs, epochs.length);
  if (known) {
    // A later word about the same space brings newer epochs.
    addEpochs(known, epochs);
    known.accessSeeds = mergeSeeds(known.accessSeeds, accessSeeds);
    saveSpace(live, known);
    return;
  }
  const membership = { ...noMembership, roots: Object.fromEntries(rootEntries.map(([d, p]) => [d, String(p)])) };
  adoptOurs(
    live,
    {
      ...newSpaceFields(),
      kind: 'ours',
      id,
      accessSeeds,
      writer,
      epochs,
      carried: asHashes(body.carried),
      membership,
      members: membershipToMembers(membership),
    },
    partner,
  );
}

// ---------------------------------------------------------------------------------------------- sealed exchange

async function applySealed(
  live: Live,
  space: SpaceModel,
  entry: Entry,
  hash: string,
  who: 'me' | 'partner',
  body: { readonly [key: string]: Json },
): Promise<void> {
  const seal = asHex(body.seal, 16);
  if (seal === null) return;
  const table = live.model.sealed;
  const name = sealedName(who, seal);
  const known = table[name];
  if (!known && Object.keys(table).length >= limits.sealedMax && who === 'partner') return;
  const before = known ?? noSealed(seal, who);
  const after = await changeSealed(live, space, entry, hash, who, body, before);
  if (!after) return;
  live.model.sealed = { ...table, [name]: after };
  put(live.tx, `sealed/${name}`, sealedToJson(after));
  showSealed(live, after);
}

async function changeSealed(
  live: Live,
  space: SpaceModel,
  entry: Entry,
  hash: string,
  who: 'me' | 'partner',
  body: { readonly [key: string]: Json },
  before: Sealed,
): Promise<Sealed | null> {
  const thing = asHex(body.thing, 16);
  const practice = asText(body.practice, 64);
  const key = asHex(body.key, 32);
  if (entry.kind === 'sealed/key') {
    const kind = asText(body.kind, limits.entryKindBytesMax);
    if (space.kind !== 'mine' || !thing || !practice || !key || kind === null || before.content) return null;
    return { ...before, thing, practice, key, content: { kind, body: body.body ?? null } };
  }
  if (space.kind !== 'ours') return null;
  if (entry.kind === 'sealed/put') {
    const commitment = asHex(body.commitment, 32);
    const ciphertext = base64urlToBytes(asText(body.ciphertext, limits.entryBodyBytesMax) ?? '');
    if (!thing || !practice || !commitment || !ciphertext?.length || before.place) return null;
    if (before.thing !== '' && before.thing !== thing) return null;
    const place = { ...entryPlace(entry), entry: hash };
    const exchange = asText(body.exchange, limits.exchangeCharsMax) ?? practice;
    return open(live, { ...before, thing, practice, exchange, place, commitment, ciphertext: bytesToHex(ciphertext) });
  }
  const counterpart = asHex(body.counterpart, 16);
  if (!key || counterpart === null) return null;
  // Two devices of one person may each release it, for two of the other's: one of them stands, whichever came first.
  const isFirst = before.counterpart === '' || counterpart < before.counterpart;
  const released = { ...before, isReleased: true, counterpart: isFirst ? counterpart : before.counterpart };
  // The commitment tells whether this is its key.
  return open(live, who === 'me' ? released : { ...released, key: before.key ?? key });
}

/** Opens the other's content once ciphertext and key are both here and fit. A key that does not fit is let go. */
async function open(live: Live, sealed: Sealed): Promise<Sealed> {
  if (!sealed.place || sealed.content || sealed.key === null) return sealed;
  const [key, commitment, ciphertext] = [sealed.key, sealed.commitment, sealed.ciphertext].map(hexToBytes);
  if (!key || !commitment || !ciphertext) return sealed;
  const content = await reveal(live.ports.primitives, key, textToBytes(sealed.seal), { commitment, ciphertext });
  const json = content === null ? null : textToJson(bytesToText(content) ?? '', limits.entryBodyBytesMax);
  const kind = json !== null && isJsonObject(json) ? asText(json.kind, limits.entryKindBytesMax) : null;
  if (json === null || !isJsonObject(json) || kind === null) return { ...sealed, key: null, isReleased: false };
  return { ...sealed, content: { kind, body: json.body ?? null } };
}

/** Gives the fold what can be read by now: mine at once (closed to the other until released), the other's once open. */
function showSealed(live: Live, sealed: Sealed): void {
  if (!sealed.place || !sealed.content) return;
  const { kind, body } = sealed.content;
  const { entry: hash, ...place } = sealed.place;
  const seal = sealed.who === 'me' && !sealed.isReleased ? 'closed' : 'open';
  addEvent(live, { kind, body, thing: sealed.thing, hash, space: 'ours', who: sealed.who, entry: place, seal });
}

/** What has been opened needs its sealed form no more: the record is read at each opening of the app. */
export const sealedToJson = (sealed: Sealed): Json => ({
  ...sealed,
  ciphertext: sealed.content ? '' : sealed.ciphertext,
  place: sealed.place ? { ...sealed.place } : null,
  content: sealed.content ? { ...sealed.content } : null,
});
