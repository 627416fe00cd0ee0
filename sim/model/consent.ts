/**
 * Model 4: consent to show something for a time (agreed openness, a shared boundary, an item for a counsellor). Both
 * say yes, each alone; every yes ends by itself; to renew takes two new ones. Two runs side by side: in the one Noor
 * takes her yes back, in its twin that yes ends by its date on the day on which the word of it reached Sam. What Sam's
 * screen shows must be the same in both, all the time. This is the rule for such practices, not their code.
 */
import type { Model, Step } from './explore.ts';

export const consentFlaws = {
  'at-once': 'what was taken back vanishes from the other’s screen at once',
  'other-words': 'what was taken back is called so on the other’s screen',
  'shows-date': 'the other’s screen shows until when the yes was given',
  'no-end': 'a yes has no end',
  'one-renews': 'one yes renews it',
  'one-yes': 'one yes is enough',
  'told-no': 'the other sees that there is no yes yet',
  'kept-by-other': 'a yes that was taken back holds as long as the other’s',
} as const;
export type ConsentFlaw = keyof typeof consentFlaws;

const lastDay = 3;
const rounds = 2;

interface Yes {
  /** Last day on which it holds. */
  readonly until: number;
  readonly isHeard: boolean;
  /** Taken back: not, here alone, or heard by Sam on that day. */
  readonly back: 'no' | 'said' | number;
}

interface Run {
  readonly day: number;
  /** By round. */
  readonly noor: readonly (Yes | null)[];
  readonly sam: readonly (number | null)[];
  /** Noor has set the question aside, which is hers alone. */
  readonly hasSetAside: boolean;
}

interface State {
  readonly run: Run;
  readonly twin: Run | null;
  /** Round in which the two runs part, and the day on which the word of it reaches Sam. */
  readonly parted: { readonly round: number; readonly day: number } | null;
}

export function consentModel(flaw: ConsentFlaw | null = null): Model<State> {
  const nothing: Run = { day: 0, noor: [null, null], sam: [null, null], hasSetAside: false };

  const isNoorsYes = (run: Run, round: number): boolean => {
    const yes = run.noor[round];
    if (!yes?.isHeard) return false;
    // Taken back: it ends with the day on which the word came, as if that had been its date.
    const isBack = typeof yes.back === 'number' && flaw !== 'kept-by-other';
    const until = isBack ? Math.min(yes.until, flaw === 'at-once' ? run.day - 1 : Number(yes.back)) : yes.until;
    return flaw === 'no-end' || run.day <= until;
  };
  const isSamsYes = (run: Run, round: number): boolean =>
    (run.sam[round] ?? -1) >= run.day || (flaw === 'no-end' && run.sam[round] !== null);

  const screenOf = (run: Run): string => {
    const open = [0, 1].filter((round) => {
      const [noor, sam] = [isNoorsYes(run, round), isSamsYes(run, round)];
      const isRenewedByOne = flaw === 'one-renews' && round > 0 && (noor || sam);
      return (noor && sam) || isRenewedByOne || (flaw === 'one-yes' && (noor || sam));
    });
    const isOver = open.length === 0 && run.noor.some((yes, round) => yes?.isHeard && run.sam[round] !== null);
    const latest = run.noor.findLast((yes) => yes?.isHeard);
    const date = flaw === 'shows-date' && open.length > 0 ? ` until ${latest?.until}` : '';
    const isCalledSo = flaw === 'other-words' && isOver && typeof latest?.back === 'number';
    const refusal = flaw === 'told-no' && run.hasSetAside ? ', set aside' : '';
    return `${open.length > 0 ? 'open' : isOver ? 'over' : 'not yet'}${date}${isCalledSo ? ', taken back' : ''}${refusal}`;
  };

  const withYes = (run: Run, round: number, yes: Yes): Run => ({
    ...run,
    noor: run.noor.map((one, at) => (at === round ? yes : one)),
  });

  return {
    name: 'consent, taken back or over',
    starts: [{ run: nothing, twin: null, parted: null }],
    key: (state) => JSON.stringify(state),
    steps: ({ run, twin, parted }) => {
      const steps: Step<State>[] = [];
      /** The same happens in both. */
      const both = (name: string, change: (one: Run) => Run): void =>
        void steps.push({ name, next: { run: change(run), twin: twin && change(twin), parted } });
      for (let round = 0; round < rounds; round += 1) {
        const yes = run.noor[round];
        const isAsked = round === 0 || (run.noor[round - 1] !== null && run.sam[round - 1] !== null);
        for (let until = run.day; isAsked && !yes && until < lastDay; until += 1) {
          both(`Noor says yes until day ${until}`, (one) => withYes(one, round, { until, isHeard: false, back: 'no' }));
          // The twin gives a shorter yes, and takes nothing back.
          for (let day = run.day; !parted && day < until; day += 1) {
            steps.push({
              name: `Noor says yes until day ${until} (twin: ${day})`,
              next: {
                run: withYes(run, round, { until, isHeard: false, back: 'no' }),
                twin: withYes(run, round, { until: day, isHeard: false, back: 'no' }),
                parted: { round, day },
              },
            });
          }
        }
        for (let until = run.day; isAsked && run.sam[round] === null && until < lastDay; until += 1) {
          both(`Sam says yes until day ${until}`, (one) => ({
            ...one,
            sam: one.sam.map((day, at) => (at === round ? until : day)),
          }));
        }
        if (!yes) continue;
        if (!yes.isHeard)
          both('Sam gets Noor’s yes', (one) => withYes(one, round, { ...(one.noor[round] as Yes), isHeard: true }));
        const isPrivate = parted?.round === round;
        const back = (name: string, word: Yes['back']): void => {
          const change = (one: Run): Run => withYes(one, round, { ...(one.noor[round] as Yes), back: word });
          if (isPrivate) steps.push({ name, next: { run: change(run), twin, parted } });
          else both(name, change);
        };
        if (yes.back === 'no') back('Noor takes it back', 'said');
        // In the pair the word of it comes on the day on which the twin's yes ends.
        if (yes.back === 'said' && yes.isHeard && (!isPrivate || parted.day === run.day))
          back('word of it reaches Sam', run.day);
      }
      if (!run.hasSetAside && !twin) {
        steps.push({
          name: 'Noor sets the question aside',
          next: { run: { ...run, hasSetAside: true }, twin: run, parted: { round: rounds, day: lastDay } },
        });
      }
      const isOwed =
        parted !== null &&
        parted.day === run.day &&
        parted.round < rounds &&
        typeof run.noor[parted.round]?.back !== 'number';
      if (run.day < lastDay && !isOwed) both('a night passes', (one) => ({ ...one, day: one.day + 1 }));
      return steps;
    },
    broken: ({ run, twin }) => {
      const screen = screenOf(run);
      if (twin && screen !== screenOf(twin)) return 'what was taken back looks like what is over';
      if (!screen.startsWith('open')) return null;
      const isOpen = run.noor.some((yes, round) => yes && yes.until >= run.day && (run.sam[round] ?? -1) >= run.day);
      const isEverBoth = run.noor.some((yes, round) => yes && run.sam[round] !== null);
      if (!isEverBoth) return 'nothing opens without a yes of both';
      if (!isOpen) return 'what is open has two yeses of the same round that have not ended';
      const isBackBefore = run.noor.every(
        (yes) => !yes || yes.until < run.day || (typeof yes.back === 'number' && yes.back < run.day),
      );
      return isBackBefore ? 'what was taken back ends with the day on which the word came' : null;
    },
  };
}
