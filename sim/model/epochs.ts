/**
 * Model 2: keys. Two people with their devices and a relay that hands on what it likes, when it likes, in any order; a
 * removed device that reads with every key it can get and goes on writing; a partner who writes what he likes. Who
 * belongs, which of two keys is the greater and when a key must be changed is asked of the functions that ship.
 *
 * A state is a few whole numbers: bit sets of entries held by each device and lying in each mailbox. Mailbox 0 is that
 * of the first key; each change of keys has a place of its own in `places`, taken when it happens.
 */
import { isOpenToRemoved, mergeEpochs } from '#device';
import type { Model, Step } from './explore.ts';
import {
  bitOf,
  type Device,
  devices,
  keyOf,
  membershipOf,
  personKeyOf,
  personOf,
  type Said,
  saidToWords,
  takeSaid,
  toView,
  type View,
  words,
} from './people.ts';

export const epochFlaws = {
  'no-new-key': 'a removal changes no keys',
  'sealed-to-removed': 'the new key is sealed to the removed device as well',
  'old-list': 'a second change of keys goes by the list of the beginning',
  'own-first': 'each writes with a key of their own before the greater one',
  'no-second-change': 'nobody changes the keys again when two changes met',
  'own-person-only': 'only the person of a removed device changes the keys again',
  'unfair-key': 'a new key is taken although it leaves me no right to write',
  'no-word-in-old-place': 'a change of keys is told in the new mailbox alone',
  'offered-once': 'what a relay lost is not offered again',
  'compared-by-generation': 'a mailbox of the same generation counts as compared',
  'not-handed-over': 'my devices do not tell each other of keys',
  'two-read': 'only the newest mailbox and those of the generation before are read',
  'removal-apart': 'a new key does not name the devices that it leaves out',
  'not-offered-on': 'what comes by an old mailbox is not offered in the new one',
  'removed-counts': 'what a removed device writes to the old mailbox counts',
} as const;
export type EpochFlaw = keyof typeof epochFlaws;

type Entry =
  | {
      readonly kind: 'said';
      readonly by: Device;
      readonly said: Said;
      readonly isWrittenAt: 'start' | 'removal' | 'linking' | 'any';
    }
  | { readonly kind: 'epoch'; readonly by: Device; readonly place: number }
  | { readonly kind: 'note'; readonly by: Device; readonly how: 'honest' | 'any' };

/** A change of keys that has happened, or that a hostile partner may make. */
interface Epoch {
  readonly generation: number;
  readonly by: Device;
  /** Devices to which the key was sealed. */
  readonly seals: number;
  /** Devices that its maker knew to be removed. */
  readonly knew: number;
  /** Bits of the removals by its maker's own person, which it names. */
  readonly names: number;
  readonly isFair: boolean;
}

export interface World {
  readonly name: string;
  /** Devices with our app, from the beginning. */
  readonly honest: readonly Device[];
  /** Comes later: linked by the phone. */
  readonly linked?: Device;
  readonly others: readonly Device[];
  readonly removals: readonly (readonly [Device, Device])[];
  readonly notes: readonly Device[];
  /** Notes that a removed device may put wherever it has a key. */
  readonly stray?: Device;
  readonly hostile?: { readonly by: Device; readonly said: readonly Said[]; readonly epochs: readonly Epoch[] };
  readonly changesMax: number;
  /** Whether, of two keys of one generation, the greater id is that of the phone. */
  readonly isPhoneGreater: boolean;
  readonly losses?: number;
}

/** Equal lists are kept once. */
interface Epochs {
  readonly id: number;
  readonly at: readonly (Epoch | null)[];
}

/** What a device makes of what it holds. */
interface Mind {
  readonly view: View;
  /** Places of its keys, the greatest last. */
  readonly order: readonly number[];
  readonly current: number;
  readonly generation: number;
  readonly isTakenOff: boolean;
}

interface State {
  /** By honest device. */
  readonly held: readonly number[];
  readonly unsent: readonly number[];
  /** Place of the key with whose mailbox all was compared last. */
  readonly compared: readonly number[];
  /** Places of keys that were handed over when the device was linked. */
  readonly given: readonly number[];
  /** By device and mailbox: what still has to be left in an old mailbox. */
  readonly letters: readonly number[];
  /** By mailbox. */
  readonly boxes: readonly number[];
  readonly epochs: Epochs;
  /** By note: devices that its writer had shut out before. */
  readonly shutOut: readonly number[];
  readonly losses: number;
  /** Somebody would change the keys more often than this world has places for. */
  readonly isRestless: boolean;
}

