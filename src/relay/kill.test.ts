import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Bytes, bytesToHex, hexToBytes } from '#kernel';
import { connectDevice, openMailbox, type ServerProcess, startServerProcess } from './socket-kit.ts';
import { appendFrameOf, createTestMailbox, openFrameOf, type TestMailbox } from './test-kit.ts';

const kills = 100;
const coupleCount = 4;
const inFlight = 8;
const dyingAcksMin = 60;

interface Couple {
  readonly mailbox: TestMailbox;
  /** Position by box id, hex: what the relay has acknowledged. */
  readonly acked: Map<string, number>;
  /** What was sent and not acknowledged: sent again after the crash, as a device does. */
  readonly unacked: Map<string, Bytes>;
}

/** Writes from both partners until the server dies. */
async function writeUntilDeath(port: number, couples: readonly Couple[], die: () => void): Promise<readonly string[]> {
  let acks = 0;
  const writers = await Promise.all(
    couples.flatMap((couple) => [0, 1].map(async (slot) => ({ couple, slot, device: await connectDevice(port) }))),
  );
  await Promise.all(
    writers.map(async ({ couple, slot, device }) => {
      const mine = new Set<string>();
      const write = (frame = appendFrameOf(couple.mailbox)): void => {
        const id = bytesToHex(frame.boxId);
        mine.add(id);
        couple.unacked.set(id, frame.box);
        if (!device.isClosed()) device.say(frame);
      };
      device.say(openFrameOf(couple.mailbox, slot, device.challenge));
      if (slot === 0)
        for (const [id, box] of couple.unacked) write(appendFrameOf(couple.mailbox, box, hexToBytes(id)!));
      for (let i = 0; i < inFlight; i++) write();
      for (;;) {
        const frame = await device.next().catch(() => null);
        if (frame === null) break;
        if (frame.type !== 'acked') continue;
        const id = bytesToHex(frame.boxId);
        assert.ok(mine.has(id), 'only own boxes are acknowledged');
        assert.equal(couple.acked.get(id) ?? frame.position, frame.position, 'a box keeps its position');
        couple.acked.set(id, frame.position);
        couple.unacked.delete(id);
        acks += 1;
        if (acks === dyingAcksMin) die();
        write();
      }
    }),
  );
  return writers.map(({ device }) => bytesToHex(device.incarnation));
}

async function readAll(port: number, mailbox: TestMailbox): Promise<Map<string, number>> {
  const device = await connectDevice(port);
  const head = await openMailbox(device, mailbox, 0);
  const positions = new Map<string, number>();
  let expected = 1;
  for (let after = 0; after < head; ) {
    device.say({ type: 'fetch', mailbox: mailbox.id, after });
    const page = await device.next();
    assert.ok(page.type === 'boxes');
    for (const { boxId, position } of page.boxes) {
      assert.equal(position, expected, 'positions have no gaps');
      expected += 1;
      assert.equal(positions.has(bytesToHex(boxId)), false, 'no box lies there twice');
      positions.set(bytesToHex(boxId), position);
    }
    after = page.upTo;
  }
  device.close();
  return positions;
}

test(`${kills} times killed under load: no acknowledged box is lost, none doubled, the incarnation stays`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-kill-'));
  const couples: readonly Couple[] = Array.from({ length: coupleCount }, () => ({
    mailbox: createTestMailbox(),
    acked: new Map(),
    unacked: new Map(),
  }));
  const incarnations = new Set<string>();
  const startMs: number[] = [];
  let server: ServerProcess | null = null;
  // Compiled sources are kept between the runs, so that the test spends its time on writing and dying.
  const environment = { DATA_DIR: join(folder, 'data'), NODE_COMPILE_CACHE: join(folder, 'code') };
  try {
    await (await startServerProcess(environment)).end('SIGTERM');
    for (let kill = 0; kill < kills; kill++) {
      const from = performance.now();
      const running = await startServerProcess(environment);
      server = running;
      startMs.push(performance.now() - from);
      let ended: Promise<number | null> | null = null;
      const seen = await writeUntilDeath(running.port, couples, () => {
        ended = running.end('SIGKILL');
      });
      await ended;
      for (const incarnation of seen) incarnations.add(incarnation);
    }
    server = await startServerProcess(environment);
    let count = 0;
    for (const { mailbox, acked } of couples) {
      const there = await readAll(server.port, mailbox);
      for (const [id, position] of acked) assert.equal(there.get(id), position, 'an acknowledged box is there');
      count += acked.size;
    }
    assert.equal(incarnations.size, 1);
    assert.ok(count >= kills * dyingAcksMin * 0.9, `${count} boxes were acknowledged`);
    startMs.sort((a, b) => a - b);
    console.log(`${kills} kills, ${count} acknowledged boxes, start p50 ${Math.round(startMs[kills / 2]!)} ms`);
    assert.equal(await server.end('SIGTERM'), 0);
  } finally {
    server?.child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
