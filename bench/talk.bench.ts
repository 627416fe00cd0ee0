/**
 * A conversation on two phones, step by step: from the press on one phone to the next step on the other, each press
 * decided, signed, saved, sealed, stored and synced by the real relay, opened and folded there. Beside it, in the same
 * run, a bare `ws` echo that stores nothing. Sessions of the usual length: some forty presses. `--quick` takes fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GuidedCommand, guided, placeOf, readScript, type Session, type Values, type Verdict } from '#core';
import type { Device, Snapshot } from '#device';
import type { Json } from '#kernel';
import { startServerProcess } from '../src/relay/socket-kit.ts';
import { report } from './reports.ts';
import { pairedDevices, quantile, showTimes, timesOfEcho, until } from './two-devices.ts';

const sessions = process.argv.includes('--quick') ? 6 : 30;
const almostsPerTurn = 8;

const talk: Json = {
  pack: 'bench',
  key: 'talk',
  skill: 'understand',
  name: 'A talk',
  line: 'One tells, the other listens until it is understood.',
  minutes: [5, 15],
  people: 'two',
  why: 'To be measured.',
  evidence: { strength: 'idea', words: 'None.' },
  leaves: 'Nothing.',
  turns: 2,
  steps: [
    { id: 'tell', part: 'turn', who: 'speaker', title: 'Tell it', quiet: true },
    {
      id: 'sum',
      part: 'turn',
      who: 'listener',
      title: 'Say what you heard',
      asks: [{ id: 'heard', label: 'I heard' }],
    },
    {
      id: 'gate',
      part: 'turn',
      who: 'speaker',
      title: 'Is that it?',
      understood: { yes: 'Yes', almost: 'Almost', back: 'sum' },
    },
    { id: 'thanks', part: 'closing', who: 'either', title: 'Thank each other' },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
try {
  const server = await startServerProcess({ DATA_DIR: folder });
  const [noor, sam] = await pairedDevices(`ws://127.0.0.1:${server.port}/relay`);
  const times: number[] = [];
  await runSession(noor, sam); // warm
  for (let i = 0; i < sessions; i++) times.push(...(await runSession(noor, sam)));
  for (const device of [noor, sam]) await device.close();
  await server.end('SIGTERM');
  const echo = await timesOfEcho(times.length);
  console.log(`press here to next step there, ${times.length} presses: ${showTimes(times)}`);
  console.log(`  bare ws echo:                                 ${showTimes(echo)}`);
  const beside = `bare ws, nothing stored or sealed: ${showTimes(echo)}`;
  report('talk-step-p50-ms', quantile(times, 0.5), beside);
  report('talk-step-p99-ms', quantile(times, 0.99), beside);
} finally {
  rmSync(folder, { recursive: true });
}

async function runSession(noor: Device, sam: Device): Promise<readonly number[]> {
  const script = readScript(talk, () => {});
  if (script === null) throw new Error('the talk cannot be read');
  const begun = await noor.command({
    ...{ practice: 'guided', type: 'begin', script, way: 'two-phones', topic: '', first: 'me' },
  } satisfies GuidedCommand);
  const thing = begun.ok ? (begun.value.things[0] ?? '') : '';
  const sessionOf = (snapshot: Snapshot): Session | null => {
    const found = snapshot.thingsByPractice.get(guided.key)?.get(thing);
    return (found ?? null) as Session | null; // made by the fold of guided practices
  };
  await until(sam, (snapshot) => sessionOf(snapshot) !== null);
  const times: number[] = [];
  for (let almosts = 0; ; ) {
    const session = sessionOf(noor.snapshot());
    const place = session === null ? null : placeOf(session);
    if (session === null || place === null || session.ending !== null) return times;
    const actor = place.step.who === 'listener' ? place.listener : place.speaker;
    const [from, to] = actor === 'me' ? [noor, sam] : [sam, noor];
    const isGate = place.step.gate !== null;
    const verdict: Verdict = isGate ? (almosts < almostsPerTurn * (place.turn + 1) ? 'almost' : 'yes') : 'on';
    if (verdict === 'almost') almosts += 1;
    const values: Values | null = place.step.asks.length > 0 ? { heard: 'that it was a long day' } : null;
    const at = { place: session.place, visit: session.visit };
    const command: GuidedCommand = {
      practice: 'guided',
      type: 'go',
      thing,
      voice: 'me',
      values,
      verdict,
      missed: '',
      ...at,
    };
    const fromMs = performance.now();
    const arrived = until(to, (snapshot) => {
      const there = sessionOf(snapshot);
      return there !== null && (there.visit > session.visit || there.ending !== null);
    });
    const done = await from.command(command);
    if (!done.ok) throw new Error(done.error.refusal);
    await arrived;
    times.push(performance.now() - fromMs);
  }
}