export function epochsModel(world: World, flaw: EpochFlaw | null = null): Model<State> {
  const active: readonly Device[] = world.linked ? [...world.honest, world.linked] : world.honest;
  const entries = entriesOf(world);
  const said = entries.map((entry) => (entry.kind === 'said' ? entry.said : null));
  const places = entries.flatMap((entry, at) => (entry.kind === 'epoch' ? [{ ...entry, at }] : []));
  const start = membershipOf(startOf(world));
  if (entries.length > 15) throw new Error(`too many entries for one character: ${world.name}`);
  const [slotOf, noteAts] = [
    new Map(active.map((device, at) => [device, at])),
    entries.flatMap((entry, at) => (entry.kind === 'note' ? [at] : [])),
  ];
  const bitsWhere = (test: (entry: Entry) => boolean): number =>
    entries.reduce((bits, entry, at) => (test(entry) ? bits | (1 << at) : bits), 0);
  const saidBits = bitsWhere((entry) => entry.kind === 'said');
  const hostileBits = bitsWhere(
    (entry) => entry.by === world.hostile?.by || (entry.kind === 'said' && entry.by === 'guest'),
  );

  // -------------------------------------------------------------------------------------------- what a device knows

  const views = new Map<number, View>();
  const viewOf = (held: number): View => {
    const bits = held & saidBits;
    let view = views.get(bits);
    if (view) return view;
    view = toView(start);
    const texts = said.map((one) => one ?? ({ kind: 'removed', by: 'guest', about: 'guest' } as const));
    for (const at of bitsOf(bits)) view = takeSaid(view, texts, at);
    views.set(bits, view);
    return view;
  };

  const lists = new Map<string, Epochs>();
  const internEpochs = (at: readonly (Epoch | null)[]): Epochs => {
    const text = JSON.stringify(at);
    const found = lists.get(text) ?? { id: lists.size + 1, at };
    lists.set(text, found);
    return found;
  };

  const minds = new Map<string, Mind>();
  const mindOf = (state: State, slot: number): Mind => {
    const [held, given] = [state.held[slot] ?? 0, state.given[slot] ?? 0];
    const key = String.fromCharCode(slot, held, given, state.epochs.id);
    const found = minds.get(key) ?? toMind(slot, held, given, state.epochs.at);
    minds.set(key, found);
    return found;
  };

  const toMind = (slot: number, held: number, given: number, epochs: Epochs['at']): Mind => {
    const device = active[slot] as Device;
    const heard = places.filter(({ at }) => (held & (1 << at)) !== 0).map(({ place }) => place);
    // A new key names the devices that its maker's person left out.
    const named = heard.reduce((bits, place) => bits | (epochs[place]?.names ?? 0), 0);
    const view = viewOf(flaw === 'removal-apart' ? held : held | named);
    const isOpened = (place: number): boolean => {
      const epoch = epochs[place];
      if (!epoch || (epoch.seals & bitOf(device)) === 0 || (view.all & bitOf(epoch.by)) === 0) return false;
      return epoch.isFair || personOf(epoch.by) === personOf(device) || flaw === 'unfair-key';
    };
    const known = epochs.flatMap((_, place) => {
      const isGiven = place === 0 || (given & (1 << place)) !== 0;
      return isGiven || (heard.includes(place) && isOpened(place)) ? [place] : [];
    });
    let order = mergeEpochs(
      [],
      known.map((place) => toKeys(place, epochs[place], world)),
    ).map((keys) => keys.boxIdKey[0] ?? 0);
    const own = order.filter((place) => place > 0 && epochs[place]?.by === device);
    if (flaw === 'own-first' && own.length > 0) order = [...order.filter((place) => !own.includes(place)), ...own];
    const current = order.at(-1) ?? 0;
    const isTakenOff = (view.removed & bitOf(device)) !== 0;
    return { view, order, current, generation: epochs[current]?.generation ?? 1, isTakenOff };
  };

  const isHere = (state: State, slot: number): boolean => (state.held[slot] ?? -1) >= 0;

  // ---------------------------------------------------------------------------------------------- what a device does

  const ownRemovals = (view: View, device: Device): number =>
    bitsWhere(
      (entry) =>
        entry.kind === 'said' &&
        entry.said.kind === 'removed' &&
        personOf(entry.by) === personOf(device) &&
        (view.removed & bitOf(entry.said.about)) !== 0,
    );

  /** New keys, sealed to those who are left, told in the old mailbox too. */
  const change = (state: State, slot: number, withIt: number): State => {
    const device = active[slot] as Device;
    const before = mindOf(state, slot).current;
    const free = places.findIndex((place, at) => place.by === device && !state.epochs.at[at + 1]);
    if (free < 0) return { ...state, isRestless: true };
    const place = free + 1;
    const view = mindOf(state, slot).view;
    const isOldList = flaw === 'old-list' && withIt === 0;
    const seals = flaw === 'sealed-to-removed' ? view.all : isOldList ? toView(start).all : view.all & ~view.removed;
    const epoch: Epoch = {
      generation: generationIn(state, before) + 1,
      by: device,
      seals,
      knew: view.removed,
      names: ownRemovals(view, device),
      isFair: true,
    };
    const bits = (1 << (places[free]?.at ?? 0)) | withIt;
    const next = {
      ...state,
      epochs: internEpochs(replaced(state.epochs.at, place, epoch)),
      held: replaced(state.held, slot, (state.held[slot] ?? 0) | bits),
      unsent: replaced(state.unsent, slot, (state.unsent[slot] ?? 0) | bits),
    };
    if (flaw === 'no-word-in-old-place') return next;
    const letter = slot * (places.length + 1) + before;
    return { ...next, letters: replaced(state.letters, letter, (state.letters[letter] ?? 0) | bits) };
  };

  /** What a device does at the end of whatever happened to it, before anything leaves it. */
  const settle = (state: State, slot: number): State => {
    if (state.isRestless || flaw === 'no-second-change' || flaw === 'no-new-key' || mindOf(state, slot).isTakenOff)
      return state;
    const place = mindOf(state, slot).current;
    const view = mindOf(state, slot).view;
    const isHeard = place > 0 && ((state.held[slot] ?? 0) & (1 << (places[place - 1]?.at ?? 0))) !== 0;
    // A flawed key is not noticed by whoever made it: else it would be changed again and again.
    const isBlind = flaw === 'sealed-to-removed' || flaw === 'old-list';
    const sealed = (state.epochs.at[place]?.seals ?? 0) & ~(isBlind ? (state.epochs.at[place]?.knew ?? 0) : 0);
    const recipients = isHeard ? devicesOf(sealed).map(keyOf) : [];
    const isMine = (one: string): boolean =>
      view.members.get(one)?.person === personKeyOf(personOf(active[slot] as Device));
    const isOpen = isOpenToRemoved(flaw === 'own-person-only' ? recipients.filter(isMine) : recipients, view.members);
    return isOpen ? settle(change(state, slot, 0), slot) : state;
  };

  const take = (state: State, slot: number, mailbox: number, wanted: number): State => {
    let next = state;
    for (const at of bitsOf(wanted)) {
      const isCurrent = mailbox === mindOf(next, slot).current;
      const isOff = (mindOf(next, slot).view.removed & bitOf(entries[at]?.by ?? 'guest')) !== 0;
      if (!isCurrent && isOff && flaw !== 'removed-counts') continue;
      const held = replaced(next.held, slot, (next.held[slot] ?? 0) | (1 << at));
      // What has not been compared yet is offered by comparing.
      const isForNew = !isCurrent && next.compared[slot] === mindOf(next, slot).current && flaw !== 'not-offered-on';
      next = {
        ...next,
        held,
        unsent: isForNew ? replaced(next.unsent, slot, (next.unsent[slot] ?? 0) | (1 << at)) : next.unsent,
      };
    }
    return next === state ? state : settle(next, slot);
  };

  const write = (state: State, slot: number, bits: number): State => ({
    ...state,
    held: replaced(state.held, slot, (state.held[slot] ?? 0) | bits),
    unsent: replaced(state.unsent, slot, (state.unsent[slot] ?? 0) | bits),
  });

  // ------------------------------------------------------------------------------------ what the others can get at

  /** Mailboxes that a device outside can open, with every key that it can get hold of. */
  const reachOf = (state: State, device: Device): number => {
    let reach = 1;
    for (let grew = true; grew; ) {
      grew = false;
      for (const [at, { at: entry }] of places.entries()) {
        const place = at + 1;
        const epoch = state.epochs.at[place];
        if ((reach & (1 << place)) !== 0 || !epoch || (epoch.seals & bitOf(device)) === 0) continue;
        if (!state.boxes.some((bits, mailbox) => (reach & (1 << mailbox)) !== 0 && (bits & (1 << entry)) !== 0))
          continue;
        reach |= 1 << place;
        grew = true;
      }
    }
    return reach;
  };

  const isShutOutByAll = (state: State, device: Device, reach: number): boolean =>
    active.every((_, slot) => {
      const { view, current } = mindOf(state, slot);
      return !isHere(state, slot) || ((view.removed & bitOf(device)) !== 0 && (reach & (1 << current)) === 0);
    });

  const steps = (state: State): readonly Step<State>[] => {
    const all: Step<State>[] = [];
    const add = (name: string, next: State, isDue = false): void => {
      if (next !== state) all.push({ name, next, isDue });
    };
    for (const [slot, device] of active.entries()) {
      if (!isHere(state, slot)) continue;
      const held = state.held[slot] ?? 0;
      const view = mindOf(state, slot).view;
      for (const [at, entry] of entries.entries()) {
        if (entry.by !== device || (held & (1 << at)) !== 0) continue;
        if (entry.kind === 'note' && entry.how === 'honest') {
          const shut = view.removed & ~(state.epochs.at[mindOf(state, slot).current]?.seals ?? view.all);
          const note = noteAts.indexOf(at);
          add(`${words[device]} writes`, {
            ...write(state, slot, 1 << at),
            shutOut: replaced(state.shutOut, note, shut),
          });
        }
        if (entry.kind !== 'said' || entry.isWrittenAt !== 'removal' || entry.said.kind !== 'removed') continue;
        const gone = bitOf(entry.said.about);
        if ((view.all & gone) === 0 || (view.removed & gone) !== 0 || mindOf(state, slot).isTakenOff) continue;
        const name = `${saidToWords(entry.said)}${flaw === 'no-new-key' ? '' : ', with new keys'}`;
        if (flaw === 'no-new-key') add(name, write(state, slot, 1 << at));
        else add(name, settle(changeAfter(state, slot, 1 << at), slot));
      }
      add(`${words[device]} reaches the relay`, connect(state, slot), true);
      const current = mindOf(state, slot).current;
      const compared = state.compared[slot] ?? 0;
      const isBehind =
        flaw === 'compared-by-generation'
          ? generationIn(state, compared) < generationIn(state, current)
          : compared !== current;
      const isRestored = state.losses > 0 && flaw !== 'offered-once';
      if (isBehind || isRestored)
        add(`${words[device]} offers what the relay lacks`, offer(state, slot, isRestored), true);
      for (const place of mindOf(state, slot).order) {
        // Old mailboxes are read too: whoever was away writes there, and may have changed the keys there.
        if (flaw === 'two-read' && generationIn(state, place) < generationIn(state, current) - 1) continue;
        const fresh = (state.boxes[place] ?? 0) & ~held;
        const ats = bitsOf(fresh);
        for (const at of ats)
          add(`${words[device]} gets ${nameOf(at)}${placeName(place)}`, take(state, slot, place, 1 << at), true);
        if (ats.length > 1) add(`${words[device]} gets all${placeName(place)}`, take(state, slot, place, fresh), true);
      }
    }
    if (flaw !== 'not-handed-over') addHandingOver(state, add);
    addLinking(state, add);
    addOthers(state, add);
    return all;
  };

  /** The removal is written first; the keys are changed by the list that follows from it. */
  const changeAfter = (state: State, slot: number, bits: number): State => change(write(state, slot, bits), slot, bits);

  const connect = (state: State, slot: number): State => {
    const boxes = [...state.boxes];
    const letters = [...state.letters];
    for (const mailbox of boxes.keys()) {
      const at = slot * boxes.length + mailbox;
      boxes[mailbox] = (boxes[mailbox] ?? 0) | (letters[at] ?? 0);
      letters[at] = 0;
    }
    const current = mindOf(state, slot).current;
    boxes[current] = (boxes[current] ?? 0) | (state.unsent[slot] ?? 0);
    const isSame = (state.unsent[slot] ?? 0) === 0 && !state.letters.some((bits, at) => bits !== letters[at]);
    return isSame ? state : { ...state, boxes, letters, unsent: replaced(state.unsent, slot, 0) };
  };

  const offer = (state: State, slot: number, isRestored: boolean): State => {
    const current = mindOf(state, slot).current;
    let boxes = replaced(state.boxes, current, (state.boxes[current] ?? 0) | (state.held[slot] ?? 0));
    if (isRestored) boxes = withOldPlaces(state, slot, boxes);
    const isSame = boxes.every((bits, at) => bits === state.boxes[at]) && (state.compared[slot] ?? 0) === current;
    return isSame ? state : { ...state, boxes, compared: replaced(state.compared, slot, current) };
  };

  /** Word of a change of keys lies in the mailbox before it: who is there still has no other way to hear of it. */
  const withOldPlaces = (state: State, slot: number, boxes: readonly number[]): readonly number[] => {
    const current = mindOf(state, slot).current;
    const word = (state.held[slot] ?? 0) & bitsWhere((entry) => entry.kind !== 'note');
    return boxes.map((bits, place) => {
      const isBefore =
        mindOf(state, slot).order.includes(place) && generationIn(state, place) === generationIn(state, current) - 1;
      return isBefore ? bits | word : bits;
    });
  };

  /** Devices of one person tell each other of keys by what is that person's own, which is not part of this model. */
  const addHandingOver = (state: State, add: (name: string, next: State, isDue?: boolean) => void): void => {
    for (const [from, giver] of active.entries()) {
      for (const [to, taker] of active.entries()) {
        if (from === to || personOf(giver) !== personOf(taker) || !isHere(state, from) || !isHere(state, to)) continue;
        const known = mindOf(state, to).order;
        const fresh = mindOf(state, from).order.filter((place) => !known.includes(place));
        const given = fresh.reduce((bits, place) => bits | (1 << place), state.given[to] ?? 0);
        if (fresh.length > 0)
          add(
            `${words[giver]} tells ${words[taker]} of its keys`,
            { ...state, given: replaced(state.given, to, given) },
            true,
          );
      }
    }
  };

  const addLinking = (state: State, add: (name: string, next: State) => void): void => {
    const slot = world.linked ? (slotOf.get(world.linked) ?? -1) : -1;
    const phone = slotOf.get('phone') ?? -1;
    if (slot < 0 || isHere(state, slot) || mindOf(state, phone).isTakenOff) return;
    const own = bitsWhere(
      (entry) => entry.kind === 'said' && entry.isWrittenAt === 'linking' && entry.by === world.linked,
    );
    const vouch = bitsWhere(
      (entry) => entry.kind === 'said' && entry.isWrittenAt === 'linking' && entry.by === 'phone',
    );
    const keys = mindOf(state, phone).order.reduce((bits, place) => bits | (1 << place), 0);
    const linked = { ...state, held: replaced(state.held, slot, own), unsent: replaced(state.unsent, slot, own) };
    add(`${words.phone} links ${words[world.linked as Device]}`, {
      ...write(linked, phone, vouch),
      given: replaced(state.given, slot, keys),
    });
  };

  const addOthers = (state: State, add: (name: string, next: State) => void): void => {
    const put = (device: Device, at: number, name: string): void => {
      const reach = reachOf(state, device);
      const note = noteAts.indexOf(at);
      const isThere = [...state.boxes, ...state.held].some((bits) => bits >= 0 && (bits & (1 << at)) !== 0);
      const isNew = note >= 0 && !isThere && isShutOutByAll(state, device, reach);
      const shutOut = isNew ? replaced(state.shutOut, note, lateBit) : state.shutOut;
      for (const mailbox of state.boxes.keys()) {
        if ((reach & (1 << mailbox)) === 0 || ((state.boxes[mailbox] ?? 0) & (1 << at)) !== 0) continue;
        add(`${name}${placeName(mailbox)}`, {
          ...state,
          shutOut,
          boxes: replaced(state.boxes, mailbox, (state.boxes[mailbox] ?? 0) | (1 << at)),
        });
      }
    };
    for (const [at, entry] of entries.entries()) {
      if (entry.kind === 'note' && entry.how === 'any') put(entry.by, at, `${words[entry.by]} writes`);
      if (entry.kind === 'said' && entry.isWrittenAt === 'any')
        put(world.hostile?.by ?? 'guest', at, saidToWords(entry.said));
      if (entry.kind === 'epoch' && entry.by === world.hostile?.by)
        put(entry.by, at, `${words[entry.by]} hands out a key of his own`);
    }
    if (state.losses >= (world.losses ?? 0)) return;
    for (const [mailbox, bits] of state.boxes.entries()) {
      for (const at of bitsOf(bits)) {
        const boxes = replaced(state.boxes, mailbox, bits & ~(1 << at));
        add(`the relay forgets ${nameOf(at)}${placeName(mailbox)}`, { ...state, boxes, losses: state.losses + 1 });
      }
    }
  };

  // ------------------------------------------------------------------------------------------------------------ rules

  const broken = (state: State, isCalm: boolean): string | null => {
    if (state.isRestless) return 'changes of keys come to an end';
    if (
      noteAts.some(
        (at, note) =>
          ((state.shutOut[note] ?? 0) & lateBit) !== 0 &&
          state.held.some((held) => held >= 0 && (held & (1 << at)) !== 0),
      )
    )
      return 'what a removed device writes counts for nobody once all know';
    for (const device of world.hostile ? [] : world.others) {
      const reach = reachOf(state, device);
      for (const [place, epoch] of state.epochs.at.entries()) {
        if (epoch && (reach & (1 << place)) !== 0 && (epoch.knew & bitOf(device)) !== 0)
          return 'a removed device has no key made by one who knew';
      }
      for (const [note, at] of noteAts.entries()) {
        if (((state.shutOut[note] ?? 0) & bitOf(device)) === 0) continue;
        if (state.boxes.some((bits, mailbox) => (reach & (1 << mailbox)) !== 0 && (bits & (1 << at)) !== 0))
          return 'a removed device reads nothing that was written after it was shut out';
      }
    }
    const live = active.flatMap((_, slot) => (isHere(state, slot) && !mindOf(state, slot).isTakenOff ? [slot] : []));
    for (const [slot] of active.entries()) {
      if (!isHere(state, slot)) continue;
      const place = mindOf(state, slot).current;
      const epoch = state.epochs.at[place];
      if (epoch && !epoch.isFair && personOf(active[slot] as Device) !== personOf(epoch.by))
        return 'nobody takes from another the right to write';
      const view = mindOf(state, slot).view;
      const mayBeOff = world.removals.reduce((bits, [, gone]) => bits | bitOf(gone), 0);
      if ((view.removed & ~mayBeOff) !== 0) return 'nobody takes another’s device off the list';
      for (const member of view.members.values()) {
        if (member.device === keyOf('guest') && member.person === personKeyOf('noor'))
          return 'nobody else’s word makes a device Noor’s';
      }
    }
    if (!isCalm) return null;
    const [first = 0] = live;
    for (const slot of live) {
      const isSame = ((state.held[slot] ?? 0) & ~hostileBits) === ((state.held[first] ?? 0) & ~hostileBits);
      if (!isSame) return 'once all is calm, all hold the same';
      if (!world.hostile && mindOf(state, slot).current !== mindOf(state, first).current)
        return 'once all is calm, all write with the same key';
      const view = mindOf(state, slot).view;
      for (const device of world.hostile ? [] : world.others) {
        const isShut =
          (view.removed & bitOf(device)) === 0 || (reachOf(state, device) & (1 << mindOf(state, slot).current)) === 0;
        if (!isShut) return 'once all is calm, a removed device has no key of what is written';
      }
    }
    return null;
  };

  const nameOf = (at: number): string => {
    const entry = entries[at];
    if (!entry) return '';
    if (entry.kind === 'said') return `“${saidToWords(entry.said)}”`;
    return entry.kind === 'note' ? `what ${words[entry.by]} wrote` : `a new key of ${words[entry.by]}`;
  };
  const placeName = (place: number): string =>
    place === 0 ? ' (first mailbox)' : ` (mailbox of key ${place} by ${words[places[place - 1]?.by ?? 'guest']})`;

  return {
    name: world.name,
    starts: [startState(world, active, entries, places.length, internEpochs)],
    key: stateToKey,
    steps,
    broken,
  };
}

