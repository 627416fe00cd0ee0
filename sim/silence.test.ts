/** A relay hears nothing: a thousand marker words, looked for in all that it was sent, keeps, prints and stores. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { practices } from '#core';
import { loadWords } from '#crypto';
import { createDevice, type Device, type TransportEvents } from '#device';
import { bytesToText, concatBytes, limits, textToBytes } from '#kernel';
import { nodeHashing } from '#relay';
import { decodeDeviceFrame } from '#wire';
import { openedMailboxes } from './hostile-relay.ts';
import { createDisk, createNodePrimitives, createWorld, linkDevices, pairPeople, type SimDevice } from './index.ts';
import { answerPracticesRound, writePracticesRound } from './silence-practices.ts';
import {
  answerRound,
  createMarked,
  markersIn,
  markersKept,
  ownRound,
  spellings,
  type Writer,
  writeRound,
} from './silence-words.ts';

const wordsMin = 1_000;

const isBucket = (size: number): boolean => {
  const mantissaBits = Math.floor(Math.log2(Math.floor(Math.log2(size)))) + 1;
  const step = 2 ** (Math.floor(Math.log2(size)) - mantissaBits);
  return limits.boxBucketsBytes.includes(size) || (size > 4_096 && size % step === 0);
};

test('the search finds what it looks for, in each spelling and at each place', () => {
  for (const text of ['a zqmarker7zq b', 'ab zqmarker7zq', 'abc zqmarker7zq c']) {
    for (const encoding of ['utf8', 'utf16le', 'hex', 'base64', 'base64url'] as const) {
      const spelled =
        encoding === 'utf16le'
          ? Buffer.from(text, encoding)
          : Buffer.from(encoding === 'utf8' ? text : Buffer.from(text).toString(encoding));
      assert(markersIn(spelled).length > 0, `${encoding} of ${text}`);
    }
  }
  assert.deepEqual(markersIn(textToBytes('nothing of the kind')), []);
});

test('none of a thousand words reaches the relay or what it keeps', async () => {
  const world = await createWorld({ seed: 'silence', primitives: createNodePrimitives(), hashing: nodeHashing });
  const [noor, sam] = [world.addDevice('zqmarker900001zq phone'), world.addDevice('zqmarker900002zq phone')];
  const tablet = world.addDevice('zqmarker900003zq tablet');
  for (const one of [noor, sam, tablet]) await one.start();
  await pairPeople(world, noor, sam);
  await linkDevices(world, noor, tablet);
  const marked = createMarked();
  const writerOf = (sim: SimDevice): Writer => ({
    device: () => sim.device!,
    marked,
    wait: (ms) => world.run(ms),
    dayAhead: (days) => new Date(world.clockwork.nowMs() + days * 86_400_000).toISOString().slice(0, 10),
  });
  const people = [noor, sam, tablet];
  for (const one of people) await one.device!.setCancelWindow(0);
  const phrase = await noor.device!.recoveryPhrase();
  while (marked.count() < wordsMin) {
    for (const one of people) await writeRound(writerOf(one));
    for (const one of people) await writePracticesRound(writerOf(one));
    await world.run(5_000);
    for (const one of people) await answerRound(writerOf(one));
    for (const one of people) await answerPracticesRound(writerOf(one));
    for (const one of people) one.goOffline();
    await world.run(8 * 86_400_000);
    for (const one of people) one.goOnline();
    for (const one of people) await ownRound(writerOf(one));
    await world.run(5_000);
  }
  const file = await noor.device!.exportBackup();
  const kept = markersKept(people.flatMap((one) => [...one.disk.records.values()]));
  for (let word = 1; word <= marked.count(); word++)
    assert(kept.has(`${word}`) || marked.isTakenBack(word), `word ${word} was written`);
  const boxes = openedMailboxes(world).flatMap((mailbox) => world.relayStore().boxesOf(mailbox));
  const heard = concatBytes(...world.relayReceived, file, ...boxes.flatMap(({ boxId, box }) => [boxId, box]));
  assert.deepEqual(markersIn(heard), []);
  for (const spelling of spellings(phrase.join(' ')).concat(spellings(phrase.slice(0, 3).join(' '))))
    assert(!Buffer.from(heard).includes(spelling));
  const sizes = new Set<number>();
  for (const bytes of world.relayReceived) {
    const frame = decodeDeviceFrame(bytes);
    if (frame?.type === 'append') sizes.add(frame.box.length);
  }
  for (const size of sizes) assert(isBucket(size), `a box of ${size} bytes`);
  console.log(
    `silence: ${marked.count()} words, ${heard.length} bytes of ${world.relayReceived.length} frames and ${boxes.length} boxes searched, 0 found; ${sizes.size} sizes of boxes`,
  );
});

test('nor does a word reach the real relay, its files, or what it prints', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-silence-'));
  const relay = spawn(process.execPath, ['src/relay/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, APP_DIR: folder },
  });
  const printed: Buffer[] = [];
  const closing: Device[] = [];
  try {
    const port = await new Promise<string>((resolve, reject) => {
      relay.stdout.on('data', (chunk: Buffer) => {
        printed.push(chunk);
        const found = /:(\d+)/.exec(Buffer.concat(printed).toString())?.[1];
        if (found !== undefined) resolve(found);
      });
      relay.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
      relay.once('exit', () => reject(new Error(`the relay ended: ${Buffer.concat(printed)}`)));
    });
    const urls: string[] = [];
    const sent: Uint8Array[] = [];
    const marked = createMarked();
    let aheadMs = 0;
    const disks = new Map<string, ReturnType<typeof createDisk>>();
    const words = await loadWords();
    const open = async (name: string): Promise<Device> => {
      const disk = createDisk(() => {});
      disks.set(name, disk);
      const device = await createDevice(
        {
          clock: () => Date.now() + aheadMs,
          random: (length) => crypto.getRandomValues(new Uint8Array(length)),
          primitives: createNodePrimitives(),
          store: disk.open(),
          transport: { connect: (url, events) => connectSocket(url, events, urls, sent) },
          timer: (delayMs, run) => {
            const timer = setTimeout(run, delayMs);
            timer.unref();
            return () => clearTimeout(timer);
          },
          zone: () => 'Europe/Berlin',
          words: async () => words,
          deviceName: `zqmarker90000${disks.size}zq`,
        },
        practices,
        { relayUrl: `ws://127.0.0.1:${port}/relay`, appUrl: `http://127.0.0.1:${port}/` },
      );
      closing.push(device);
      device.connect();
      return device;
    };
    const [noor, sam] = [await open('noor'), await open('sam')];
    const until = async (holds: () => boolean, what: string): Promise<void> => {
      const endMs = Date.now() + 20_000;
      while (!holds()) {
        if (Date.now() > endMs) throw new Error(`waited in vain: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const invited = await noor.invite('partner');
    assert(invited.ok);
    await sam.openLink(invited.value.link);
    await until(() => noor.snapshot().connection.unsentCount === 0, 'the offer is there');
    await sam.join();
    for (const one of [noor, sam]) await until(() => one.snapshot().pairing.step === 'comparing', 'words');
    for (const one of [noor, sam]) await one.confirmWords(true);
    for (const one of [noor, sam]) await until(() => one.snapshot().partner !== null, 'a couple');
    const calm = () =>
      until(() => [noor, sam].every((one) => one.snapshot().connection.unsentCount === 0), 'all is sent');
    const writerOf = (device: Device): Writer => ({
      device: () => device,
      marked,
      wait: () => device.settled(),
      dayAhead: (days) => new Date(Date.now() + aheadMs + days * 86_400_000).toISOString().slice(0, 10),
    });
    for (const one of [noor, sam]) await one.setCancelWindow(0);
    const phrase = await noor.recoveryPhrase();
    while (marked.count() < wordsMin / 4) {
      for (const one of [noor, sam]) await writeRound(writerOf(one));
      for (const one of [noor, sam]) await writePracticesRound(writerOf(one));
      await calm();
      for (const one of [noor, sam]) await answerRound(writerOf(one));
      for (const one of [noor, sam]) await answerPracticesRound(writerOf(one));
      aheadMs += 8 * 86_400_000;
      for (const one of [noor, sam]) await ownRound(writerOf(one));
      await calm();
    }
    const kept = markersKept([...disks.values()].flatMap((disk) => [...disk.records.values()]));
    for (let word = 1; word <= marked.count(); word++)
      assert(kept.has(`${word}`) || marked.isTakenBack(word), `word ${word} was written`);
    for (const device of closing.splice(0)) await device.close();
    relay.kill('SIGTERM');
    await new Promise((resolve) => relay.once('exit', resolve));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const stored = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    assert(
      stored.some((bytes) => bytes.length > 100_000),
      'the store is there',
    );
    const secret = /=([A-Za-z0-9_-]{40,})/.exec(invited.value.link)?.[1] ?? '';
    const places: readonly (readonly [string, Uint8Array])[] = [
      ...stored.map((bytes, at) => [files[at]?.name ?? '', bytes] as const),
      ['printed', Buffer.concat(printed)],
      ['sent', concatBytes(...sent)],
      ['urls', textToBytes(urls.join(' '))],
    ];
    for (const [name, bytes] of places) {
      assert.deepEqual(markersIn(bytes), [], name);
      for (const text of [secret, secret.slice(4, 40), phrase.slice(0, 3).join(' ')])
        for (const spelling of spellings(text))
          assert(!Buffer.from(bytes).includes(spelling), `${name} holds a secret`);
    }
    assert(
      !printed.some((chunk) => /127\.0\.0\.1:\d+ .*(connect|open)|[0-9a-f]{32}/i.test(chunk.toString())),
      'nobody is named',
    );
    const total = places.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    console.log(
      `silence of the real relay: ${marked.count()} words, ${files.length} files, ${total} bytes searched, 0 found; printed: ${bytesToText(Buffer.concat(printed))?.trim()}`,
    );
  } finally {
    for (const device of closing) await device.close();
    relay.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

function connectSocket(url: string, events: TransportEvents, urls: string[], sent: Uint8Array[]) {
  urls.push(url);
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', events.opened);
  socket.addEventListener('message', ({ data }) => events.received(new Uint8Array(data as ArrayBuffer)));
  socket.addEventListener('close', events.closed);
  return {
    send: (bytes: Uint8Array<ArrayBuffer>) => {
      sent.push(bytes);
      socket.send(bytes);
    },
    close: () => socket.close(),
  };
}
