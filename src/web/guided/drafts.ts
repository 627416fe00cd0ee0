/**
 * What is being typed in a session and has not been sent. Kept in memory alone, so that a pause, a look elsewhere, or the
 * other one going on takes nothing away, and so that it leaves no trace: it goes with the app.
 */
import type { At, Session, ThingId, Values, Who } from '#core';

interface Draft extends At {
  readonly thing: ThingId;
  readonly voice: Who;
  readonly values: Values;
}

const drafts = new Map<string, Draft>();
const draftsMax = 100;

const keyOf = ({ thing, place, visit, voice }: Omit<Draft, 'values'>): string => `${thing}/${place}/${visit}/${voice}`;

export const draftAt = (at: Omit<Draft, 'values'>): Values | null => drafts.get(keyOf(at))?.values ?? null;

export function keepDraft(draft: Draft): void {
  drafts.set(keyOf(draft), draft);
  const oldest = drafts.keys().next();
  if (drafts.size > draftsMax && !oldest.done) drafts.delete(oldest.value);
}

export const dropDraft = (at: Omit<Draft, 'values'>): boolean => drafts.delete(keyOf(at));

/** Typed for a step that is over, and still mine to keep with it or to let go. */
export function draftsLeftBehind(session: Session): readonly Draft[] {
  return [...drafts.values()].filter(({ thing, place, visit, voice, values }) => {
    const asks = session.places[place]?.step.asks ?? [];
    const hasWords = asks.some(({ id, kind }) => kind === 'words' && (values[id] ?? '').trim() !== '');
    if (thing !== session.id || !hasWords) return false;
    const isHere = place === session.place && visit === session.visit && session.ending === null;
    const isSaid = session.answers.some((one) => one.place === place && one.visit === visit && one.by === voice);
    return !isHere && !isSaid;
  });
}
