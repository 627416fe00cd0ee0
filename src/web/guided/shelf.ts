/** The practices to choose from, sorted for an evening: by skill, and within a skill the short ones first. Pure. */
import { type Level, type People, type Script, type Skill, skills } from '#core';

/** What a list shows of a practice. */
export interface Listed {
  readonly path: string;
  readonly skill: Skill;
  readonly name: string;
  readonly line: string;
  readonly minutes: readonly [from: number, to: number];
  readonly people: People;
  readonly level: Level | null;
}

export type ForWhom = 'all' | 'one' | 'two';

export interface Group {
  readonly skill: Skill;
  readonly practices: readonly Listed[];
}

export function groupPractices(
  practices: readonly Listed[],
  wanted: { readonly people: ForWhom; readonly skill: Skill | null },
): readonly Group[] {
  const fits = ({ people, skill }: Listed): boolean =>
    (wanted.skill === null || wanted.skill === skill) &&
    (wanted.people === 'all' || people === wanted.people || people === 'one-or-two');
  return skills.flatMap((skill) => {
    const fitting = practices.filter((one) => one.skill === skill && fits(one)).toSorted(compareListed);
    return fitting.length === 0 ? [] : [{ skill, practices: fitting }];
  });
}

function compareListed(a: Listed, b: Listed): number {
  return a.minutes[1] - b.minutes[1] || a.minutes[0] - b.minutes[0] || (a.name < b.name ? -1 : 1);
}

export const scriptToListed = (script: Script, path: string): Listed => {
  const { skill, name, line, minutes, people, level } = script;
  return { path, skill, name, line, minutes, people, level };
};
