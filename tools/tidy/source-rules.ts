/**
 * Words that do not belong into sources, each with what to do instead. Biome and the compiler hold some of them too;
 * here they hold even where a comment has switched those off.
 */
import { type Finding, type Module, textToModule } from '../rooms/module.ts';

export interface Untidy {
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
}

interface Rule {
  readonly find: (module: Module, path: string) => readonly Finding[];
  readonly instead: string;
}

const isTest = (path: string): boolean => /\.(test|contract|spec)\.tsx?$/.test(path) || path.startsWith('e2e/');
/** Tools that load these files ask for a default export. */
const mayExportDefault = /(^|\/)[^/]+\.config\.ts$|^tools\/brief-reporter\.mjs$/;
const unfinished = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''));
const testWords = /^(test|it|describe|suite|t)\.(only|skip|todo|fixme|fail)$/;

const rules: readonly Rule[] = [
  { find: (module) => module.anyTypes, instead: 'any: say what it is, or `unknown` and look' },
  { find: (module) => module.enums, instead: 'enum: a union of texts' },
  {
    find: (module, path) => (mayExportDefault.test(path) ? [] : module.defaultExports),
    instead: 'default export: a name that is the same everywhere',
  },
  {
    find: (module) => module.comments.filter(({ what }) => /@ts-(ignore|nocheck)/.test(what)),
    instead: 'a silenced compiler: mend the type',
  },
  {
    find: (module, path) => (isTest(path) ? [] : module.comments.filter(({ what }) => /@ts-expect-error/.test(what))),
    instead: 'a silenced compiler outside tests: mend the type',
  },
  {
    find: (module) => module.comments.filter(({ what }) => unfinished.test(what)),
    instead: 'an unfinished thought: finish it, or write it down in docs/',
  },
  {
    find: (module) => module.members.filter(({ what }) => testWords.test(what)),
    instead: 'a test that is not run, or runs alone: every test runs, every time',
  },
  {
    find: (module) => module.testOptions.filter(({ what }) => /^(only|skip|todo)$/.test(what)),
    instead: 'a test that is not run, or runs alone: every test runs, every time',
  },
  {
    find: (module) => module.members.filter(({ what }) => what.endsWith('.waitForTimeout')),
    instead: 'waitForTimeout: wait for what a person would see',
  },
  {
    find: (module) =>
      module.imports.flatMap(({ address, line }) =>
        address?.endsWith('timers/promises') ? [{ what: address, line }] : [],
      ),
    instead: 'timers/promises: nothing sleeps; hand in a clock or await the event',
  },
];

const nameless = /(^|[-.])(manager|helper|util|utils|service|misc|common)s?\.[a-z]+$/;

export function findUntidySources(textsByPath: ReadonlyMap<string, string>): readonly Untidy[] {
  const untidy: Untidy[] = [];
  for (const [path, text] of textsByPath) {
    const module = textToModule(path, text);
    for (const { find, instead } of rules) {
      for (const { line } of find(module, path)) untidy.push({ path, line, sentence: instead });
    }
    if (nameless.test(path)) untidy.push({ path, line: 1, sentence: 'a name that says nothing: name the idea' });
    if (/^(src|sim|tools|bench)\//.test(path) && !isTest(path) && !/^(#!.*\n)?\/[*/]/.test(text)) {
      untidy.push({ path, line: 1, sentence: 'no header: a module begins with what it is for' });
    }
  }
  return untidy;
}