// -------------------------------------------------------------------------------------------------------------- parts

/** Beside the bits of devices: written when all had shut its writer out. */
const lateBit = 1 << devices.length;

const startOf = (world: World): readonly Said[] => [
  ...[...world.honest, ...world.others].map((by): Said => ({ kind: 'joined', by, person: personOf(by), atMs: 1 })),
  ...(world.others.includes('tablet') ? [vouched('phone', 'tablet')] : []),
  ...(world.honest.includes('laptop') ? [vouched('phone', 'laptop')] : []),
  ...(world.others.includes('sam2') ? [vouched('sam', 'sam2')] : []),
];

const vouched = (by: Device, about: Device): Said => ({ kind: 'vouch', by, about, person: personOf(about) });

function entriesOf(world: World): readonly Entry[] {
  const { linked, hostile } = world;
  const changes = [...world.honest, ...(linked ? [linked] : [])].flatMap((by) =>
    by === hostile?.by ? [] : Array.from({ length: world.changesMax }, () => by),
  );
  const saidAt = (said: Said, isWrittenAt: 'removal' | 'linking' | 'any'): Entry => ({
    kind: 'said',
    by: said.by,
    said,
    isWrittenAt,
  });
  return [
    ...[...changes, ...(hostile?.epochs ?? []).map(({ by }) => by)].map(
      (by, at): Entry => ({ kind: 'epoch', by, place: at + 1 }),
    ),
    ...world.removals.map(([by, about]) => saidAt({ kind: 'removed', by, about }, 'removal')),
    ...(linked
      ? [
          saidAt({ kind: 'joined', by: linked, person: personOf(linked), atMs: 1 }, 'linking'),
          saidAt(vouched('phone', linked), 'linking'),
        ]
      : []),
    ...(hostile?.said ?? []).map((said) => saidAt(said, 'any')),
    ...world.notes.map((by): Entry => ({ kind: 'note', by, how: 'honest' })),
    ...(world.stray ? [{ kind: 'note', by: world.stray, how: 'any' } as const] : []),
  ];
}

