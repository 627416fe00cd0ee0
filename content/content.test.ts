/**
 * The rules that our texts keep. Each rule is a function from the texts to complaints; the real texts must draw none,
 * and a planted mistake must draw one, so that no rule can sleep. README.md explains the fields.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import checkIn from './check-in/en.json' with { type: 'json' };
import feelings from './feelings/en.json' with { type: 'json' };
import feelingIds from './feelings/ids.json' with { type: 'json' };
import noticing from './noticing/en.json' with { type: 'json' };
import promises from './promises/en.json' with { type: 'json' };

const written = { feelings, feelingIds, noticing, checkIn, promises };
type Texts = typeof written;

/** A fresh copy each time, so that a planted mistake stays where it was planted. */
const readTexts = (): Texts => structuredClone(written);

const corners = ['stirred-up', 'lit-up', 'weighed-down', 'at-ease'];

// ------------------------------------------------------------------------------------------------- walking the texts

/** Fields that a machine reads, or that hold what people type. All other strings are shown and keep the rules of tone. */
const notShown = new Set(
  'id ids key language quadrant family shape fits way strength skills people obstacles sources doi seen authors synonyms'.split(
    ' ',
  ),
);

interface Shown {
  readonly path: string;
  readonly words: string;
}

function shownIn(value: unknown, path = ''): readonly Shown[] {
  if (typeof value === 'string') return [{ path, words: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => shownIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    // `obstacles` and `sources` are lists of ids in one place and of objects in another.
    const isIds = notShown.has(key) && !(Array.isArray(item) && typeof item[0] === 'object');
    return isIds ? [] : shownIn(item, `${path}.${key}`);
  });
}

const shownTexts = (texts: Texts): readonly Shown[] => {
  const { feelingIds: _, ...shown } = texts;
  return shownIn(shown);
};

/** Every list of things with ids, by the path at which it stands. */
function idLists(value: unknown, path = ''): readonly { readonly path: string; readonly ids: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => idLists(item, `${path}.${key}`));
  if (!Array.isArray(value)) return inside;
  const ids = value.flatMap((item: unknown) =>
    typeof item === 'object' && item !== null && 'id' in item ? [String(item.id)] : [],
  );
  return [{ path, ids }, ...inside];
}

/** Every list of objects. `doi` is the one field that a thing may lack. */
function objectLists(
  value: unknown,
  path = '',
): readonly { readonly path: string; readonly items: readonly object[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => objectLists(item, `${path}.${key}`));
  if (!Array.isArray(value)) return inside;
  return [{ path, items: value.filter((item: unknown) => typeof item === 'object' && item !== null) }, ...inside];
}

const fieldsOf = (item: object): string =>
  Object.entries(item)
    .filter(([key]) => key !== 'doi')
    .map(([key, field]) => `${key} ${field === null ? 'number' : typeof field}`)
    .sort()
    .join(', ');

const notOneOf = (known: readonly string[], found: readonly string[]): readonly string[] =>
  found.filter((each) => !known.includes(each));

const doubles = (items: readonly string[]): readonly string[] =>
  items.filter((item, index) => items.indexOf(item) !== index);

const wordsOf = (sentence: string): readonly string[] => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/**
 * LIX (Björnsson 1968): words a sentence, plus the share in a hundred of words longer than six letters. Below 30 is
 * what young readers read; our own bound is lower, since a tired person is a young reader.
 */
