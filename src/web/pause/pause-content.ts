/** What calms meanwhile, and gentle first sentences. A module of its own, so that the first load lacks it. */
import content from '#content/pause/en.json' with { type: 'json' };

interface Line {
  readonly id: string;
  readonly text: string;
}

export const helps: readonly Line[] = content.helps;
/** After one breath. */
export const goOnLines: readonly Line[] = content.goOn;
/** After a longer break. */
export const backLines: readonly Line[] = content.backs;

/** How the promise to be back reads, after "I will". */
export const promiseWords: string = content.promise;
