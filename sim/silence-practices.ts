/** Marker words in every text of the practices of the six skills; beside silence-words.ts, which has the first three. */
import {
  type Ask,
  type BoundaryThing,
  boundaries,
  type CheckIn,
  type Command,
  type GoodNews,
  guided,
  type KeptScript,
  myBoundaries,
  type OpenQuestion,
  openings,
  openingsNewestFirst,
  placeOf,
  type Script,
  type Session,
  thingsOf,
  type Values,
  type Wish,
} from '#core';
import type { Device } from '#device';
import { noReach, talkScript } from './private-acts.ts';
import { bringToMeetings, writeMeetingRound } from './silence-meeting.ts';
import { writeOwnLifeRound } from './silence-own-life.ts';
import { answerRebuilding, writeRebuildingRound } from './silence-rebuilding.ts';
import type { Writer } from './silence-words.ts';

/** One round of everything that one person can begin. */
export async function writePracticesRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  const put = () => ({ topic: 'everyday', question: { id: null, text: `${word()}?` }, words: word() }) as const;
  await give(writer, { practice: 'reaching-out', type: 'keep', wish: 'hug', words: word() });
  await give(writer, { practice: 'reaching-out', type: 'ask', wish: 'ten-minutes', words: word() });
  await give(writer, { practice: 'good-news', type: 'keep', thing: null, happened: word(), means: word() });
  await give(writer, { practice: 'good-news', type: 'tell', happened: word(), means: word() });
  await give(writer, { practice: 'appreciation', type: 'keep', thing: null, did: word(), meant: word() });
  await give(writer, { practice: 'appreciation', type: 'say', did: word(), meant: word() });
  const opened = { question: 'light-sound', words: word() };
  await give(writer, { practice: 'openings', type: 'write', thing: null, ...opened });
  await shareOpenings(writer);
  await give(writer, { practice: 'openings', type: 'write', thing: null, ...opened, words: word() });
  const reflected = [{ question: 'kind', words: word() }];
  await give(writer, { practice: 'respect', type: 'reflect', thing: null, answers: reflected, otherwise: word() });
  const doubt = { saw: word(), story: word(), others: [word(), word()], question: `${word()}?` };
  await give(writer, { practice: 'benefit-of-the-doubt', type: 'write', ...doubt });
  await give(writer, { practice: 'benefit-of-the-doubt', type: 'note', saw: word() });
  await writeBoundaries(writer);
  await give(writer, { practice: 'open-questions', type: 'ask', ...put() });
  for (const about of ['partner', 'me'] as const)
    await give(writer, { practice: 'open-questions', type: 'note', about, ...put() });
  await give(writer, { practice: 'open-questions', type: 'keep-question', text: `${word()}?` });
  await give(writer, { practice: 'guided', type: 'keep-script', script: markedScript(word) });
  for (const way of ['two-phones', 'passed'] as const)
    await give(writer, {
      practice: 'guided',
      type: 'begin',
      script: markedScript(word),
      way,
      topic: word(),
      first: 'me',
    });
  await give(writer, { practice: 'pause', type: 'begin', session: null, isShared: true, what: word(), minutes: 20 });
  await writeOwnLifeRound(writer);
  await writeMeetingRound(writer);
  await writeRebuildingRound(writer);
}

