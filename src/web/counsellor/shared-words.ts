/** What the two share, and what I wrote for myself, as words to read: without ids, without times finer than a day. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import content from '#content/counsellor/en.json' with { type: 'json' };
import { birthOf, type CopiedThing, type MyCopy, type SharedThing, type Who } from '#core';
import { questionText } from '../openings/openings-content.ts';
import { bodyToLines, labelsIn } from '../settings/readable-page.ts';
import { useApp } from '../shell/app.ts';

export interface Said {
  readonly by: Who;
  readonly atMs: number;
  readonly lines: readonly (readonly [label: string, text: string])[];
}

export interface Readable {
  readonly id: string;
  readonly practice: string;
  readonly said: readonly Said[];
}

const fieldLabels: readonly (readonly [string, string])[] = content.fields.map(({ id, text }) => [id, text]);

/** A question of the house is kept by its id, and read as it was asked. */
const asAsked = (text: string): string => questionText(text.replaceAll(' ', '-')) || text;

function toReadable(
  id: string,
  practice: string,
  events: readonly { readonly by: Who; readonly atMs: number; readonly body: SharedThing['events'][number]['body'] }[],
): Readable {
  const labels = new Map([...fieldLabels, ...labelsIn(events.map(({ body }) => body))]);
  const all = events.map(({ by, atMs, body }) => ({
    by,
    atMs,
    lines: bodyToLines(body, labels).map(([label, text]) => [label, asAsked(text)] as const),
  }));
  // What was put differently later in the same words is read once.
  const said = all.filter(
    ({ by, lines }, at) =>
      lines.length > 0 &&
      !all.slice(at + 1).some((later) => later.by === by && JSON.stringify(later.lines) === JSON.stringify(lines)),
  );
  return { id, practice, said };
}

export const sharedToReadable = (things: readonly SharedThing[]): readonly Readable[] =>
  things.map(({ id, practice, events }) => toReadable(id, practice, events)).filter(({ said }) => said.length > 0);

/** What I wrote for myself, as it stands last, newest first. */
export function copyToOwn({
  things,
}: MyCopy): readonly { readonly id: string; readonly practice: string; readonly words: string }[] {
  return [...things].reverse().flatMap((thing: CopiedThing) => {
    const own = thing.events.filter((event) => event.by === 'me' && event.in === 'mine' && event.body !== null);
    if (own.length === 0 || thing.practice === 'counsellor') return [];
    const atMs = birthOf(thing.id);
    const { said } = toReadable(
      thing.id,
      thing.practice,
      own.map(({ body }) => ({ by: 'me', atMs, body })),
    );
    const words = (said.at(-1)?.lines ?? []).map(([, text]) => text).join('\n');
    return words === '' ? [] : [{ id: thing.id, practice: thing.practice, words }];
  });
}

/** Read again whenever anything has changed; null until it was read once. */
function useRead<T>(read: () => Promise<T>): T | null {
  const found = useSignal<T | null>(null);
  const { thingsByPractice } = useApp().snapshot.value;
  useEffect(() => {
    let isCurrent = true;
    void read().then((value) => {
      if (isCurrent) found.value = value;
    });
    return () => {
      isCurrent = false;
    };
  }, [thingsByPractice]);
  return found.value;
}

export function useShared(): readonly SharedThing[] | null {
  const { device } = useApp();
  return useRead(() => device.readShared(['counsellor']));
}

export function useOwn() {
  const { device } = useApp();
  return useRead(async () => copyToOwn(await device.makeMyCopy()));
}

/** The name of a practice, as its card has it. */
export function useTitles(): (practice: string) => string {
  const app = useApp();
  const titles = new Map(
    app.practices.value.map((practice) => [practice.key, practice.listCard(app.translate.value).title]),
  );
  return (practice) => titles.get(practice) ?? practice;
}

export function useDay(): { readonly ofMoment: (ms: number) => string; readonly ofDate: (date: string) => string } {
  const { zone, locale } = useApp().moment.value;
  const show = (ms: number, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(ms);
  return { ofMoment: (ms) => show(ms, zone), ofDate: (date) => show(Date.parse(date), 'UTC') };
}
