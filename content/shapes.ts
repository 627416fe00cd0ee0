/**
 * The shapes of our texts, as README.md explains them: strict, so that a field too many is a mistake too. Only the
 * tests read this; the app imports the JSON as it stands.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(280), v.trim());
const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
const place = v.pipe(v.number(), v.integer(), v.minValue(-100), v.maxValue(100));
export const quadrant = v.picklist(['stirred-up', 'lit-up', 'weighed-down', 'at-ease']);
const evidence = v.picklist(['trial', 'studies', 'clinical practice', 'idea']);
const head = { format: v.literal(1), language: v.literal('en') };

const practice = v.strictObject({
  key: id,
  name: text,
  line: text,
  skills: v.array(v.pipe(v.string(), v.regex(/^[A-Z][0-9]+$/))),
  forOne: v.boolean(),
  forTwo: v.boolean(),
  minutes: v.strictObject({ from: v.pipe(v.number(), v.integer()), to: v.pipe(v.number(), v.integer()) }),
  how: v.pipe(v.array(text), v.minLength(2), v.maxLength(4)),
  why: text,
  evidence: v.strictObject({ strength: evidence, words: text, sources: v.array(id) }),
});
const source = v.strictObject({
  id,
  authors: text,
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
  doi: v.optional(v.string()),
  about: text,
  seen: v.picklist(['whole', 'abstract', 'report']),
});
const tip = v.strictObject({ id, text, strength: evidence, sources: v.array(id) });
const line = v.strictObject({ id, text });
const choice = v.strictObject({ id, word: text });
const defined = v.strictObject({ id, word: text, definition: text });

const feelingsShape = v.strictObject({
  ...head,
  axes: v.strictObject({
    pleasantness: v.strictObject({ low: text, high: text }),
    energy: v.strictObject({ low: text, high: text }),
  }),
  quadrants: v.array(
    v.strictObject({
      id: quadrant,
      word: text,
      definition: text,
      shape: v.picklist(['star', 'blob', 'drop', 'circle']),
    }),
  ),
  families: v.array(choice),
  feelings: v.array(
    v.strictObject({
      id,
      word: text,
      definition: text,
      pleasantness: place,
      energy: place,
      quadrant,
      family: id,
      order: v.pipe(v.number(), v.integer()),
      synonyms: v.pipe(v.array(text), v.minLength(3), v.maxLength(8)),
    }),
  ),
});

const noticingShape = v.strictObject({
  ...head,
  practice,
  kinds: v.array(
    v.strictObject({
      id: v.picklist(['face', 'posture', 'voice', 'words', 'silence', 'doing']),
      word: text,
      definition: text,
      cues: v.array(v.strictObject({ id, word: text, said: text })),
    }),
  ),
  certainties: v.array(v.strictObject({ level, word: text })),
  openers: v.array(
    v.strictObject({
      id,
      when: text,
      fits: v.pipe(v.array(quadrant), v.minLength(1)),
      way: v.picklist(['say', 'either']),
      template: text,
      plain: text,
    }),
  ),
  answers: v.array(line),
  afterwards: v.array(choice),
  tips: v.array(tip),
  sources: v.array(source),
});

export const checkInShape = v.strictObject({
  ...head,
  practice,
  strengths: v.array(v.strictObject({ level, word: text, before: text })),
  needs: v.array(v.strictObject({ id, word: text, definition: text, sentence: text })),
  empty: text,
  sources: v.array(source),
});

const promisesShape = v.strictObject({
  ...head,
  practice,
  certainties: v.array(v.strictObject({ level, word: text, hint: text })),
  obstacles: v.array(line),
  plans: v.array(v.strictObject({ id, obstacles: v.pipe(v.array(id), v.minLength(1)), trigger: text, action: text })),
  smaller: v.array(line),
  sawThat: v.array(line),
  thankYouForTelling: v.array(line),
  repair: v.array(v.strictObject({ id, title: text, prompt: text, hint: text, starter: text })),
  states: v.array(defined),
  empty: v.strictObject({ mine: text, ours: text }),
  tips: v.array(tip),
  sources: v.array(source),
});

// A fresh copy each time, so that a planted mistake stays where it was planted.
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));

export const readTexts = () => ({
  feelings: v.parse(feelingsShape, readJson('feelings/en.json')),
  feelingIds: v.parse(v.array(id), readJson('feelings/ids.json')),
  noticing: v.parse(noticingShape, readJson('noticing/en.json')),
  checkIn: v.parse(checkInShape, readJson('check-in/en.json')),
  promises: v.parse(promisesShape, readJson('promises/en.json')),
});
export type Texts = ReturnType<typeof readTexts>;