/** Answers to what the other has begun. */
export async function answerPracticesRound(writer: Writer): Promise<void> {
  const device = writer.device();
  const all = <Thing>(practice: string): readonly Thing[] =>
    [...(device.snapshot().thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[]; // made by its fold
  await bringToMeetings(writer);
  for (const wish of all<Wish>('reaching-out'))
    if (wish.asker === 'partner')
      await tryTo(writer, (word) => ({
        practice: 'reaching-out',
        type: 'answer-not-now',
        thing: wish.id,
        because: word(),
        but: word(),
      }));
  for (const news of all<GoodNews>('good-news'))
    if (news.teller === 'partner')
      await tryTo(writer, (word) => ({ practice: 'good-news', type: 'ask', thing: news.id, question: `${word()}?` }));
  for (const one of all<BoundaryThing>('boundaries'))
    if (one.type === 'boundary' && one.author === 'partner')
      await tryTo(writer, (word) => ({ practice: 'boundaries', type: 'ask', thing: one.id, question: `${word()}?` }));
  for (const asked of all<OpenQuestion>('open-questions'))
    if (asked.type === 'shared')
      await tryTo(writer, (word) => ({ practice: 'open-questions', type: 'answer', thing: asked.id, words: word() }));
  const [felt] = all<CheckIn>('check-in').filter((one) => one.author === 'partner' && one.standing === 'ours');
  if (felt !== undefined)
    for (const type of ['write', 'answer'] as const)
      await tryTo(writer, (word) => ({ practice: 'empathy', type, thing: null, to: felt.id, words: word() }));
  await answerRebuilding(writer);
  for (const session of all<Session | KeptScript>('guided'))
    if (session.type === 'session' && session.ending === null) await goThrough(writer, session.id);
}

/** What was written is shared; what is written after stays mine. */
async function shareOpenings(writer: Writer): Promise<void> {
  const [own] = openingsNewestFirst(thingsOf(writer.device().snapshot().thingsByPractice, openings));
  if (own?.standing === 'mine') await give(writer, { practice: 'openings', type: 'share', thing: own.id });
}

/** One that stays mine, with a note of a crossing, and one that is shared. */
async function writeBoundaries(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  for (let count = 0; count < 2; count++) {
    const said = { about: word(), fine: word(), ask: word(), no: word(), keep: word() };
    await give(writer, {
      practice: 'boundaries',
      type: 'write',
      thing: null,
      ...said,
      reviewInDays: 30,
      reach: noReach,
    });
  }
  const things = thingsOf(writer.device().snapshot().thingsByPractice, boundaries);
  const [mine, shared] = myBoundaries(things).filter(({ sharing }) => sharing === null);
  if (mine === undefined || shared === undefined) return;
  const noted = { happened: word(), said: word(), did: word() };
  await give(writer, { practice: 'boundaries', type: 'note-crossing', thing: mine.id, ...noted });
  await give(writer, { practice: 'boundaries', type: 'share', thing: shared.id });
}

/** Writes into each step that is one's own, and opens what one may open. */
async function goThrough(writer: Writer, thing: string): Promise<void> {
  for (let steps = 0; steps < 8; steps++) {
    const session = sessionOn(writer.device(), thing);
    const place = session === null ? null : placeOf(session);
    if (session === null || place === null || session.ending !== null) return;
    const at = { place: session.place, visit: session.visit };
    const verdict = place.step.gate === null ? 'on' : steps < 2 ? 'almost' : 'yes';
    const who = session.way === 'passed' && place.step.who === 'listener' ? place.listener : place.speaker;
    const voice = session.way === 'passed' ? who : 'me';
    const common = { practice: 'guided', type: 'go', thing, voice, ...at, verdict } as const;
    const valuesOf = (word: () => string): Values =>
      Object.fromEntries(place.step.asks.map((ask) => [ask.id, answerFor(ask, word, writer)]));
    const withWords =
      place.step.asks.length > 0 &&
      (await tryTo(writer, (word) => ({ ...common, values: valuesOf(word), missed: '' })));
    const goOn = (word: () => string): Command => ({
      ...common,
      values: null,
      missed: verdict === 'almost' ? word() : '',
    });
    if (!withWords && !(await tryTo(writer, goOn))) return;
    await writer.wait(100);
  }
}

const answerFor = (ask: Ask, word: () => string, writer: Writer): string =>
  ask.options[0]?.id ?? (ask.kind === 'date' ? writer.dayAhead(3) : word());

const sessionOn = (device: Device, thing: string): Session | null => {
  const found = thingsOf(device.snapshot().thingsByPractice, guided).get(thing);
  return found?.type === 'session' ? found : null;
};

/** A pack of somebody's own may hold words that nobody else should read. */
const markedScript = (word: () => string): Script => ({ ...talkScript, name: word(), line: word(), why: word() });

async function give(writer: Writer, command: Command): Promise<void> {
  const result = await writer.device().command(command);
  if (!result.ok) throw new Error(`${command.practice} ${command.type}: ${result.error.refusal}`);
}

/** False when it was refused: the other one may have gone on meanwhile. Its words were never written then. */
async function tryTo(writer: Writer, toCommand: (word: () => string) => Command): Promise<boolean> {
  const { marked } = writer;
  const before = marked.count();
  const { ok } = await writer.device().command(toCommand(marked.word));
  if (!ok) marked.takeBack(before);
  return ok;
}
