/**
 * What Noor may do for herself in the practices of the six skills: refuse silently, not answer, write without sending,
 * open, draw, rest. None of it may be seen from Sam's side. And what Sam has begun before, so that there is something
 * to refuse.
 */
import {
  type Appreciation,
  type BoundaryThing,
  type CheckIn,
  type Command,
  type Empathy,
  type GoodNews,
  type KeptScript,
  type MyCopy,
  myCopyToText,
  type Opening,
  type OpeningThing,
  type OpenQuestion,
  type ReachWords,
  type Script,
  type Session,
  textToMyCopy,
  type Wish,
} from '#core';
import type { Device, Snapshot } from '#device';
import { assert, bytesToHex } from '#kernel';
import { readPack } from '#packs';
import type { Dice } from './clockwork.ts';
import { everyStep } from './every-step.ts';
import { meetingActs } from './private-acts-meeting.ts';
import { beginOnePage, ownLifeActs, shareOneTime } from './private-acts-own.ts';
import { rebuildingActs } from './private-acts-rebuilding.ts';

/** Stands in every word that Noor writes for herself. */
export const privateWords = 'only for me';

export interface PrivateAct {
  readonly name: string;
  /** False when there was nothing to do, or it was refused. */
  readonly run: (device: Device, dice: Dice) => Promise<boolean>;
}

const whole = readPack(everyStep);
assert(whole.ok, 'the practice with every step is read');
const [talk] = whole.value.practices;
assert(talk !== undefined, 'the pack holds a practice');
export const talkScript: Script = talk;
const forOne: Script = { ...talkScript, people: 'one-or-two' };

const question = { topic: 'everyday', question: { id: null, text: 'What was good about today?' } } as const;

/** Sam begins one of each; Noor's device has them before the courses part. */
export async function beginOneOfEach(sam: Device): Promise<void> {
  for (const command of [
    { practice: 'guided', type: 'begin', script: talkScript, way: 'two-phones', topic: '', first: 'partner' },
    { practice: 'reaching-out', type: 'ask', wish: 'ten-minutes', words: '' },
    { practice: 'good-news', type: 'tell', happened: 'It worked', means: '' },
    { practice: 'open-questions', type: 'ask', words: 'The light in the morning', ...question },
    { practice: 'check-in', type: 'write', visibility: 'ours', feltAtMs: null, ...felt('from Sam') },
    { practice: 'appreciation', type: 'say', did: 'You waited for me', meant: '' },
    { practice: 'boundaries', type: 'write', thing: null, ...boundary('from Sam') },
    { practice: 'openings', type: 'write', thing: null, question: 'light-sound', words: 'Rain' },
    { practice: 'weekly-meeting', type: 'propose', atMs: null },
    { practice: 'rebuilding', type: 'propose', role: 'broke' },
  ] satisfies readonly Command[])
    await sam.command(command);
  await shareOneTime(sam);
  await beginOnePage(sam, '2026-11-28');
  const own = find<OpeningThing>(sam.snapshot(), 'openings', ({ type }) => type === 'opening');
  const shareOwn: Command | null = own === null ? null : { practice: 'openings', type: 'share', thing: own.id };
  if (shareOwn !== null) await sam.command(shareOwn);
  const written = find<BoundaryThing>(sam.snapshot(), 'boundaries', () => true);
  if (written === null) return;
  const share: Command = { practice: 'boundaries', type: 'share', thing: written.id };
  await sam.command(share);
}

export const noReach: ReachWords = {
  ...{ owners: [], things: [], takes: [], gives: [], hides: [], denials: [], phrases: [], selves: [] },
};
const boundary = (words: string) =>
  ({ about: 'Quiet', fine: words, ask: words, no: words, keep: words, reviewInDays: 30, reach: noReach }) as const;

const felt = (note: string) => ({ feelings: [{ type: 'known', id: 'sad' }], strength: 3, needs: [], note }) as const;

