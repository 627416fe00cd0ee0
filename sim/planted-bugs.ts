/** Defects of the protocol, as changes of one place each. The simulator must find every one (planted.test.ts). */
import type { FaultKind } from './faults.ts';
import type { Patch } from './patched.ts';

export interface PlantedBug extends Patch {
  /** Faults under which it shows: told to the simulator so that the test is quick. `npm run sim` knows of none. */
  readonly certain: readonly FaultKind[];
}

const device = 'src/device/create-device.ts';
const driver = 'src/device/sync-driver.ts';
const entries = 'src/device/entries.ts';
const commands = 'src/device/commands.ts';
const things = 'src/device/things.ts';
const step = 'src/sync/step.ts';

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'cursor-saved-before-boxes',
    certain: ['crash-before'],
    file: device,
    find: 'const outcome = await ports.store.commit([...puts], [...deletes]);',
    replace:
      "await ports.store.commit([...puts].filter(([key]) => key.startsWith('cursor/')), []);\n" +
      'const outcome = await ports.store.commit([...puts], [...deletes]);',
  },
  {
    name: 'sent-before-it-is-kept',
    certain: ['crash-before'],
    file: device,
    find: 'if (!(await keep(live))) return ifNotKept;\n      for (const frame of outgoing) send(frame);',
    replace: 'for (const frame of outgoing) send(frame);\n      if (!(await keep(live))) return ifNotKept;',
  },
  {
    name: 'said-saved-without-the-disk',
    certain: ['disk-full', 'two-tabs'],
    file: device,
    find: 'if (!(await keep(live))) return ifNotKept;',
    replace: 'await keep(live);',
  },
  {
    name: 'unsent-mark-removed-before-the-ack',
    certain: ['connection-lost'],
    file: driver,
    find: 'live.inFlight.set(bytesToHex(sealed.boxId), hash);',
    replace: 'live.inFlight.set(bytesToHex(sealed.boxId), hash);\n      markSent(live, space, hash);',
  },
  {
    name: 'nothing-offered-again-after-a-rollback',
    certain: ['relay-restored', 'offline-days'],
    file: driver,
    find: 'if (!held.has(boxId)) markUnsent(live, space, bytesToHex(hash), key);',
    replace: '',
  },
  {
    name: 'no-inventory-of-a-new-store',
    certain: ['relay-restored'],
    file: step,
    find: 'delivered: 0, ownPositions: [], wantsInventory: true }',
    replace: 'delivered: 0, ownPositions: [] }',
  },
  {
    name: 'place-in-the-chain-not-saved',
    certain: ['crash-idle'],
    file: entries,
    find: 'await applyOrWait(live, space, entry, hash);\n  saveHead(live, space);',
    replace: 'await applyOrWait(live, space, entry, hash);',
  },
  {
    name: 'share-leaves-twice',
    certain: ['crash-idle'],
    file: commands,
    find: '    saveWindows(live);\n    for (const share of due) await letGo(live, share);',
    replace: '    for (const share of due) await letGo(live, share);',
  },
  {
    name: 'key-given-before-the-other-has-sealed',
    certain: [],
    file: 'src/device/sealed.ts',
    find: 'if (!found) continue;',
    replace: 'if (!found) {\n      due.push({ mine, counterpart: mine });\n      continue;\n    }',
  },
  {
    name: 'clock-ahead-not-held',
    certain: ['clock-far'],
    file: entries,
    find: 'if (isAhead({ ms: entry.atMs, count: 0 }, live.ports.clock()) && author',
    replace: "if (author === '' && author",
  },
  {
    name: 'held-entries-forgotten',
    certain: ['clock-far'],
    file: entries,
    find: 'for (const one of due) await readAgain(live, space, one.key);',
    replace: '',
  },
  {
    name: 'strangers-not-admitted-later',
    certain: ['relay-replayed', 'relay-withheld', 'relay-dropped'],
    file: entries,
    find: 'for (const key of waiting) await readAgain(live, space, key);',
    replace: 'waiting.slice(0);',
  },
  {
    name: 'own-early-words-not-kept-waiting',
    certain: ['evicted-recovered'],
    file: entries,
    find: 'await applyOrWait(live, space, entry, hash);\n  saveHead(live, space);',
    replace: 'await applyEntry(live, space, entry, hash);\n  saveHead(live, space);',
  },
  {
    name: 'tail-not-folded-after-a-restart',
    certain: ['crash-idle'],
    file: 'src/device/persistence.ts',
    find: '    if (raw) raws.push(raw);',
    replace: '',
  },
  {
    name: 'checkpoint-lets-go-of-the-tail-too-early',
    certain: [],
    file: things,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    find: 'for (const month of model.dirtyMonths) put(tx, `month/${month}`, stateToMonthRecord(model.state, month));',
    replace: '',
  },
  {
    name: 'late-event-not-in-its-month',
    certain: ['offline-days', 'clock-far'],
    file: things,
    find: 'if (!model.dirtyMonths.has(month)) model.dirtyMonths',
    replace: 'if (model.dirtyMonths.size === 0) model.dirtyMonths',
  },
  {
    name: 'in-flight-kept-over-a-reconnect',
    certain: ['connection-lost'],
    file: step,
    find: '      isFetching: false,\n      inFlight: [],\n      ownPositions: [],\n      inventory: null,',
    replace: '      isFetching: false,\n      ownPositions: [],\n      inventory: null,',
  },
  {
    name: 'boxes-not-told-apart-by-the-relay',
    certain: ['relay-crash-after'],
    file: 'src/relay/store-memory.ts',
    find: "if (known !== undefined) return { type: 'known', position: known };",
    replace: '',
  },
  {
    name: 'fold-in-the-order-of-arrival',
    certain: ['offline-days', 'relay-withheld', 'clock-minutes'],
    file: 'src/core/state.ts',
    find: '[...byEntry.values()].sort((a, b) => comparePlaced(a.raw, b.raw))',
    replace: '[...byEntry.values()]',
  },
  {
    name: 'known-entry-taken-for-a-fork',
    certain: ['relay-replayed'],
    file: entries,
    find: 'if (known.includes(hex.slice(0, 32))) return { hash, key, isNew: false };',
    replace: '',
  },
  {
    name: 'calls-for-what-is-lacking-unanswered',
    certain: ['relay-dropped'],
    file: driver,
    find: 'await offerAgain(live, space, name, seq);',
    replace: 'void offerAgain;',
  },
  {
    name: 'private-words-written-into-ours',
    certain: [],
    file: commands,
    find: "const space = draft.space === 'mine' ? live.model.mine : live.model.ours;",
    replace: 'const space = live.model.ours ?? live.model.mine;',
  },
  {
    name: 'no-pause-before-calling-again',
    certain: ['partition'],
    file: device,
    find: "if (!timers.has('reconnect')) connectNow();",
    replace: 'connectNow();',
  },
  {
    name: 'invitation-runs-out-again-and-again',
    certain: ['offline-days'],
    file: device,
    find: "if (model.pairing?.role === 'inviter' && model.pairing.stage === 'waiting') {",
    replace: "if (model.pairing?.role === 'inviter') {",
  },
];