function startState(
  world: World,
  active: readonly Device[],
  entries: readonly Entry[],
  places: number,
  intern: (at: Epochs['at']) => Epochs,
): State {
  const fill = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);
  const hostile = world.hostile?.epochs ?? [];
  const own = places - hostile.length;
  return {
    held: active.map((device) => (device === world.linked ? -1 : 0)),
    unsent: fill(active.length, 0),
    compared: fill(active.length, 0),
    given: fill(active.length, 0),
    letters: fill(active.length * (places + 1), 0),
    boxes: fill(places + 1, 0),
    epochs: intern([...Array.from({ length: own + 1 }, () => null), ...hostile]),
    shutOut: fill(entries.filter((entry) => entry.kind === 'note').length, 0),
    losses: 0,
    isRestless: false,
  };
}

const generationIn = (state: State, place: number): number => state.epochs.at[place]?.generation ?? 1;

/** Whole numbers below 2^16, one character each. */
const stateToKey = (state: State): string =>
  String.fromCharCode(
    state.epochs.id,
    state.losses + (state.isRestless ? 16 : 0),
    ...state.held.map((bits) => bits + 1),
    ...state.unsent,
    ...state.compared,
    ...state.given,
    ...state.letters,
    ...state.boxes,
    ...state.shutOut,
  );

/** As much of a key as `mergeEpochs` looks at; the place is kept where the real one has bytes of no meaning here. */
function toKeys(
  place: number,
  epoch: Epoch | null | undefined,
  { isPhoneGreater }: World,
): Parameters<typeof mergeEpochs>[0][number] {
  const empty = new Uint8Array(0);
  const id = isPhoneGreater ? 255 - place : place;
  const generation = epoch?.generation ?? 1;
  return {
    epoch: { generation, key: empty, writers: [] },
    epochId: new Uint8Array([id]),
    epochKey: empty,
    boxIdKey: new Uint8Array([place]),
    mailbox: empty,
    salt: empty,
  };
}

const replaced = <T>(list: readonly T[], at: number, value: T): readonly T[] =>
  list.map((one, index) => (index === at ? value : one));

function bitsOf(bits: number): readonly number[] {
  const all: number[] = [];
  for (let at = 0; bits >> at !== 0; at += 1) if ((bits & (1 << at)) !== 0) all.push(at);
  return all;
}

const devicesOf = (bits: number): readonly Device[] => devices.filter((device) => (bits & bitOf(device)) !== 0);