export const privateActs: readonly PrivateAct[] = [
  act('a talk alone begun', (_, words) => ({
    ...{ practice: 'guided', type: 'begin', script: forOne, way: 'alone', topic: words, first: 'me' },
  })),
  act('a talk on one phone begun', (_, words) => ({
    ...{ practice: 'guided', type: 'begin', script: talkScript, way: 'passed', topic: words, first: 'partner' },
  })),
  act('a talk for two drafted', (_, words) => ({
    ...{
      practice: 'guided',
      type: 'begin',
      script: talkScript,
      way: 'two-phones',
      topic: `${words} topic`,
      first: 'me',
    },
  })),
  act('a talk alone goes on', (snapshot, words) => {
    const session = find<Session | KeptScript>(
      snapshot,
      'guided',
      (one) => one.type === 'session' && one.way !== 'two-phones',
    );
    if (session?.type !== 'session') return null;
    const { id: thing, place, visit } = session;
    const values = Object.fromEntries(
      (session.places[place]?.step.asks ?? []).map((ask) => [ask.id, ask.options[0]?.id ?? `${words}.`]),
    );
    return { practice: 'guided', type: 'go', thing, voice: 'me', place, visit, values, verdict: 'on', missed: '' };
  }),
  act('a talk set aside', (snapshot) => {
    const session = find<Session | KeptScript>(
      snapshot,
      'guided',
      (one) => one.type === 'session' && one.way === 'two-phones',
    );
    return session === null ? null : { practice: 'guided', type: 'set-aside', thing: session.id };
  }),
  act('a practice kept from a file', () => ({ practice: 'guided', type: 'keep-script', script: talkScript })),
  act('a wish kept', (_, words) => ({ practice: 'reaching-out', type: 'keep', wish: 'hug', words })),
  act('a wish drafted', (_, words) => ({ practice: 'reaching-out', type: 'ask', wish: 'fun', words })),
  act('a wish not answered', (snapshot) => {
    const wish = find<Wish>(snapshot, 'reaching-out', (one) => one.asker === 'partner');
    return wish === null ? null : { practice: 'reaching-out', type: 'set-aside', thing: wish.id };
  }),
  act('a "not tonight" drafted', (snapshot, words) => {
    const wish = find<Wish>(snapshot, 'reaching-out', (one) => one.asker === 'partner');
    return wish === null
      ? null
      : { practice: 'reaching-out', type: 'answer-not-now', thing: wish.id, because: words, but: '' };
  }),
  act('good news kept', (_, words) => ({
    ...{ practice: 'good-news', type: 'keep', thing: null, happened: `${words}.`, means: '' },
  })),
  act('good news drafted', (_, words) => ({
    practice: 'good-news',
    type: 'tell',
    happened: `${words}.`,
    means: words,
  })),
  act('good news not asked about', (snapshot) => {
    const news = find<GoodNews>(snapshot, 'good-news', (one) => one.teller === 'partner');
    return news === null ? null : { practice: 'good-news', type: 'set-aside', thing: news.id };
  }),
  act('appreciation kept', (_, words) => ({
    ...{ practice: 'appreciation', type: 'keep', thing: null, did: `${words}.`, meant: words },
  })),
  act('appreciation drafted', (_, words) => ({
    practice: 'appreciation',
    type: 'say',
    did: `${words}.`,
    meant: words,
  })),
  act('a boundary written, and later crossed', (snapshot, words) => {
    const own = find<BoundaryThing>(snapshot, 'boundaries', isMyBoundary);
    return own === null
      ? writeBoundary(words)
      : {
          practice: 'boundaries',
          type: 'note-crossing',
          thing: own.id,
          happened: `${words}.`,
          said: words,
          did: words,
        };
  }),
  act('a boundary drafted', (snapshot, words) => {
    const own = find<BoundaryThing>(snapshot, 'boundaries', isMyBoundary);
    return own === null ? writeBoundary(words) : { practice: 'boundaries', type: 'share', thing: own.id };
  }),
  act('an opening received, a depth chosen, and one written', (snapshot, words) => {
    const theirs = find<OpeningThing>(snapshot, 'openings', (one) => isOpeningOf(one, 'partner') && !one.isOpened);
    if (theirs !== null) return { practice: 'openings', type: 'open', thing: theirs.id };
    if (find<OpeningThing>(snapshot, 'openings', ({ type }) => type === 'depth') === null)
      return { practice: 'openings', type: 'choose', depth: 'deep' };
    const mine = find<OpeningThing>(snapshot, 'openings', (one) => isOpeningOf(one, 'me') && one.standing === 'mine');
    return mine === null
      ? { practice: 'openings', type: 'write', thing: null, question: 'deep-afraid', words: `${words}.` }
      : { practice: 'openings', type: 'forget', thing: mine.id };
  }),
  act('how I spoke of the other', (_, words) => ({
    ...{ practice: 'respect', type: 'reflect', thing: null, answers: [], otherwise: `${words}.` },
  })),
  act('a private thing deleted', (snapshot) => {
    const note = find<BoundaryThing>(snapshot, 'boundaries', ({ type }) => type === 'crossing');
    if (note !== null) return { practice: 'boundaries', type: 'forget', thing: note.id };
    const kept = find<Appreciation>(
      snapshot,
      'appreciation',
      ({ author, standing }) => author === 'me' && standing === 'mine',
    );
    return kept === null ? null : { practice: 'appreciation', type: 'forget', thing: kept.id };
  }),
  act('no more of that offered', () => ({ practice: 'respect', type: 'decline', quiet: 'until-i-begin' })),
  act('a question not answered', (snapshot) => {
    const asked = find<OpenQuestion>(snapshot, 'open-questions', (one) => one.type === 'shared');
    return asked === null ? null : { practice: 'open-questions', type: 'set-aside', thing: asked.id };
  }),
  act('a question drafted', (_, words) => ({
    practice: 'open-questions',
    type: 'ask',
    words: `${words}.`,
    ...question,
  })),
  act('a map entry written', (_, words) => ({
    ...{ practice: 'open-questions', type: 'note', about: 'partner', words: `${words}.`, ...question },
  })),
  act('a depth chosen', () => ({ practice: 'open-questions', type: 'choose-depth', depth: 'middle' })),
  act('an empathic answer written', (snapshot, words) => {
    const shared = find<CheckIn>(snapshot, 'check-in', (one) => one.author === 'partner' && one.standing === 'ours');
    return shared === null
      ? null
      : { practice: 'empathy', type: 'write', thing: null, to: shared.id, words: `${words}.` };
  }),
  act('an empathic answer drafted', (snapshot, words) => {
    const shared = find<CheckIn>(snapshot, 'check-in', (one) => one.author === 'partner' && one.standing === 'ours');
    return shared === null
      ? null
      : { practice: 'empathy', type: 'answer', thing: null, to: shared.id, words: `${words}.` };
  }),
  act('words to hear kept', (snapshot, words) => {
    const own = find<CheckIn>(snapshot, 'check-in', (one) => one.author === 'me');
    return own === null ? null : { practice: 'empathy', type: 'keep', thing: null, to: own.id, words: `${words}.` };
  }),
  act('empathic words let go', (snapshot) => {
    const own = find<Empathy>(snapshot, 'empathy', () => true);
    return own === null ? null : { practice: 'empathy', type: 'forget', thing: own.id };
  }),
  act('a pause of my own', () => ({
    ...{ practice: 'pause', type: 'begin', session: null, isShared: false, what: '', minutes: 20 },
  })),
  act('a face looked at', () => ({ practice: 'cues', type: 'review', card: 'first', grade: 'new' })),
  act('the programme begun', () => ({ practice: 'programme', type: 'begin', isTogether: true })),
  act('a step further', () => ({ practice: 'programme', type: 'go-on' })),
  act('resting', () => ({ practice: 'programme', type: 'rest', until: null })),
  act('back again', () => ({ practice: 'programme', type: 'resume' })),
  act('a suggestion drawn', () => ({
    ...{ practice: 'programme', type: 'draw', seed: 7, choices: [{ practice: 'check-in', weight: 1 }] },
  })),
  act('where I am, drafted', () => ({ practice: 'programme', type: 'share-step' })),
  ...ownLifeActs,
  ...meetingActs,
  ...rebuildingActs,
  copyMade(),
  broughtBack(),
];

