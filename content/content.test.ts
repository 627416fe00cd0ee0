/**
 * The rules that our texts keep. Each rule is a function from the texts to complaints; the real texts must draw none,
 * and a planted mistake must draw one, so that no rule can sleep. README.md explains the fields.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import appreciation from './appreciation/en.json' with { type: 'json' };
import benefitOfTheDoubt from './benefit-of-the-doubt/en.json' with { type: 'json' };
import boundaries from './boundaries/en.json' with { type: 'json' };
import checkIn from './check-in/en.json' with { type: 'json' };
import counsellor from './counsellor/en.json' with { type: 'json' };
import cues from './cues/en.json' with { type: 'json' };
import empathy from './empathy/en.json' with { type: 'json' };
import feelings from './feelings/en.json' with { type: 'json' };
import feelingIds from './feelings/ids.json' with { type: 'json' };
import goodNews from './good-news/en.json' with { type: 'json' };
import help from './help/lines.json' with { type: 'json' };
import journal from './journal/en.json' with { type: 'json' };
import neutralObserver from './neutral-observer/en.json' with { type: 'json' };
import noticing from './noticing/en.json' with { type: 'json' };
import openQuestions from './open-questions/en.json' with { type: 'json' };
import openings from './openings/en.json' with { type: 'json' };
import ownLife from './own-life/en.json' with { type: 'json' };
import pause from './pause/en.json' with { type: 'json' };
import programme from './programme/en.json' with { type: 'json' };
import promises from './promises/en.json' with { type: 'json' };
import reachingOut from './reaching-out/en.json' with { type: 'json' };
import rebuilding from './rebuilding/en.json' with { type: 'json' };
import respect from './respect/en.json' with { type: 'json' };
import weeklyMeeting from './weekly-meeting/en.json' with { type: 'json' };

const written = {
  appreciation,
  benefitOfTheDoubt,
  boundaries,
  feelings,
  feelingIds,
  noticing,
  checkIn,
  counsellor,
  promises,
  cues,
  empathy,
  openQuestions,
  openings,
  goodNews,
  reachingOut,
  rebuilding,
  respect,
  pause,
  programme,
  journal,
  neutralObserver,
  ownLife,
  weeklyMeeting,
};
type Texts = typeof written;

/** A fresh copy each time, so that a planted mistake stays where it was planted. */
const readTexts = (): Texts => structuredClone(written);

const corners = ['stirred-up', 'lit-up', 'weighed-down', 'at-ease'];

// ------------------------------------------------------------------------------------------------- walking the texts

