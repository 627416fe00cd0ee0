/** Cues: what a person may do. Looking needs nobody's leave; the only refusal is for a card that is none. */
import { err, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { type CuesDraft, cuesLimits, type Familiarity, familiarities, readCard } from './events.ts';
import type { CardLooks } from './fold.ts';

export type CuesCommand =
  /** I looked at it, and this is how familiar it is now. */
  | { readonly practice: 'cues'; readonly type: 'review'; readonly card: string; readonly grade: Familiarity }
  /** What I looked at is no longer shown, and every card is new again. */
  | { readonly practice: 'cues'; readonly type: 'forget' };

export type CuesRefusal = 'cues.refusal.no-card' | 'cues.refusal.no-grade';

const refuse = (refusal: CuesRefusal, field: string) => err({ refusal, field });

export function decideCues(
  things: ReadonlyMap<ThingId, CardLooks>,
  command: CuesCommand,
  context: Context,
): Result<readonly CuesDraft[], Refusal> {
  if (command.type === 'forget')
    return ok([...things.keys()].map((thing) => ({ thing, space: 'mine', event: { kind: 'cues/own-forgotten' } })));
  const card = readCard(command.card);
  if (card === null) return refuse('cues.refusal.no-card', 'card');
  const { grade } = command;
  if (!familiarities.includes(grade)) return refuse('cues.refusal.no-grade', 'grade');
  const thing = thingWithRoom(things, card) ?? context.newId();
  return ok([{ thing, space: 'mine', event: { kind: 'cues/own-reviewed', card, grade } }]);
}

/** The newest thing of this card, while it has room: a record that only grows would make every opening slower. */
function thingWithRoom(things: ReadonlyMap<ThingId, CardLooks>, card: string): ThingId | undefined {
  const newest = [...things.values()].filter((one) => one.card === card).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  return newest !== undefined && newest.looks.length < cuesLimits.looksPerThingMax ? newest.id : undefined;
}
