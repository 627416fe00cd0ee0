/**
 * How a practice plugs into the app. Write `src/web/<key>/practice.tsx` that exports `screens`:
 *
 *     export const screens: PracticeScreens = { key: 'check-in', order: 10, … };
 *
 * and nothing else: the shell finds the file by its name (`practices.ts`). It comes with the device, right after the first
 * screen, so it holds only the words and the small cards that Today, Practices and Us show; every screen stands behind
 * `load`.
 *
 * - Paths begin with `/<key>`, such as `/check-in` and `/check-in/:thing`.
 * - `todayCards` and `usCards` are pure functions of the snapshot and the moment. A card says what there is to do or
 *   to read. It never counts what was not done, and never says what the other one did not do.
 * - Texts come from `src/web/<key>/messages.ts` through `useMessages(en)` or, outside a component, through the
 *   `translate` that is handed in.
 * - Styles: import a `.css` of your own in a screen; wrap its rules in `@layer screens { … }`.
 */

import type { ComponentChildren } from 'preact';
import type { Practice, ThingId } from '#core';
import type { Snapshot } from '#device';
import type { Translate } from '../messages/language.ts';
import type { IconName } from './parts/icons.ts';
import type { RouteDefinition } from './router.ts';

/** Now and here, as screens see it. A new one at least every half minute, every second while something counts down. */
export interface Moment {
  readonly nowMs: number;
  readonly zone: string;
  /** For `Intl`. */
  readonly locale: string;
}

/** How strongly research supports a practice; shown in words on its page. */
export type Evidence = 'trial' | 'studies' | 'clinical-practice' | 'idea';

export interface PracticeCard {
  readonly title: string;
  /** One line: what one does. */
  readonly line: string;
  readonly minutes: readonly [from: number, to: number];
  readonly people: 'one' | 'two' | 'one-or-two';
  /** Why it works, two or three sentences. */
  readonly why: string;
  readonly evidence: Evidence;
  /** What the strength rests on, with year and size where known; one sentence. */
  readonly evidenceNote: string;
  /** What it leaves behind, and who can read it. */
  readonly leaves: string;
}

/** One thing that Today could show. The shell takes at most three; see `pickToday`. */
export interface TodayCandidate {
  /** Unique within the practice, steady from one moment to the next (so that focus stays where it was). */
  readonly id: string;
  /**
   * 90: somebody waits for a word of mine that only I can give, or a time has come (never more than one a practice).
   * 70: something opened, arrived, or comes due today. 50: a good next step. 30: an invitation for a quiet moment.
   */
  readonly priority: number;
  /** It is worth doing even if the other one never opens the app. */
  readonly isForOne: boolean;
  /** The card itself; `Card`, `Button` and friends from `shell/parts`. */
  readonly render: () => ComponentChildren;
}

/** Something shared, for Us. Newest first; the shell shows the few newest of all practices. */
export interface UsCard {
  readonly id: string;
  readonly atMs: number;
  readonly render: () => ComponentChildren;
}

/** A way from a thing of one practice to what another offers about it. */
export interface AboutLink {
  readonly label: string;
  readonly path: string;
}

export interface PracticeScreens {
  /** As in core: also the first word of every path. */
  readonly key: string;
  /** Place in the list of practices, 10 steps apart. */
  readonly order: number;
  readonly icon: IconName;
  readonly routes: readonly RouteDefinition[];
  readonly listCard: (translate: Translate) => PracticeCard;
  /** Where it begins, and what the button says ("How are you, right now?"). */
  readonly start: (translate: Translate) => { readonly label: string; readonly path: string };
  /** Where everything of mine from this practice is listed (shown under Me), if it has such a page. */
  readonly mine?: (translate: Translate) => { readonly label: string; readonly path: string };
  readonly todayCards: (snapshot: Snapshot, moment: Moment, translate: Translate) => readonly TodayCandidate[];
  readonly usCards?: (snapshot: Snapshot, moment: Moment, translate: Translate) => readonly UsCard[];
  /** What this practice offers about a thing of that other one, such as an answer to a shared check-in. */
  readonly about?: (thing: ThingId, practice: string, snapshot: Snapshot, translate: Translate) => readonly AboutLink[];
}

/** The things of a practice in a snapshot, with their type. */
export function thingsOf<Event extends { readonly kind: string }, Thing, Command extends { readonly practice: string }>(
  snapshot: Snapshot,
  practice: Practice<Event, Thing, Command>,
): ReadonlyMap<ThingId, Thing> {
  const things = snapshot.thingsByPractice.get(practice.key) ?? new Map<ThingId, unknown>();
  // The device puts under this key only what `practice.fold` made, so each value is a Thing.
  return things as ReadonlyMap<ThingId, Thing>;
}