/** Fields that a machine reads, or that hold what people type. All other strings are shown and keep the rules of tone. */
const notShown = new Set(
  'id ids key language quadrant family shape fits way strength skills people obstacles sources doi seen authors synonyms match'.split(
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
  // ------------------------------------------------------------------------------------------------ cues
  {
    name: 'there are enough faces in their moments, of every kind, and no face is idle',
    complaints: ({ cues }) => {
      const ofKind = (kind: string): number => cues.cards.filter((card) => card.kind === kind).length;
      const known = cues.faces.map(({ id }) => id);
      const used = cues.cards.map(({ face }) => face);
      return [
        ...within('cards', cues.cards.length, 48, 100),
        ...['clear', 'mixed', 'masked', 'small', 'open'].flatMap((kind) => within(kind, ofKind(kind), 8, 30)),
        ...notOneOf(
          ['clear', 'mixed', 'masked', 'small', 'open'],
          cues.cards.map(({ kind }) => kind),
        ),
        ...notOneOf(known, used),
        ...notOneOf(used, known),
        ...doubles(cues.cards.map(({ context }) => context)),
        ...doubles(cues.cards.map(({ question }) => question)),
        ...doubles(cues.faces.map(({ shape }) => shape)),
      ];
    },
    plant: ({ cues }) => {
      for (const card of cues.cards) card.kind = 'clear';
    },
  },
  {
    name: 'a face is written in units and letters, and comes from a study or from us',
    complaints: ({ cues }) => [
      ...cues.faces.flatMap(({ id, shape }) => (/^(0|[LR]?\d+[A-E](\+[LR]?\d+[A-E])*)$/.test(shape) ? [] : [id])),
      ...notOneOf(
        ['ours', 'du-2014'],
        cues.faces.map(({ from }) => from),
      ),
    ],
    plant: ({ cues }) => {
      cues.faces[3]!.shape = '12 + 43C';
    },
  },
  {
    name: 'at least twelve faces stand in two moments, and mean something else in each',
    complaints: ({ cues }) => {
      const pairs = cues.faces
        .map(({ id }) => cues.cards.filter(({ face }) => face === id))
        .filter(({ length }) => length === 2);
      const first = (card: (typeof cues.cards)[number] | undefined): string => card?.readings[0]?.words ?? '';
      const meant = (card: (typeof cues.cards)[number] | undefined): string =>
        JSON.stringify(card?.readings.map((reading) => [...reading.feelings].sort()).sort());
      return [
        ...within('pairs', pairs.length, 12, 60),
        ...pairs
          .filter(([one, other]) => first(one) === first(other) || meant(one) === meant(other))
          .map(([one]) => `${one?.face} means the same twice`),
      ];
    },
    plant: ({ cues }) => {
      const [one, other] = cues.cards.filter(({ face }) => face === 'frown');
      other!.readings = structuredClone(one!.readings);
    },
  },
  {
    name: 'a smile without the eyes stands over something else in at least four moments',
    complaints: ({ cues }) => {
      const unsmiling = cues.faces
        .filter(({ shape }) => /12/.test(shape) && !/(^|[+LR])6/.test(shape))
        .map(({ id }) => id);
      const masked = cues.cards.filter(({ kind, face }) => kind === 'masked' && unsmiling.includes(face));
      return within('masked smiles', masked.length, 4, 30);
    },
    plant: ({ cues }) => {
      for (const face of cues.faces) face.shape = face.shape.replace('12', '6B+12');
    },
  },
  {
    name: 'a card has two or three readings, three or four feelings to choose from, and one question',
    complaints: ({ cues, feelings }) => {
      const known = feelings.feelings.map(({ id }) => id);
      return cues.cards.flatMap(({ id, kind, readings, feelings: offered, question }) => [
        ...within(`${id}, readings`, readings.length, 2, 3),
        ...within(`${id}, feelings`, offered.length, 3, 4),
        ...doubles(offered),
        ...notOneOf(known, [...offered, ...readings.flatMap((reading) => reading.feelings)]),
        ...readings.flatMap((reading) => within(`${id}, feelings of a reading`, reading.feelings.length, 0, 2)),
        // What it could be was there to be chosen; and something that nobody means is offered too.
        ...(readings.every(({ feelings: read }) => read.length === 0 || read.some((one) => offered.includes(one)))
          ? []
          : [`${id}: a reading that was not offered`]),
        ...(offered.some((one) => !readings.some(({ feelings: read }) => read.includes(one)))
          ? []
          : [`${id}: every feeling is meant`]),
        ...(kind === 'mixed' && !readings.some(({ feelings: read }) => read.length === 2)
          ? [`${id} is not mixed`]
          : []),
        ...(/^“[^“”]+\?”$/.test(question) ? [] : [`${id} asks nothing`]),
      ]);
    },
    plant: ({ cues }) => {
      cues.cards[5]!.feelings[0] = 'hangry';
    },
  },
  {
    name: 'what can be seen in a face is said without naming a feeling',
    complaints: ({ cues, feelings }) => {
      const guesses = new Set(feelings.feelings.map(({ word }) => word).filter((word) => word !== 'down'));
      const seen = [...cues.moves.flatMap(({ slight, clear }) => [slight, clear]), ...Object.values(cues.still)];
      return seen.filter((words) => wordsOf(words).some((word) => guesses.has(word)));
    },
    plant: ({ cues }) => {
      cues.moves[0]!.clear = 'worried brows';
    },
  },
  {
    name: 'what is said about faces names its sources, and every source is used',
    complaints: ({ cues }) => {
      const claims = [{ id: 'practice', ...cues.practice.evidence }, ...cues.truths, ...cues.made];
      const named = claims.flatMap((claim): readonly string[] => claim.sources);
      const known = cues.sources.map(({ id }) => id);
      return [
        ...claims.filter((claim) => (claim.strength === 'idea') !== (claim.sources.length === 0)).map(({ id }) => id),
        ...notOneOf(known, named),
        ...notOneOf(named, known),
        ...notOneOf(
          ['whole', 'abstract', 'report'],
          cues.sources.map(({ seen }) => seen),
        ),
        ...notOneOf(
          ['new', 'unsure', 'familiar', 'very-familiar'],
          cues.familiarities.map(({ id }) => id),
        ),
        ...within('truths', cues.truths.length, 5, 12),
      ];
    },
    plant: ({ cues }) => {
      cues.truths[0]!.sources = [];
    },
  },
  {
    name: 'the faces read easily',
    complaints: ({ cues }) => {
      const passages = shownIn(cues)
        .map(({ words }) => words)
        .filter((words) => wordsOf(words).length > 3);
      const ease = lix(passages);
      return ease < 27 ? [] : [ease.toFixed(1)];
    },
    plant: ({ cues }) => {
      for (const { readings } of cues.cards)
        for (const reading of readings)
          reading.words = 'Interpersonal circumstances accompany psychological dysregulation.';
    },
  },
  // ------------------------------------------------------------------------------------------------ empathy, open questions
  {
    name: 'there are enough answers to a feeling in every corner, and each names it and stands without its name, too',
    complaints: ({ empathy }) => [
      ...within('starters', empathy.starters.length, 24, 60),
      ...notOneOf(
        corners,
        empathy.starters.flatMap(({ fits }) => fits),
      ),
      ...corners.flatMap((corner) =>
        within(corner, empathy.starters.filter(({ fits }) => fits.includes(corner)).length, 10, 60),
      ),
      ...empathy.starters.flatMap(({ id, template, plain }) => [
        ...(template.match(/\{feeling\}/g)?.length === 1 ? [] : [`${id} needs one slot`]),
        ...(/[{}?]/.test(plain) ? [`${id} has a slot or a question in its plain form`] : []),
      ]),
      ...doubles(empathy.starters.flatMap(({ template, plain }) => [template, plain])),
    ],
    plant: ({ empathy }) => {
      empathy.starters[0]!.template = 'It makes sense.';
    },
  },
  {
    name: 'no answer to a feeling is advice, makes it smaller, or begins with oneself',
    complaints: ({ empathy }) => {
      const begins = empathy.hints.flatMap(({ match }) => match);
      return empathy.starters.flatMap(({ id, template, plain }) =>
        [template, plain].some((text) => begins.some((begin) => text.toLowerCase().startsWith(begin))) ? [id] : [],
      );
    },
    plant: ({ empathy }) => {
      empathy.starters[3]!.plain = 'You could sleep on it.';
    },
  },
  {
    name: 'the deck is large, even over topics and depths, and no question stands twice',
    complaints: ({ openQuestions }) => {
      const { questions, topics, depths } = openQuestions;
      return [
        ...within('questions', questions.length, 150, 400),
        ...topics.flatMap(({ id: topic }) =>
          depths.flatMap(({ id: depth }) =>
            within(
              `${topic}, ${depth}`,
              questions.filter((one) => one.topic === topic && one.depth === depth).length,
              6,
              20,
            ),
          ),
        ),
        ...notOneOf(
          topics.map(({ id }) => id),
          questions.map(({ topic }) => topic),
        ),
        ...notOneOf(
          ['light', 'middle', 'deep'],
          questions.map(({ depth }) => depth),
        ),
        ...doubles(questions.map(({ text }) => text.toLowerCase())),
      ];
    },
    plant: ({ openQuestions }) => {
      openQuestions.questions[8]!.text = openQuestions.questions[9]!.text;
    },
  },
  {
    name: 'every question is open: one sentence, no yes and no no, and it does not ask for reasons',
    complaints: ({ openQuestions }) =>
      [...openQuestions.questions, ...openQuestions.further].flatMap(({ id, text }) => [
        ...(/^[^.?]+\?$/.test(text) && wordsOf(text).length <= 20 ? [] : [`${id} is not one short question`]),
        ...(/^(For |With )?(what|which|how|when|where|whom?)\b|^can you tell me more/i.test(text)
          ? []
          : [`${id} may be closed`]),
      ]),
    plant: ({ openQuestions }) => {
      openQuestions.questions[5]!.text = 'Do you like mornings?';
    },
  },
  {
    name: 'what empathy and open questions claim has its sources, and they read easily',
    complaints: ({ empathy, openQuestions }) =>
      [
        { ...empathy, claims: empathy.tips },
        { ...openQuestions, claims: [] },
      ].flatMap(({ claims, ...file }) => {
        const { key, evidence } = file.practice;
        const all = [{ id: key, ...evidence }, ...claims];
        const named = all.flatMap(({ sources }) => sources);
        const known = file.sources.map(({ id }) => id);
        const ease = lix(
          shownIn(file)
            .map(({ words }) => words)
            .filter((words) => wordsOf(words).length > 3),
        );
        return [
          ...all.filter((claim) => (claim.strength === 'idea') !== (claim.sources.length === 0)).map(({ id }) => id),
          ...notOneOf(known, named),
          ...notOneOf(named, known),
          ...(ease < 27 ? [] : [`${key}: ${ease.toFixed(1)}`]),
        ];
      }),
    plant: ({ empathy }) => {
      empathy.tips[0]!.sources = [];
    },
  },
  // ------------------------------------------------------------------------------------------------ reaching out, good news
  {
    name: 'the six wishes are there, each with ways to say it that ask, and a promise that reads on after "I will"',
    complaints: ({ reachingOut }) => {
      const { wishes } = reachingOut;
      const ids = ['ten-minutes', 'hug', 'to-be-heard', 'help', 'fun', 'quiet-company'];
      return [
        ...ids.filter((wish) => !wishes.some(({ id }) => id === wish)),
        ...notOneOf(
          ids,
          wishes.map(({ id }) => id),
        ),
        ...wishes.flatMap(({ id, openers, promise }) => [
          ...within(`${id}, openers`, openers.length, 2, 4),
          ...openers.filter(({ text }) => !text.includes('?')).map((opener) => opener.id),
          ...(/^\p{Ll}[^.?]+$/u.test(promise) && !/^(I|will)\b/.test(promise) ? [] : [`${id} is no promise`]),
        ]),
        ...doubles(wishes.flatMap(({ openers }) => openers.map(({ text }) => text))),
      ];
    },
    plant: ({ reachingOut }) => {
      reachingOut.wishes[1]!.openers[0]!.text = 'Give me a hug.';
    },
  },
  {
    name: '"not tonight" reads on after "because" and "but", and there is enough to begin with',
    complaints: ({ reachingOut: { because, but, thanks } }) => [
      ...within('because', because.length, 4, 8),
      ...within('but', but.length, 4, 8),
      ...['here', 'at', 'not-now'].flatMap((choice) =>
        within(`thanks for ${choice}`, thanks.filter(({ fits }) => fits.includes(choice)).length, 3, 6),
      ),
      ...(thanks[0]?.fits.length === 3 ? [] : ['the first thanks fit every answer']),
      ...[...because, ...but].filter(({ text }) => /^(because|but)\b|[.,?]$/i.test(text)).map(({ id }) => id),
    ],
    plant: ({ reachingOut }) => {
      reachingOut.but[0]!.text = 'but tomorrow is fine.';
    },
  },
  {
    name: 'questions to good news are open, enough in each of three groups, and none stands twice',
    complaints: ({ goodNews: { groups, warm } }) => {
      const questions = groups.flatMap((group) => group.questions);
      return [
        ...within('groups', groups.length, 3, 3),
        ...within('questions', questions.length, 12, 60),
        ...groups.flatMap((group) => within(group.id, group.questions.length, 4, 20)),
        ...within('warm lines', warm.length, 6, 12),
        ...questions.filter(({ text }) => !/^(What|Which|How|Who)\b[^.?]+\?$/.test(text)).map(({ id }) => id),
        ...doubles([...questions, ...warm].map(({ text }) => text)),
        ...doubles(questions.map(({ id }) => id)),
      ];
    },
    plant: ({ goodNews }) => {
      goodNews.groups[0]!.questions[0]!.text = 'Are you happy about it?';
    },
  },
  {
    name: 'what reaching out and good news claim has its sources, and they read easily',
    complaints: ({ reachingOut, goodNews }) =>
      [reachingOut, goodNews].flatMap((file) => {
        const { key, evidence } = file.practice;
        const known = file.sources.map(({ id }) => id);
        const ease = lix(
          shownIn(file)
            .map(({ words }) => words)
            .filter((words) => wordsOf(words).length > 3),
        );
        return [
          ...notOneOf(['studies'], [evidence.strength]),
          ...notOneOf(known, evidence.sources),
          ...notOneOf(evidence.sources, known),
          ...notOneOf(
            ['whole', 'abstract', 'report'],
            file.sources.map(({ seen }) => seen),
          ),
          ...(ease < 27 ? [] : [`${key}: ${ease.toFixed(1)}`]),
        ];
      }),
    plant: ({ goodNews }) => {
      goodNews.practice.evidence.sources = [];
    },
  },
  // ------------------------------------------------------------------------------------------------ pause
  {
    name: 'what helps in a pause calms: enough of it, and nothing that goes over the quarrel',
    complaints: ({ pause: { helps } }) => [
      ...within('helps', helps.length, 12, 40),
      ...helps
        .filter(({ text }) =>
          /\b(quarrel|argu\w*|fight|talk|sa(y|id)|partner|the other|they|them|why|think|write|blame)\b/i.test(text),
        )
        .map(({ id }) => id),
      ...doubles(helps.map(({ text }) => text)),
    ],
    plant: ({ pause }) => {
      pause.helps[2]!.text = 'Write down what they said.';
    },
  },
  {
    name: 'a first sentence after a pause begins with oneself or asks, and blames nobody',
    complaints: ({ pause: { backs, goOn, promise } }) => [
      ...within('first sentences', backs.length, 6, 15),
      ...within('sentences to go on with', goOn.length, 3, 8),
      ...[...backs, ...goOn]
        .filter(({ text }) => /^(You|But|Why)\b|\b(always|never|calm down|your fault|because you)\b/i.test(text))
        .map(({ id }) => id),
      ...doubles([...backs, ...goOn].map(({ text }) => text)),
      ...(/^\p{Ll}[^.?]+$/u.test(promise) && !/^(I|will)\b/.test(promise) ? [] : ['the promise']),
    ],
    plant: ({ pause }) => {
      pause.backs[1]!.text = 'You always shout.';
    },
  },
  {
    name: 'what the pause claims has its source, and it reads easily',
    complaints: ({ pause }) => {
      const { evidence } = pause.practice;
      const known = pause.sources.map(({ id }) => id);
      const ease = lix(
        shownIn(pause)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...notOneOf(['studies'], [evidence.strength]),
        ...notOneOf(known, evidence.sources),
        ...notOneOf(evidence.sources, known),
        ...notOneOf(
          ['whole', 'abstract', 'report'],
          pause.sources.map(({ seen }) => seen),
        ),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ pause }) => {
      pause.practice.evidence.sources = [];
    },
  },
  // ------------------------------------------------------------------------------------------------ a life of one's own
  {
    name: 'questions for the journal ask about oneself: enough of them, none twice, none about what the other one does',
    complaints: ({ journal: { prompts } }) => [
      ...within('prompts', prompts.length, 10, 40),
      ...prompts.filter(({ text }) => !/^(What|Which|How|Where|When)\b[^?]+\?$/.test(text)).map(({ id }) => id),
      ...prompts.filter(({ text }) => /\b(partner|he|she|they|them|the other one)\b/i.test(text)).map(({ id }) => id),
      ...doubles(prompts.map(({ text }) => text)),
    ],
    plant: ({ journal }) => {
      journal.prompts[0]!.text = 'What did your partner do again?';
    },
  },
  {
    name: 'the neutral observer asks its three questions in order, each with a sentence to go on with',
    complaints: ({ neutralObserver: { questions } }) => [
      ...within('questions', questions.length, 3, 3),
      ...(questions.map(({ id }) => id).join() === 'seen,hard,keep' ? [] : ['the order']),
      ...questions.filter(({ title }) => !title.endsWith('?')).map(({ id }) => id),
      ...questions.filter(({ label }) => /[.?:]$/.test(label)).map(({ id }) => id),
    ],
    plant: ({ neutralObserver }) => {
      neutralObserver.questions.reverse();
    },
  },
  {
    name: 'a cheer is short and warm: it asks nothing, sets no condition and no time to be back',
    complaints: ({ ownLife: { cheers } }) => [
      ...within('cheers', cheers.length, 4, 12),
      ...cheers.flatMap(({ id, text }) => within(id, wordsOf(text).length, 1, 8)),
      ...cheers
        .filter(({ text }) => /\?|\b(but|only|again|back|late|where|who|when|miss)\b/i.test(text))
        .map(({ id }) => id),
    ],
    plant: ({ ownLife }) => {
      ownLife.cheers[0]!.text = 'Enjoy it, but come back early.';
    },
  },
  {
    name: 'what a life of one’s own claims has its sources, and it reads easily',
    complaints: ({ journal, neutralObserver, ownLife }) =>
      [journal, neutralObserver, ownLife].flatMap((file) => {
        const { key, evidence } = file.practice;
        const sources: readonly { readonly id: string; readonly seen: string }[] = file.sources;
        const known = sources.map(({ id }) => id);
        const ease = lix(
          shownIn(file)
            .map(({ words }) => words)
            .filter((words) => wordsOf(words).length > 3),
        );
        return [
          ...notOneOf(['trial', 'idea'], [evidence.strength]),
          ...((evidence.strength === 'idea') === (known.length === 0) ? [] : [key]),
          ...notOneOf(known, evidence.sources),
          ...notOneOf(evidence.sources, known),
          ...notOneOf(
            ['whole', 'abstract', 'report'],
            sources.map(({ seen }) => seen),
          ),
          ...(ease < 27 ? [] : [`${key}: ${ease.toFixed(1)}`]),
        ];
      }),
    plant: ({ neutralObserver }) => {
      neutralObserver.practice.evidence.sources = [];
    },
  },
  // ------------------------------------------------------------------------------------------------ programme
  {
    name: 'the path has its six steps in order, each with a reason and three to five practices, some of them for one',
    complaints: ({ programme: { steps, rhythm, choices } }) => {
      const skills = ['aware', 'turn-toward', 'tolerate', 'understand', 'non-defensive', 'empathy'];
      const forOne = choices.filter(({ people, lots }) => people !== 'two' && lots > 0).map(({ id }) => id);
      const offered = [...steps.map(({ id, ids }) => ({ id, ids })), { id: 'small', ...rhythm.small }];
      const known = choices.map(({ id }) => id);
      const used = [...offered, rhythm.longer].flatMap(({ ids }) => ids);
      return [
        ...(steps.map(({ id }) => id).join() === skills.join()
          ? []
          : ['the steps are not the six skills in their order']),
        ...steps.flatMap(({ id, ids }) => within(`${id}, practices`, ids.length, 3, 5)),
        ...[rhythm.small, rhythm.longer].flatMap(({ ids }) => within('rhythm, practices', ids.length, 3, 8)),
        ...[...offered, { id: 'longer', ...rhythm.longer }].flatMap(({ id, ids }) => [
          ...within(`${id}, for one`, ids.filter((each) => forOne.includes(each)).length, 2, 8),
          ...doubles(ids),
        ]),
        ...steps.flatMap(({ id, why }) => within(`${id}, sentences`, why.match(/[.?](\s|$)/g)?.length ?? 0, 2, 3)),
        ...doubles([...steps, rhythm].flatMap(({ why, smallest, notice }) => [why, smallest, notice])),
        ...notOneOf(known, used),
        ...notOneOf(used, known),
      ];
    },
    plant: ({ programme }) => {
      programme.steps[2]!.ids = ['two-views'];
    },
  },
  {
    name: 'every practice that the path names exists, and is for as many people and as long as it says',
    complaints: ({ programme: { choices } }) => {
      const routes = readHouseRoutes();
      return choices.flatMap(({ id, path, people, minutes, lots }) => {
        const [, pack = '', key = ''] = /^\/guided\/attune-([a-z-]+)\/([a-z-]+)$/.exec(path) ?? [];
        const found = pack === '' ? null : readGuided(pack, key);
        return [
          ...(pack === '' ? notOneOf(routes, [path]) : []),
          ...(pack !== '' && found === null ? [`${path} is in no pack`] : []),
          ...(pack !== '' && key !== id ? [`${id} leads to ${path}`] : []),
          ...(found === null ? [] : notOneOf([found], [`${people} [${minutes.from}, ${minutes.to}]`])),
          ...notOneOf(['one', 'two', 'one-or-two'], [people]),
          ...within(`${id}, lots`, lots, 0, 1),
        ];
      });
    },
    plant: ({ programme }) => {
      programme.choices[0]!.path = '/check-in/nowhere';
      programme.choices[1]!.path = '/guided/attune-aware/nowhere';
    },
  },
  {
    name: 'nothing hard is drawn by lot',
    complaints: ({ programme: { choices } }) =>
      choices
        .filter(({ id, lots }) => ['something-hard', 'back-after-a-pause'].includes(id) && lots > 0)
        .map(({ id }) => id),
    plant: ({ programme }) => {
      for (const choice of programme.choices) choice.lots = 1;
    },
  },
  {
    name: 'what the path claims has its sources, and it reads easily',
    complaints: ({ programme }) => {
      const { evidence } = programme.practice;
      const known = programme.sources.map(({ id }) => id);
      const ease = lix(
        shownIn(programme)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...notOneOf(['studies'], [evidence.strength]),
        ...notOneOf(known, evidence.sources),
        ...notOneOf(evidence.sources, known),
        ...notOneOf(
          ['whole', 'abstract', 'report'],
          programme.sources.map(({ seen }) => seen),
        ),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ programme }) => {
      programme.practice.evidence.sources = [];
    },
  },
  // ------------------------------------------------------------------------------------------------ boundaries, appreciation, respect
  {
    name: 'the warm taps are those of the facts, and respect asks gently and offers small steps',
    complaints: ({ appreciation, respect }) => [
      ...notOneOf(
        ['thank-you', 'good-to-hear', 'touched'],
        appreciation.warm.map(({ id }) => id),
      ),
      ...within('warm taps', appreciation.warm.length, 3, 3),
      ...within('questions', respect.questions.length, 2, 5),
      ...respect.questions.filter(({ text }) => !text.endsWith('?') || /\bwhy\b/i.test(text)).map(({ id }) => id),
      ...respect.otherwise.filter(({ text }) => !text.endsWith('.')).map(({ id }) => id),
    ],
    plant: ({ appreciation }) => {
      appreciation.warm[0]!.id = 'points';
    },
  },
  {
    name: 'a doubt has ideas enough to choose from, and its questions ask gently',
    complaints: ({ benefitOfTheDoubt: { others, questions } }) => [
      ...within('ideas', others.length, 6, 10),
      ...within('questions', questions.length, 3, 6),
      ...others.filter(({ text }) => !text.endsWith('.')).map(({ id }) => id),
      ...questions.filter(({ text }) => !text.endsWith('?') || /\bwhy\b/i.test(text)).map(({ id }) => id),
    ],
    plant: ({ benefitOfTheDoubt }) => {
      benefitOfTheDoubt.questions[0]!.text = 'Why did you do that?';
    },
  },
  {
    name: 'what boundaries, appreciation, respect and benefit of the doubt claim is called an idea, and they read easily',
    complaints: ({ benefitOfTheDoubt, boundaries, appreciation, respect }) =>
      [benefitOfTheDoubt, boundaries, appreciation, respect].flatMap((file) => {
        const { key, evidence } = file.practice;
        const ease = lix(
          shownIn(file)
            .map(({ words }) => words)
            .filter((words) => wordsOf(words).length > 3),
        );
        return [
          ...notOneOf(['idea'], [evidence.strength]),
          ...notOneOf(['1 en'], [`${file.format} ${file.language}`]),
          ...(evidence.sources.length === 0 ? [] : [`${key} names sources that nobody has read`]),
          ...(ease < 27 ? [] : [`${key}: ${ease.toFixed(1)}`]),
        ];
      }),
    plant: ({ respect }) => {
      respect.practice.evidence.strength = 'trial';
    },
  },
  // ------------------------------------------------------------------------------------------------ openings
  {
    name: 'openings go from light to deep, ask openly about oneself, and say how to receive them',
    complaints: ({ openings }) => {
      const { questions, depths, receive, listen, warm, practice } = openings;
      const ease = lix(
        shownIn(openings)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...within('questions', questions.length, 24, 60),
        ...depths.flatMap(({ id }) =>
          within(`${id} questions`, questions.filter((one) => one.id.startsWith(`${id}-`)).length, 8, 20),
        ),
        ...notOneOf(
          ['light', 'middle', 'deep'],
          [...depths.map(({ id }) => id), ...questions.map(({ id }) => id.split('-')[0] ?? '')],
        ),
        ...questions
          .filter(({ text }) => !text.endsWith('?') || /\bwhy\b/i.test(text) || !/\byou/i.test(text))
          .map(({ id }) => id),
        ...doubles(questions.map(({ text }) => text)),
        ...notOneOf(
          ['listen', 'do-not-fix', 'thank'],
          receive.map(({ id }) => id),
        ),
        ...notOneOf(
          ['look', 'do-not-fix', 'thank'],
          listen.map(({ id }) => id),
        ),
        ...notOneOf(
          ['thank-you', 'glad-to-know', 'with-you', 'keep-safe'],
          warm.map(({ id }) => id),
        ),
        ...within('warm words', warm.length, 4, 4),
        ...notOneOf(['idea'], [practice.evidence.strength]),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ openings }) => {
      openings.questions[0]!.id = 'bottomless-question';
    },
  },
  // ------------------------------------------------------------------------------------------------ counsellor
  {
    name: 'the page for the counsellor fits one screen, says what the app is not, and asks to see each alone',
    complaints: ({ counsellor }) => {
      const { forCounsellor, fields, practice } = counsellor;
      const lines = forCounsellor.flatMap((part) => part.lines);
      const ease = lix(
        shownIn(counsellor)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...notOneOf(
          ['is', 'is-not', 'packs'],
          forCounsellor.map(({ id }) => id),
        ),
        ...within('parts', forCounsellor.length, 3, 3),
        ...within('words', lines.flatMap(wordsOf).length, 100, 260),
        ...['no therapy', 'no proof', 'each of the two alone', 'without code'].filter(
          (said) => !lines.some((line) => line.includes(said)),
        ),
        ...doubles(fields.map(({ text }) => text)),
        ...notOneOf(['idea'], [practice.evidence.strength]),
        ...notOneOf(['1 en'], [`${counsellor.format} ${counsellor.language}`]),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ counsellor }) => {
      counsellor.forCounsellor[1]!.lines = ['It is a therapy.'];
    },
  },
  // ------------------------------------------------------------------------------------------------ weekly meeting
  {
    name: 'the weekly meeting has its four parts in order, thanks first, and a word for two and for one in each',
    complaints: ({ weeklyMeeting }) => {
      const { parts, practice } = weeklyMeeting;
      const ease = lix(
        shownIn(weeklyMeeting)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...(parts.map(({ id }) => id).join(' ') === 'appreciation good topic next' ? [] : ['order']),
        ...parts.filter(({ ask }) => !ask.endsWith('?') || /\bwhy\b/i.test(ask)).map(({ id }) => id),
        ...notOneOf(['clinical-practice', 'idea'], [practice.evidence.strength]),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ weeklyMeeting }) => {
      weeklyMeeting.parts.reverse();
    },
  },
  // ------------------------------------------------------------------------------------------------ rebuilding
  {
    name: 'the gate of rebuilding asks three things with one calm answer each, and the path has words to begin with',
    complaints: ({ rebuilding }) => {
      const { gate, excuses, amends, items, rituals, setbacks, practice } = rebuilding;
      const ease = lix(
        shownIn(rebuilding)
          .map(({ words }) => words)
          .filter((words) => wordsOf(words).length > 3),
      );
      return [
        ...notOneOf(
          ['say-no', 'afraid', 'over'],
          gate.map(({ id }) => id),
        ),
        ...within('gate', gate.length, 3, 3),
        ...gate.filter(({ text, fits }) => !text.endsWith('?') || !/^(yes|no)$/.test(fits)).map(({ id }) => id),
        ...within('excuses', excuses.match.length, 10, 40),
        ...excuses.match.filter((words) => words !== words.toLowerCase().trim()),
        ...[amends, items, rituals, setbacks].flatMap((list, at) => within(`list ${at}`, list.length, 3, 8)),
        ...amends.filter(({ text }) => !text.startsWith('I ')).map(({ id }) => id),
        ...notOneOf(['clinical-practice'], [practice.evidence.strength]),
        ...(ease < 27 ? [] : [ease.toFixed(1)]),
      ];
    },
    plant: ({ rebuilding }) => {
      rebuilding.gate[1]!.fits = 'maybe';
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
  assert.deepEqual(folders.map((entry) => entry.name).sort(), [
    'appreciation',
    'benefit-of-the-doubt',
    'boundaries',
    'check-in',
    'counsellor',
    'cues',
    'empathy',
    'feelings',
    'good-news',
    'guided',
    'help',
    'journal',
    'neutral-observer',
    'noticing',
    'open-questions',
    'openings',
    'own-life',
    'pause',
    'programme',
    'promises',
    'reaching-out',
    'rebuilding',
    'respect',
    'weekly-meeting',
  ]);
});

// ------------------------------------------------------------------------------------- what the path may lead to

test('help: at least thirty countries, each with an emergency number, a line that can be reached, and where it comes from', () => {
  const complaintsOf = ({ lines, emergency }: typeof help): readonly string[] => {
    const countries = new Set(lines.map(({ country }) => country));
    return [
      ...within('countries', countries.size, 30, 250),
      ...[...countries].filter((country) => !/^[A-Z]{2}$/.test(country) || !(country in emergency)),
      ...lines
        .filter(({ number, site }) => number === '' && site === '')
        .map(({ name }) => `${name} cannot be reached`),
      ...lines.filter(({ number }) => !/^[#0-9 -]{0,16}$/.test(number)).map(({ number }) => `${number} is no number`),
      ...lines
        .filter(({ site }) => !/^([a-z0-9-]+\.)*[a-z0-9-]+$|^$/.test(site))
        .map(({ site }) => `${site} is no site`),
      ...lines
        .filter(({ source, name }) => source === '' || name === '')
        .map(({ country }) => `${country} has no source`),
      ...notOneOf(
        ['violence', 'crisis'],
        lines.map(({ kind }) => kind),
      ),
      ...[...countries].filter(
        (country) => !lines.some((line) => line.country === country && line.kind === 'violence'),
      ),
    ];
  };
  assert.deepEqual(complaintsOf(help), []);
  assert.match(help.gathered, /^\d{4}-\d{2}-\d{2}$/);
  const planted = structuredClone(help);
  planted.lines[0]!.number = 'call us';
  planted.lines[1]!.country = 'Atlantis';
  assert.equal(complaintsOf(planted).length >= 2, true);
});

/** Every address of a house practice that needs nothing filled in. */
function readHouseRoutes(): readonly string[] {
  const web = join(import.meta.dirname, '..', 'src', 'web');
  const screens = readdirSync(web).map((folder) => join(web, folder, 'practice.tsx'));
  const texts = screens.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/\{ path: '([^':]+)',/g)].map(([, path = '']) => path));
}

/** For whom and how long a practice of our own packs is, as it stands there; null: there is none. */
function readGuided(pack: string, key: string): string | null {
  const path = join(import.meta.dirname, 'guided', 'en', `${pack}.yaml`);
  const practices = existsSync(path) ? readFileSync(path, 'utf8').split(/^ {2}- (?=key: )/m) : [];
  const found = practices.find((text) => text.startsWith(`key: ${key}\n`));
  if (found === undefined) return null;
  const field = (name: string): string => new RegExp(`^ {4}${name}: (.+)$`, 'm').exec(found)?.[1]?.trim() ?? '';
  return `${field('people')} ${field('minutes')}`;
}
