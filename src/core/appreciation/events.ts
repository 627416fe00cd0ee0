/**
 * Appreciation: the facts.
 *
 * Ours, of the one who gives it: `appreciation/given` (birth), `withdrawn`. Ours, of the one who gets it: `warmed` (one
 * tap). Mine: `kept` (birth, and again when it is put differently; it may wait there for the weekly meeting),
 * `own-forgotten`.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, readOneOf, readText, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

/** What one tap may say. The words for it are content. */
export const warmTaps = ['thank-you', 'good-to-hear', 'touched'] as const;
export type WarmTap = (typeof warmTaps)[number];

export interface AppreciationWords {
  /** What you did. */
  readonly did: string;
  /** What it meant to me, or empty. */
  readonly meant: string;
}

export interface AppreciationGiven extends AppreciationWords {
  readonly kind: 'appreciation/given';
}
export interface AppreciationWarmed {
  readonly kind: 'appreciation/warmed';
  readonly tap: WarmTap;
}
export interface AppreciationWithdrawn {
  readonly kind: 'appreciation/withdrawn';
}
export type AppreciationOursEvent = AppreciationGiven | AppreciationWarmed | AppreciationWithdrawn;

export interface AppreciationKept extends AppreciationWords {
  readonly kind: 'appreciation/kept';
}
export interface AppreciationForgotten {
  readonly kind: 'appreciation/own-forgotten';
}
export type AppreciationMineEvent = AppreciationKept | AppreciationForgotten;

export type AppreciationEvent = AppreciationMineEvent | AppreciationOursEvent;
export type AppreciationDraft = DraftOf<AppreciationMineEvent, AppreciationOursEvent>;

/** The one way from mine to ours. */
export const giveAppreciation = ({ did, meant }: AppreciationWords): AppreciationGiven => ({
  kind: 'appreciation/given',
  did,
  meant,
});

const readDid = readWords(coreLimits.paragraphCharsMax);
const readMeant = readText(coreLimits.paragraphCharsMax);
const readTap = readOneOf(warmTaps);

export function parseAppreciation(kind: string, body: Json): AppreciationEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  switch (kind) {
    case 'appreciation/withdrawn':
    case 'appreciation/own-forgotten':
      return { kind };
    case 'appreciation/given':
    case 'appreciation/kept': {
      const [did, meant] = [readDid(bodyField(fields, 'did')), readMeant(bodyField(fields, 'meant'))];
      return did === null || meant === null ? null : { kind, did, meant };
    }
    case 'appreciation/warmed': {
      const tap = readTap(bodyField(fields, 'tap'));
      return tap === null ? null : { kind, tap };
    }
    default:
      return null;
  }
}

export function appreciationToBody({ kind: _, ...body }: AppreciationEvent): Json {
  return body;
}
