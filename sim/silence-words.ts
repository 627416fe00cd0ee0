/**
 * Marker words in every text that a person can write, in every visibility, and the search for them in whatever a server
 * saw or kept: as UTF-8, UTF-16 of both orders, hex of both cases, and base64 at its three alignments.
 */
import type { CheckIn, Command, Noticing, Pledge, Visibility } from '#core';
import type { Device } from '#device';

export const markerStart = 'zqmarker';

export interface Marked {
  /** The next word, never given twice. */
  readonly word: () => string;
  readonly count: () => number;
  /** Those given since `count` were not written: what they were for was refused. */
  readonly takeBack: (count: number) => void;
  readonly isTakenBack: (number: number) => boolean;
}

export function createMarked(): Marked {
  let count = 0;
  const takenBack = new Set<number>();
  return {
    word: () => {
      count += 1;
      return `${markerStart}${count}zq`;
    },
    count: () => count,
    takeBack: (since) => {
      for (let number = since + 1; number <= count; number++) takenBack.add(number);
    },
    isTakenBack: (number) => takenBack.has(number),
  };
}

/** Every spelling in which the beginning of a marker would stand in some bytes. */
export function spellings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + utf8.length) * 8) / 6);
    return Buffer.from(whole.slice(from, to));
  });
  return [
    utf8,
    little,
    big,
    Buffer.from(utf8.toString('hex')),
    Buffer.from(utf8.toString('hex').toUpperCase()),
    ...base64,
  ];
}

/** Where markers stand in these bytes; [] is silence. */
export function markersIn(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return spellings(markerStart).flatMap((spelling) => {
    const at = buffer.indexOf(spelling);
    return at < 0 ? [] : [`${spelling.toString('latin1')} at ${at}`];
  });
}

/** The numbers of the markers that stand in plain letters in some records: to see that they were really written. */
export function markersKept(records: Iterable<Uint8Array>): Set<string> {
  const found = new Set<string>();
  for (const bytes of records) {
    const text = Buffer.from(bytes).toString('utf8');
    for (const [, number] of text.matchAll(new RegExp(`${markerStart}(\\d+)zq`, 'g'))) if (number) found.add(number);
  }
  return found;
}

export interface Writer {
  readonly device: () => Device;
  readonly marked: Marked;
  /** Gives everyone time. */
  readonly wait: (ms: number) => Promise<void>;
  /** A day further on, YYYY-MM-DD. */
  readonly dayAhead: (days: number) => string;
}

async function give(writer: Writer, command: Command): Promise<string> {
  const result = await writer.device().command(command);
  if (!result.ok) throw new Error(`${command.practice} ${command.type}: ${result.error.refusal}`);
  return result.value.things[0] ?? '';
}

const visibilities: readonly Visibility[] = ['mine', 'for-now', 'sealed', 'ours'];

/** One round of everything that one person can write down alone or to the other. */
export async function writeRound(writer: Writer): Promise<void> {
  const { marked, dayAhead } = writer;
  const { word } = marked;
  const feelings = () => [{ type: 'own' as const, words: word() }];
  const typed = () => ({ feelings: feelings(), strength: 3 as const, needs: [], note: word() });
  for (const visibility of visibilities) {
    const thing = await give(writer, { practice: 'check-in', type: 'write', visibility, feltAtMs: null, ...typed() });
    await writer.wait(100);
    if (visibility !== 'sealed') await give(writer, { practice: 'check-in', type: 'rewrite', thing, ...typed() });
  }
  const noticed = { practice: 'noticing', type: 'notice', thing: null, cues: [], words: word() } as const;
  const thing = await give(writer, noticed);
  await give(writer, { practice: 'noticing', type: 'guess', thing, feelings: feelings(), strength: 2, certainty: 2 });
  await give(writer, { practice: 'noticing', type: 'prepare', thing, opener: `${word()}?` });
  await give(writer, {
    practice: 'noticing',
    type: 'write-down',
    thing,
    feelings: feelings(),
    strength: 2,
    words: word(),
  });
  await give(writer, { practice: 'noticing', type: 'judge', thing, closeness: 'near', words: word() });
  const asked = await give(writer, { ...noticed, words: word() });
  await give(writer, {
    practice: 'noticing',
    type: 'guess',
    thing: asked,
    feelings: feelings(),
    strength: 2,
    certainty: 2,
  });
  await give(writer, { practice: 'noticing', type: 'send', thing: asked, opener: `${word()}?` });
  for (const to of ['partner', 'myself'] as const) {
    const by = { date: dayAhead(5), time: null };
    const made = () => ({
      what: word(),
      by,
      plan: { trigger: word(), action: word() },
      certainty: 2 as const,
      isPlanShared: marked.count() % 2 === 0,
    });
    const first = await give(writer, { practice: 'promises', type: 'make', to, ...made() });
    await writer.wait(100);
    await give(writer, { practice: 'promises', type: 'change', thing: first, what: word(), by, because: word() });
    await writer.wait(100);
    await give(writer, { practice: 'promises', type: 'keep', thing: first, words: word() });
    const second = await give(writer, { practice: 'promises', type: 'make', to, ...made() });
    await writer.wait(100);
    if (to === 'partner')
      await give(writer, { practice: 'promises', type: 'offer-letting-go', thing: second, words: word() });
  }
  await writer.device().setName(word());
}

const thingsOf = <Thing>(device: Device, practice: string): readonly Thing[] =>
  [...(device.snapshot().thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[]; // made by its fold

/** Answers to what the other has written. */
export async function answerRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  for (const noticing of thingsOf<Noticing>(writer.device(), 'noticing')) {
    if (noticing.side !== 'asked' || noticing.opener === null || noticing.myAnswer !== null) continue;
    const feelings = [{ type: 'own' as const, words: word() }];
    await give(writer, {
      practice: 'noticing',
      type: 'answer',
      thing: noticing.id,
      feelings,
      strength: 2,
      words: word(),
    });
  }
  for (const pledge of thingsOf<Pledge>(writer.device(), 'promises')) {
    if (pledge.maker === 'partner' && pledge.standing === 'kept' && pledge.seen === null)
      await give(writer, { practice: 'promises', type: 'see', thing: pledge.id, words: word() });
  }
  for (const checkIn of thingsOf<CheckIn>(writer.device(), 'check-in').slice(0, 2)) {
    if (checkIn.author === 'me' && checkIn.standing === 'ours')
      await give(writer, { practice: 'check-in', type: 'withdraw', thing: checkIn.id });
  }
}

/** Once their day is over: what was not kept, owned, with a smaller next one. */
export async function ownRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  for (const pledge of thingsOf<Pledge>(writer.device(), 'promises')) {
    const isDue = pledge.when.date < writer.dayAhead(-1);
    if (pledge.maker !== 'me' || pledge.standing !== 'open' || !isDue) continue;
    const next = {
      what: word(),
      by: { date: writer.dayAhead(9), time: null },
      plan: null,
      certainty: null,
      isPlanShared: false,
    };
    await give(writer, {
      practice: 'promises',
      type: 'own',
      thing: pledge.id,
      happened: word(),
      cost: word(),
      now: word(),
      next,
    });
  }
}