function lix(passages: readonly string[]): number {
  const words = passages.flatMap(wordsOf);
  const sentences = passages.reduce((sum, passage) => sum + Math.max(1, passage.match(/[.?:](\s|$)/g)?.length ?? 0), 0);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

// ------------------------------------------------------------------------------------------------------------- rules

interface Rule {
  readonly name: string;
  readonly complaints: (texts: Texts) => readonly string[];
  /** Makes one mistake that the rule must see. */
  readonly plant: (texts: Texts) => void;
}

/** What our texts never say: blame, keeping score, verdicts, and words under which others sell (README.md). */
const forbidden =
  /!|%|\bfail(s|ed|ing|ure)?\b|\bstreaks?\b|\bscor(e|es|ed|ing)\b|\bpercent|\busers?\b|has ?n[o’']t|\byou missed\b|\bshould\b|\bmust\b|\btoxic\b|\bnarciss|\bdiagnos|\bdisorder|\bguarantee|\bproven\b|\bgottman\b|\blove maps?\b|\blove languages?\b|\bhorsemen\b|\bbids?\b|\bturn(ing)? towards?\b|\bstart-?ups?\b|\bmood meter\b|\bsoft startup\b/i;

const within = (what: string, count: number, min: number, max: number): readonly string[] =>
  count >= min && count <= max ? [] : [`${what}: ${count}, wanted ${min} to ${max}`];

const rules: readonly Rule[] = [
  {
    name: 'the things of one list have the same fields, and nothing is empty or too long for a line',
    complaints: (texts) => [
      ...objectLists(texts).flatMap(({ path, items }) =>
        items.filter((item) => fieldsOf(item) !== fieldsOf(items[0] ?? {})).map((item) => `${path}: ${fieldsOf(item)}`),
      ),
      ...shownTexts(texts).flatMap(({ path, words }) => within(`${path}, characters`, words.length, 2, 200)),
    ],
    plant: ({ noticing }) => {
      noticing.openers[4]!.plain = '';
      Object.assign(noticing.openers[3]!, { extra: 1 });
    },
  },
  {
    name: 'ids are short slugs, and whatever has few values has one of them',
    complaints: (texts) => {
      const { feelings, noticing, checkIn, promises } = texts;
      const practices = [checkIn, noticing, promises];
      const strengths = [...practices.map(({ practice }) => practice.evidence), ...noticing.tips, ...promises.tips];
      return [
        ...idLists(texts).flatMap(({ ids }) => ids.filter((id) => !/^[a-z][a-z0-9-]{0,39}$/.test(id))),
        ...notOneOf(
          ['trial', 'studies', 'clinical-practice', 'idea'],
          strengths.map(({ strength }) => strength),
        ),
        ...notOneOf(
          ['whole', 'abstract', 'report'],
          practices.flatMap(({ sources }) => sources.map(({ seen }) => seen)),
        ),
        ...notOneOf(
          ['say', 'either'],
          noticing.openers.map(({ way }) => way),
        ),
        ...notOneOf(corners, [
          ...noticing.openers.flatMap(({ fits }) => fits),
          ...feelings.quadrants.map(({ id }) => id),
        ]),
        ...notOneOf(
          ['face', 'posture', 'voice', 'words', 'silence', 'doing'],
          noticing.kinds.map(({ id }) => id),
        ),
        ...notOneOf(
          ['check-in', 'noticing', 'promises'],
          practices.map(({ practice }) => practice.key),
        ),
        ...notOneOf(
          ['1 en'],
          [feelings, ...practices].map(({ format, language }) => `${format} ${language}`),
        ),
      ];
    },
    plant: ({ noticing }) => {
      noticing.tips[0]!.strength = 'proof';
    },
  },
  {
    name: 'there are enough feelings, and every corner of the field has its share',
    complaints: ({ feelings }) => [
      ...within('feelings', feelings.feelings.length, 100, 160),
      ...corners.flatMap((corner) =>
        within(corner, feelings.feelings.filter((feeling) => feeling.quadrant === corner).length, 22, 32),
      ),
    ],
    plant: ({ feelings }) => void feelings.feelings.splice(0, 30),
  },
  {
    name: 'ids are unique within their list',
    complaints: (texts) =>
      idLists(texts).flatMap(({ path, ids }) => doubles(ids).map((double) => `${path}: ${double} stands twice`)),
    plant: ({ feelings }) => {
      feelings.feelings[3]!.id = feelings.feelings[4]!.id;
    },
  },
  {
    name: 'a feeling once published keeps its id for ever',
    complaints: ({ feelings, feelingIds }) => {
      const ids = new Set(feelings.feelings.map((feeling) => feeling.id));
      return [
        ...feelingIds.filter((known) => !ids.has(known)).map((known) => `${known} is gone`),
        ...[...ids].filter((added) => !feelingIds.includes(added)).map((added) => `${added} is not in ids.json`),
      ];
    },
    plant: ({ feelings }) => {
      feelings.feelings[7]!.id = 'other';
    },
  },
  {
    name: 'the corner of a feeling follows from its place',
    complaints: ({ feelings }) =>
      feelings.feelings.flatMap(({ id, pleasantness, energy, quadrant }) => {
        const corner =
          energy > 0 ? (pleasantness > 0 ? 'lit-up' : 'stirred-up') : pleasantness > 0 ? 'at-ease' : 'weighed-down';
        return pleasantness !== 0 && energy !== 0 && corner === quadrant ? [] : [`${id} stands in ${corner}`];
      }),
    plant: ({ feelings }) => {
      feelings.feelings[0]!.energy *= -1;
    },
  },
  {
    name: 'no two feelings lie so close that a finger cannot part them',
    complaints: ({ feelings }) =>
      feelings.feelings.flatMap((one, index) =>
        feelings.feelings
          .slice(0, index)
          .filter(
            (other) => Math.abs(one.pleasantness - other.pleasantness) < 7 && Math.abs(one.energy - other.energy) < 7,
          )
          .map((other) => `${one.id} and ${other.id}`),
      ),
    plant: ({ feelings }) => {
      feelings.feelings[1]!.pleasantness = feelings.feelings[0]!.pleasantness + 3;
      feelings.feelings[1]!.energy = feelings.feelings[0]!.energy - 3;
    },
  },
  {
    name: 'the order runs from 1, family by family, and every family is known and not lonely',
    complaints: ({ feelings }) => {
      const families = feelings.families.map((family) => family.id);
      const places = feelings.feelings.map((feeling) => families.indexOf(feeling.family));
      return [
        ...feelings.feelings.filter((feeling, index) => feeling.order !== index + 1).map((feeling) => feeling.id),
        ...places.flatMap((place, index) => (place < (places[index - 1] ?? 0) ? [`place ${index + 1}`] : [])),
        ...families.flatMap((family, at) => within(family, places.filter((place) => place === at).length, 4, 24)),
      ];
    },
    plant: ({ feelings }) => {
      feelings.feelings[5]!.family = 'joy';
    },
  },
  {
    name: 'no definition, sentence or opener stands twice',
    complaints: ({ feelings, noticing, promises }) => [
      ...doubles(feelings.feelings.map((feeling) => feeling.word)),
      ...doubles(feelings.feelings.map((feeling) => feeling.definition)),
      ...doubles(noticing.kinds.flatMap((kind) => kind.cues.map((cue) => cue.said))),
      ...doubles(noticing.kinds.flatMap((kind) => kind.cues.map((cue) => cue.id))),
      ...doubles(noticing.openers.map((opener) => opener.template)),
      ...doubles(noticing.openers.map((opener) => opener.plain)),
      ...doubles([...promises.sawThat, ...promises.thankYouForTelling, ...promises.smaller].map(({ text }) => text)),
    ],
    plant: ({ feelings }) => {
      feelings.feelings[9]!.definition = feelings.feelings[8]!.definition;
    },
  },
  {
    name: 'a definition is one short sentence that does not use its own word',
    complaints: ({ feelings }) =>
      feelings.feelings.flatMap(({ id, word, definition }) => {
        const stems = wordsOf(word).filter(
          (part) => part.length > 3 && !['with', 'good', 'full', 'inside', 'home'].includes(part),
        );
        const isCircular = stems.some((stem) => definition.toLowerCase().includes(stem.toLowerCase().slice(0, 6)));
        const isSentence = /^\p{Lu}[^.?]+\.$/u.test(definition);
        return [
          ...(isCircular ? [`${id} explains itself by itself`] : []),
          ...(isSentence ? [] : [`${id} is not one sentence`]),
          ...within(`${id}, words`, wordsOf(definition).length, 4, 17),
        ];
      }),
    plant: ({ feelings }) => {
      feelings.feelings.find((feeling) => feeling.id === 'sad')!.definition = 'You feel low and sad.';
      feelings.feelings.find((feeling) => feeling.id === 'angry')!.definition = 'You are very angry about something.';
    },
  },
  {
    name: 'a synonym is lower case, stands once, and is not the word itself',
    complaints: ({ feelings }) =>
      feelings.feelings.flatMap(({ id, word, synonyms }) => [
        ...doubles([...synonyms, word]).map((double) => `${id}: ${double}`),
        ...synonyms.filter((synonym) => /^\p{Lu}/u.test(synonym)).map((synonym) => `${id}: ${synonym}`),
      ]),
    plant: ({ feelings }) => {
      feelings.feelings[2]!.synonyms[0] = feelings.feelings[2]!.word;
    },
  },
  {
    name: 'all six kinds of noticing have enough cues, and no cue is already a guess',
    complaints: ({ noticing, feelings }) => {
      // `down` is a direction more often than a mood; what was said may name a feeling, since it is quoted.
      const guesses = new Set(feelings.feelings.map(({ word }) => word).filter((word) => word !== 'down'));
      return [
        ...within('kinds', noticing.kinds.length, 6, 6),
        ...noticing.kinds.flatMap((kind) => within(kind.id, kind.cues.length, 8, 12)),
        ...noticing.kinds.flatMap((kind) =>
          kind.cues
            .filter((cue) =>
              wordsOf(`${cue.word} ${cue.said}`).some((word) => kind.id !== 'words' && guesses.has(word)),
            )
            .map((cue) => `${cue.id} names a feeling`),
        ),
      ];
    },
    plant: ({ noticing }) => {
      noticing.kinds[0]!.cues[0]!.said = 'you looked angry';
    },
  },
  {
    name: 'there are enough openers for every corner of the field',
    complaints: ({ noticing }) => [
      ...within('openers', noticing.openers.length, 24, 60),
      ...corners.flatMap((corner) =>
        within(
          `openers for ${corner}`,
          noticing.openers.filter((opener) => opener.fits.includes(corner)).length,
          4,
          60,
        ),
      ),
    ],
    plant: ({ noticing }) => {
      for (const opener of noticing.openers) opener.fits = ['stirred-up'];
    },
  },
  {
    name: 'an opener ends in a question and holds one slot, its plain form none',
    complaints: ({ noticing }) =>
      noticing.openers.flatMap(({ id, template, plain }) => [
        ...(/\?$/.test(template) && /\?$/.test(plain) ? [] : [`${id} does not end in a question`]),
        ...(template.match(/\{(noticed|feeling)\}/g)?.length === 1 ? [] : [`${id} needs one slot`]),
        ...(/[{}]/.test(plain) ? [`${id} has a slot in its plain form`] : []),
      ]),
    plant: ({ noticing }) => {
      noticing.openers[0]!.template = 'I noticed that {noticed}. Talk to me.';
    },
  },
  {
    name: 'levels run from 1 without a gap',
    complaints: ({ checkIn, noticing, promises }) =>
      [
        ['strengths', checkIn.strengths, 5] as const,
        ['certainties of a guess', noticing.certainties, 4] as const,
        ['certainties of a promise', promises.certainties, 4] as const,
      ].flatMap(([what, levels, count]) =>
        levels.length === count && levels.every(({ level }, index) => level === index + 1) ? [] : [what],
      ),
    plant: ({ checkIn }) => {
      checkIn.strengths[2]!.level = 4;
    },
  },
  {
    name: 'the six needs are there, each with an "I’d like" sentence',
    complaints: ({ checkIn }) => [
      ...['nothing', 'heard', 'help', 'closeness', 'quiet', 'fun'].filter(
        (need) => !checkIn.needs.some(({ id }) => id === need),
      ),
      ...checkIn.needs.filter(({ sentence }) => !sentence.startsWith('I’d like ')).map(({ id }) => id),
    ],
    plant: ({ checkIn }) => {
      checkIn.needs[1]!.sentence = 'Listen to me.';
    },
  },
  {
    name: 'the lists of a promise are long enough',
    complaints: ({ promises }) => [
      ...within('obstacles', promises.obstacles.length, 10, 20),
      ...within('plans', promises.plans.length, 10, 20),
      ...within('smaller', promises.smaller.length, 10, 20),
      ...within('I saw that', promises.sawThat.length, 6, 12),
      ...within('thank you for telling me', promises.thankYouForTelling.length, 6, 12),
      ...within('repair', promises.repair.length, 4, 4),
    ],
    plant: ({ promises }) => void promises.smaller.splice(0, 5),
  },
  {
    name: 'every obstacle has a plan, and every plan an obstacle',
    complaints: ({ promises }) => {
      const planned = promises.plans.flatMap((plan) => plan.obstacles);
      const obstacles = promises.obstacles.map(({ id }) => id);
      return [
        ...obstacles.filter((obstacle) => !planned.includes(obstacle)),
        ...planned.filter((obstacle) => !obstacles.includes(obstacle)),
      ];
    },
    plant: ({ promises }) => {
      promises.plans[0]!.obstacles = ['rain'];
    },
  },
  {
    name: 'a plan reads on after "If" and "then", without a full stop of its own',
    complaints: ({ promises }) =>
      promises.plans
        .filter((plan) => /^(If|then)\b|[.,?]$/.test(plan.trigger) || /^(If|then)\b|[.,?]$/.test(plan.action))
        .map((plan) => plan.id),
    plant: ({ promises }) => {
      promises.plans[0]!.trigger = 'If it rains,';
    },
  },
  {
    name: 'whatever is more than an idea names its sources, and every source is used',
    complaints: ({ checkIn, noticing, promises }) =>
      [{ ...checkIn, tips: [] }, noticing, promises].flatMap(({ practice, tips, sources }) => {
        const claims = [{ id: practice.key, ...practice.evidence }, ...tips];
        const named = claims.flatMap((claim) => claim.sources);
        const known = sources.map(({ id }) => id);
        return [
          ...claims.filter((claim) => (claim.strength === 'idea') !== (claim.sources.length === 0)).map(({ id }) => id),
          ...named.filter((name) => !known.includes(name)),
          ...known.filter((name) => !named.includes(name)),
        ];
      }),
    plant: ({ noticing }) => {
      noticing.tips[0]!.sources = [];
    },
  },
  {
    name: 'no text shouts, blames, keeps score, or borrows a name under which others sell',
    complaints: (texts) =>
      shownTexts(texts).flatMap(({ path, words }) => (forbidden.test(words) ? [`${path}: ${words}`] : [])),
    plant: ({ promises }) => {
      promises.states[3]!.word = 'failed';
    },
  },
  {
    name: 'no text shouts',
    complaints: (texts) => shownTexts(texts).flatMap(({ path, words }) => (words.includes('!') ? [path] : [])),
    plant: ({ promises }) => {
      promises.sawThat[0]!.text = 'I saw that!';
    },
  },
  {
    name: 'typography is even: curly quotation marks, one ellipsis, no double or outer space',
    complaints: (texts) =>
      shownTexts(texts).flatMap(({ path, words }) =>
        /["']|\.\.\.|\s\s|^\s|\s$| – |—/.test(words) ? [`${path}: ${words}`] : [],
      ),
    plant: ({ checkIn }) => {
      checkIn.needs[0]!.sentence = "I'd like nothing.";
    },
  },
  {
    name: 'no sentence is long',
    complaints: (texts) =>
      shownTexts(texts).flatMap(({ path, words }) =>
        words.split(/(?<=[.?])\s/).flatMap((sentence) => within(path, wordsOf(sentence).length, 1, 22)),
      ),
    plant: ({ noticing }) => {
      noticing.tips[0]!.text = `${'and so on '.repeat(8)}.`;
    },
  },
  {
    name: 'the texts read easily, each file for itself',
    complaints: ({ feelings, noticing, checkIn, promises }) =>
      Object.entries({
        feelings: feelings.feelings.map(({ definition }) => definition),
        noticing,
        checkIn,
        promises,
      }).flatMap(([name, file]) => {
        const passages = shownIn(file)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3);
        const ease = lix(passages);
        return ease < 27 ? [] : [`${name}: ${ease.toFixed(1)}`];
      }),
    plant: ({ feelings }) => {
      for (const feeling of feelings.feelings)
        feeling.definition = 'Psychological dysregulation accompanying interpersonal circumstances.';
    },
  },
];

// ------------------------------------------------------------------------------------------------------------- tests

for (const rule of rules) {
  test(`texts: ${rule.name}`, () => {
    assert.deepEqual(rule.complaints(readTexts()), []);
    const planted = readTexts();
    rule.plant(planted);
    assert.notEqual(rule.complaints(planted).length, 0, 'the planted mistake was not seen');
  });
}

test('texts: every folder here is one that these rules read', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map((entry) => entry.name).sort(), ['check-in', 'feelings', 'noticing', 'promises']);
});
