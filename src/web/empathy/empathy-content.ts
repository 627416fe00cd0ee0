/** Starters, hints, ways without words, tips. A module of its own, so that the first load does not carry it. */
import content from '#content/empathy/en.json' with { type: 'json' };

/** A way to begin. `plain` stands where there is no known feeling to name. */
export interface Starter {
  readonly id: string;
  readonly fits: readonly string[];
  readonly template: string;
  readonly plain: string;
}

/** What a beginning may sound like, said gently. `match`: how people begin when they mean it. */
export interface Hint {
  readonly id: string;
  readonly match: readonly string[];
  readonly text: string;
}

interface Line {
  readonly id: string;
  readonly text: string;
}

export const starters: readonly Starter[] = content.starters;
export const hints: readonly Hint[] = content.hints;
export const ways: readonly Line[] = content.ways;
export const tips: readonly Line[] = content.tips;
export const mayIText: string = content.mayI[0]?.text ?? '';
