/**
 * A device: the one place where the domain meets bytes. Everything that happens (a command, a frame, a timer) is a
 * task; tasks run one after the other; each ends in one commit; what leaves, leaves after it. If the commit cannot be
 * made, the model is read again from disk, so that memory never says more than the disk does.
 */
import { type MyCopy, type PracticeAny, type Refusal, stateToWritten } from '#core';
import { entropyToWords, wordsToEntropy } from '#crypto';
import { type Bytes, err, limits, ok, type Result } from '#kernel';
import { isStalled, type SyncInput } from '#sync';
import { decodeRelayFrame, encodeDeviceFrame } from '#wire';
import { cancelWindow, closeWindows, releaseSealed, runCommand } from './commands.ts';
import { applyHeld, takeUpNewer, writeEntry } from './entries.ts';
import { forgetKept, leave, partFromLeft, readKept } from './leaving.ts';
import type { Live } from './live.ts';
import { createTransaction, type Model, recordToJson, spaces } from './model.ts';
import { bringBackThings, makeMyCopy, readMyCopy, readShared } from './my-copy.ts';
import { confirmWords, decline, endPairing, expirePairing, invite, join, openLink, pairingLink } from './pairing.ts';
import { emptyModel, newSelf, readModel, saveSelf, saveSettings, setSilent } from './persistence.ts';
import { tryPhrase } from './phrase-trial.ts';
import { ensurePaper, ensurePhrase, exportBackup, importBackup, startRecovery, tendPaper } from './recovery.ts';
import { removeDevice, rotateAwayFromRemoved } from './rotation.ts';
import { modelToSnapshot, type PairingWords } from './snapshot.ts';
import { ensureMine, introduceDevices, tellMineOfOurs } from './spaces.ts';
import { answerLacking, feed, isAnswerOwed, needsRelay, offerUnsent, tendMailboxes } from './sync-driver.ts';
import { checkpoint, flushEvents, loadMonth } from './things.ts';
import type {
  Device,
  DeviceOptions,
  DevicePorts,
  RecoveryRefusal,
  Snapshot,
  TracedFrame,
  TransportConnection,
} from './types.ts';

const ping = encodeDeviceFrame({ type: 'ping' });