const isOpeningOf = (one: OpeningThing, author: Opening['author']): one is Opening =>
  one.type === 'opening' && one.author === author;

const isMyBoundary = (one: BoundaryThing): boolean => one.type === 'boundary' && one.author === 'me';

const writeBoundary = (words: string): Command => ({
  ...{ practice: 'boundaries', type: 'write', thing: null, ...boundary(`${words}.`) },
});

function act(name: string, toCommand: (snapshot: Snapshot, words: string) => Command | null): PrivateAct {
  return {
    name,
    run: async (device, dice) => {
      const command = toCommand(device.snapshot(), `${privateWords} `.repeat(dice.roll(9)).trim());
      return command !== null && (await device.command(command)).ok;
    },
  };
}

/** Taking my words along, and trying recovery words: reading, and nothing else. */
function copyMade(): PrivateAct {
  return {
    name: 'a copy made and words tried',
    run: async (device) => {
      const copy = await device.makeMyCopy();
      await device.tryPhrase(Array<string>(12).fill('abandon'));
      return textToMyCopy(myCopyToText(copy)).ok;
    },
  };
}

function broughtBack(): PrivateAct {
  return {
    name: 'something brought back from a copy',
    run: async (device, dice) => {
      const body = { happened: 'only for me '.repeat(1 + dice.roll(9)), means: '' };
      const at = '2026-11-02T09:00:00.000Z';
      const id = Date.parse(at).toString(16).padStart(12, '0') + bytesToHex(dice.bytes(10));
      const event = { by: 'me', in: 'mine', at, kind: 'good-news/own-told', body } as const;
      const copy: MyCopy = {
        madeAt: at,
        names: { me: '', partner: '' },
        things: [{ id, practice: 'good-news', events: [event] }],
      };
      const back = await device.bringBackMyCopy(myCopyToText(copy));
      return back.ok && back.value.things === 1;
    },
  };
}

function find<Thing extends { readonly id: string }>(
  snapshot: Snapshot,
  practice: string,
  fits: (one: Thing) => boolean,
): Thing | null {
  const things = [...(snapshot.thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[]; // made by its own fold
  return things.find(fits) ?? null;
}