export async function createDevice(
  ports: DevicePorts,
  practices: readonly PracticeAny[],
  options: DeviceOptions,
): Promise<Device> {
  await ports.store.open();
  const listeners = new Set<() => void>();
  const inFlight = new Map<string, string>();
  const accessSeeds = new Map<string, Bytes>();
  const rereadMailboxes = new Set<string>();
  const saidLacking: Live['saidLacking'] = new Map();
  let model = emptyModel(await newSelf(ports, null), options.relayUrl);
  let snapshot: Snapshot | null = null;
  let pairingWords: PairingWords = { link: '', words: [] };
  let isReady = false;
  let isClosed = false;
  let wantsConnection = false;
  let connection: TransportConnection | null = null;
  let reconnectDelayMs: number = limits.reconnectDelayMsMin;
  let trace: readonly TracedFrame[] = [];
  const timers = new Map<string, () => void>();

  const remembered = new Map<string, Promise<unknown>>();
  function memo<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = remembered.get(name) ?? make();
    if (remembered.size >= limits.memoMax) remembered.clear();
    remembered.set(name, known);
    return known as Promise<T>; // under one name stands what the same `make` made
  }

  // ------------------------------------------------------------------------------------------------------- tasks

  let queue: Promise<void> = Promise.resolve();
  let queued = 0;

  function liveWith(target: Model, outgoing: Bytes[], hangUps: { count: number }): Live {
    const tx = createTransaction();
    return {
      ports,
      practices,
      appUrl: options.appUrl,
      model: target,
      tx,
      gathered: [],
      lackingAsked: [],
      memo,
      readRecord: async (key) => recordToJson(tx.puts.get(key) ?? (await ports.store.get(key))),
      inFlight,
      accessSeeds,
      rereadMailboxes,
      saidLacking,
      effects: {
        send: (frame) => outgoing.push(frame),
        hangUp: () => {
          hangUps.count += 1;
        },
      },
    };
  }

  /** Runs one task to its commit. What it returns is true on disk. */
  function task<T>(work: (live: Live) => Promise<T>, ifNotKept: T): Promise<T> {
    queued += 1;
    const run = queue.then(async () => {
      if (isClosed || model.isElsewhere) return ifNotKept;
      const outgoing: Bytes[] = [];
      const hangUps = { count: 0 };
      const live = liveWith(model, outgoing, hangUps);
      let result: T;
      try {
        result = await work(live);
        await finishTask(live);
      } catch (defect) {
        await reload(); // a defect of ours: what is on disk still holds
        throw defect;
      }
      if (!(await keep(live))) return ifNotKept;
      for (const frame of outgoing) send(frame);
      if (hangUps.count > 0) hangUp();
      await setTimers();
      await refreshPairing(live);
      changed();
      return result;
    });
    queue = run.then(
      () => {
        queued -= 1;
      },
      () => {
        queued -= 1;
      },
    );
    return run;
  }

  /** What is due after any change, whatever it was. */
  async function finishTask(live: Live): Promise<void> {
    await partFromLeft(live);
    if (live.model.mine || live.model.recovery === null) await introduceOthers(live);
    await tendPaper(live);
    if ((live.model.ours?.epochs.length ?? 0) > live.model.toldEpochs && live.model.mine) await tellMineOfOurs(live);
    if (live.model.recovery === null) await rotateAwayFromRemoved(live, writeEntry);
    await releaseSealed(live);
    await answerLacking(live);
    await flushEvents(live);
    await tendMailboxes(live);
    await offerUnsent(live);
    await flushEvents(live);
    if (live.tx.puts.size > 0 && !live.model.isSelfKept) saveSelf(live);
  }

  async function introduceOthers(live: Live): Promise<void> {
    // While recovering, only the paper device may speak first: see vouchByPaper.
    if (live.model.recovery === null && spaces(live.model).length > 0) await introduceDevices(live);
  }

  async function keep(live: Live): Promise<boolean> {
    const { puts, deletes } = live.tx;
    if (puts.size === 0 && deletes.size === 0) return true;
    const outcome = await ports.store.commit([...puts], [...deletes]);
    if (outcome === 'ok') {
      if (model.relayRefusal === 'storage-full') model.relayRefusal = null; // there is room again
      return true;
    }
    if (outcome === 'taken') {
      model.isElsewhere = true;
      hangUp();
    } else {
      reconnectDelayMs = limits.reconnectDelayMsMax; // no room to keep what would come
      await reload();
      model.relayRefusal = 'storage-full';
    }
    changed();
    return false;
  }

  /** Memory back to what the disk says; the connection begins anew. */
  async function reload(): Promise<void> {
    hangUp();
    const fresh = emptyModel(await newSelf(ports, null), options.relayUrl);
    await readModel(liveWith(fresh, [], { count: 0 }));
    model = fresh;
  }

  const changed = (): void => {
    snapshot = null;
    for (const listener of listeners) listener();
  };

  async function refreshPairing(live: Live): Promise<void> {
    const record = live.model.pairing;
    const isShown = record?.role === 'inviter' && record.stage === 'waiting';
    const link = isShown ? await pairingLink(live) : '';
    const list = record?.stage === 'comparing' ? await ports.words() : [];
    pairingWords = { link, words: record?.wordIndices.map((index) => list[index] ?? '') ?? [] };
  }

  // -------------------------------------------------------------------------------------------------- connection

  const feedTask = (input: SyncInput): Promise<null> =>
    task(async (live) => {
      await feed(live, input);
      return null;
    }, null);

  function connectNow(): void {
    const url = model.relayUrl;
    if (connection || isClosed || !wantsConnection || url === null || !needsRelay(liveWith(model, [], { count: 0 })))
      return;
    timers.get('reconnect')?.();
    inFlight.clear();
    rereadMailboxes.clear();
    saidLacking.clear();
    void feedTask({ type: 'connecting' });
    const mine = ports.transport.connect(url, {
      opened: () => {
        if (connection === mine) void feedTask({ type: 'connected' });
      },
      received: (bytes) => {
        if (connection === mine) receive(bytes);
      },
      closed: () => {
        if (connection === mine) lost();
      },
    });
    connection = mine;
    heardAtMs = ports.clock();
  }

  function receive(bytes: Bytes): void {
    heardAtMs = ports.clock();
    note('in', bytes);
    const frame = decodeRelayFrame(bytes);
    if (frame === null) return hangUp(); // not our protocol: begin anew
    if (frame.type === 'pong') return;
    if (frame.type === 'welcome') reconnectDelayMs = limits.reconnectDelayMsMin;
    void feedTask({ type: 'frame', frame });
  }

  let heardAtMs = 0;
  let beats = 0;

  function send(bytes: Bytes): void {
    if (!connection || model.isSilent) return;
    note('out', bytes);
    connection.send(bytes);
  }

  function note(direction: TracedFrame['direction'], bytes: Bytes): void {
    trace = [...trace.slice(1 - limits.tracedFramesMax), { atMs: ports.clock(), direction, bytes }];
  }

  function hangUp(): void {
    connection?.close();
    lost();
  }

  function lost(): void {
    if (connection === null) return;
    connection = null;
    inFlight.clear();
    void feedTask({ type: 'disconnected' });
    if (!wantsConnection || isClosed) return;
    timer('reconnect', reconnectDelayMs, connectNow);
    reconnectDelayMs = Math.min(limits.reconnectDelayMsMax, reconnectDelayMs * 2);
  }

  // ------------------------------------------------------------------------------------------------------ timers

  function timer(name: string, delayMs: number, run: () => void): void {
    timers.get(name)?.();
    const stop = ports.timer(Math.max(0, delayMs), () => {
      timers.delete(name);
      if (!isClosed) run();
    });
    timers.set(name, () => {
      timers.delete(name);
      stop();
    });
  }

  async function setTimers(): Promise<void> {
    const nowMs = ports.clock();
    const windows = model.windows.map((share) => share.leavesAtMs);
    if (windows.length > 0 && model.ours)
      timer(
        'windows',
        Math.min(limits.cancelWindowMsMax, Math.min(...windows) - nowMs),
        () => void task(closeDue, null),
      );
    const held = spaces(model).flatMap((space) => space.held.map((one) => one.atMs - limits.clockAheadMsMax));
    if (held.length > 0) timer('held', Math.min(...held) + 1 - nowMs, () => void task(applyDue, null));
    // Only an invitation that waits can run out; one past it would wake this timer for ever.
    if (model.pairing?.role === 'inviter' && model.pairing.stage === 'waiting') {
      timer(
        'pairing',
        model.pairing.expiresAtMs - nowMs,
        () =>
          void task(async (live) => {
            expirePairing(live);
            return null;
          }, null),
      );
    }
    if (connection && !timers.has('heartbeat')) timer('heartbeat', limits.answerDelayMsMax, heartbeat);
    if (!connection) {
      // After a loss the pause is kept, whatever happens here meanwhile: else a relay that is away is called without end.
      if (!timers.has('reconnect')) connectNow();
    } else if (!needsRelay(liveWith(model, [], { count: 0 }))) {
      hangUp();
      timers.get('reconnect')?.();
      reconnectDelayMs = limits.reconnectDelayMsMin;
    }
  }

  const closeDue = async (live: Live): Promise<null> => {
    await closeWindows(live);
    return null;
  };

  const applyDue = async (live: Live): Promise<null> => {
    for (const space of spaces(live.model)) await applyHeld(live, space);
    return null;
  };

  /** Nothing has been heard for long, not even a pong: the line is dead, whatever the socket says. */
  function heartbeat(): void {
    if (!connection) return;
    const silentMs = ports.clock() - heardAtMs;
    const isOwed = isAnswerOwed(liveWith(model, [], { count: 0 }));
    if (silentMs > limits.answerDelayMsMax && (isOwed || silentMs > 2 * limits.answerDelayMsMax)) return hangUp();
    beats += 1;
    if (beats % limits.heartbeatsPerPoll === 0 || isStalled(model.sync)) void feedTask({ type: 'poll' });
    else send(ping);
    timer('heartbeat', limits.answerDelayMsMax, heartbeat);
  }

  // ----------------------------------------------------------------------------------------------------- opening

  await task(async (live) => {
    await readModel(live);
    await closeWindows(live);
    for (const space of spaces(live.model)) {
      if (live.model.newerCount > 0) await takeUpNewer(live, space);
      await applyHeld(live, space);
    }
    expirePairing(live);
    return null;
  }, null);
  isReady = true;
  changed();

  async function phraseWords(): Promise<readonly string[]> {
    const entropy = await task(ensurePhrase, null);
    return entropy === null ? [] : entropyToWords(ports.primitives, entropy, await ports.words());
  }

  async function withEntropy<T>(
    words: readonly string[],
    run: (live: Live, entropy: Bytes) => Promise<Result<T, RecoveryRefusal>>,
  ): Promise<Result<T, RecoveryRefusal>> {
    const read = await wordsToEntropy(ports.primitives, words, await ports.words());
    if (!read.ok) return err('wrong-words');
    return task<Result<T, RecoveryRefusal>>((live) => run(live, read.value), err('no-connection'));
  }

  async function bringBackMyCopy(text: string): ReturnType<Device['bringBackMyCopy']> {
    const read = readMyCopy({ ports, practices }, text);
    if (!read.ok) return read;
    let things = 0;
    // A few in each task, so that nobody waits for a whole life; each of them is kept whole or not at all.
    for (let at = 0; at < read.value.length; at += limits.thingsPerTaskMax) {
      const some = read.value.slice(at, at + limits.thingsPerTaskMax);
      const count = await task<number | null>((live) => bringBackThings(live, some), null);
      if (count === null) return err('not-saved');
      things += count;
    }
    return ok({ things, known: read.value.length - things });
  }

  return {
    snapshot: () => {
      snapshot ??= modelToSnapshot(liveWith(model, [], { count: 0 }), pairingWords, isReady);
      return snapshot;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: (command) =>
      task<Result<{ readonly things: readonly string[] }, Refusal>>(
        async (live) => {
          const result = await runCommand(live, command);
          await closeWindows(live);
          return result;
        },
        err({ refusal: 'device.refusal.not-saved' }),
      ),
    cancelShare: (id) => task(async (live) => cancelWindow(live, id), false),
    shareNow: (id) =>
      task(async (live) => {
        const isThere = live.model.windows.some((share) => share.id === id);
        await closeWindows(live, id);
        return isThere && live.model.ours !== null;
      }, false),
    setName: (name) =>
      task(async (live) => {
        const text = name.trim().slice(0, limits.nameCharsMax);
        await ensureMine(live);
        await introduceDevices(live);
        for (const space of spaces(live.model)) await writeEntry(live, space, 'person/named', { name: text });
      }, undefined),
    setCancelWindow: (ms) =>
      task(async (live) => {
        live.model.cancelWindowMs = Math.min(Math.max(0, Math.floor(ms)), limits.cancelWindowMsMax);
        saveSettings(live);
      }, undefined),
    setAside: (practice, isAside) =>
      task(async (live) => {
        const aside = new Set(live.model.aside);
        if (isAside) aside.add(practice);
        else aside.delete(practice);
        live.model.aside = aside;
        saveSettings(live);
      }, undefined),
    noteBackup: (moments) =>
      task(async (live) => {
        live.model.backup = { ...live.model.backup, ...moments };
        saveSettings(live);
      }, undefined),
    written: async () => stateToWritten(model.state),
    loadEarlier: () =>
      task(async (live) => {
        const earlier = [...live.model.allMonths].filter((month) => !live.model.loadedMonths.has(month)).sort();
        const next = earlier[earlier.length - 1];
        if (next !== undefined) await loadMonth(live, next);
      }, undefined),
    invite: (purpose, isReturn) =>
      task<Awaited<ReturnType<Device['invite']>>>((live) => invite(live, purpose, isReturn), err('no-pairing')),
    openLink: (link) =>
      task<Awaited<ReturnType<Device['openLink']>>>((live) => openLink(live, link), err('no-pairing')),
    join: (isReturn) => task<Awaited<ReturnType<Device['join']>>>((live) => join(live, isReturn), err('no-pairing')),
    decline: () => task(decline, undefined),
    confirmWords: (isSame) => task((live) => confirmWords(live, isSame), undefined),
    endPairing: () => task(endPairing, undefined),
    removeDevice: (id) =>
      task<Awaited<ReturnType<Device['removeDevice']>>>(async (live) => {
        const removed = await removeDevice(live, id, writeEntry);
        if (removed.ok && live.model.ours) await ensurePaper(live);
        return removed;
      }, err('not-mine')),
    leave: (isSilent) => task<Awaited<ReturnType<Device['leave']>>>((live) => leave(live, isSilent), err('not-saved')),
    setSilent: (isSilent) => task(async (live) => setSilent(live, isSilent), undefined),
    readKept: (space) => task<MyCopy | null>((live) => readKept(live, space), null),
    forgetKept: (space) => task(async (live) => forgetKept(live, space), undefined),
    recoveryPhrase: phraseWords,
    tryPhrase: async (words) => tryPhrase(ports, model, words, await ports.words()),
    recover: (words, relayUrl) => withEntropy(words, async (live, entropy) => startRecovery(live, entropy, relayUrl)),
    exportBackup: () => task(exportBackup, new Uint8Array(0)),
    importBackup: (file, words) => withEntropy(words, (live, entropy) => importBackup(live, file, entropy)),
    // With a full disk nothing is kept, and still everything can be read.
    makeMyCopy: async () =>
      (await task<MyCopy | null>(makeMyCopy, null)) ?? makeMyCopy(liveWith(model, [], { count: 0 })),
    readShared: (except) => readShared(liveWith(model, [], { count: 0 }), except),
    bringBackMyCopy,
    wireTrace: () => trace,
    connect: () => {
      wantsConnection = true;
      connectNow();
    },
    disconnect: () => {
      wantsConnection = false;
      timers.get('reconnect')?.();
      hangUp();
    },
    close: async () => {
      await task(async (live) => {
        if (live.model.tailCount > 0) checkpoint(live);
      }, undefined);
      wantsConnection = false;
      hangUp();
      isClosed = true;
      for (const stop of [...timers.values()]) stop();
      await queue;
      await ports.store.close();
    },
    settled: async () => {
      while (queued > 0) await queue;
    },
  };
}
