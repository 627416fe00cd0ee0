/**
 * The network between devices and the relay. Order holds on one connection, as TCP keeps it; a loss is the loss of the
 * connection. It can be slow, cut a connection in the middle of anything, swallow what is sent without a word, keep a
 * device away from the relay, or (with `bend`) stand for a relay that lies.
 */
import type { TransportConnection, TransportEvents } from '#device';
import type { Bytes } from '#kernel';
import type { Relay, RelayConnection } from '#relay';
import type { Clockwork, Dice } from './clockwork.ts';
import type { SimDevice } from './sim-device.ts';
import type { Tracer } from './tracer.ts';

export interface NetworkFaults {
  /** The chance that a frame ends its connection instead of arriving. */
  loss: number;
  delayMsMax: number;
  /** The chance that a new connection falls silent after a few frames, with no word to either side. */
  halfOpen: number;
  /** What comes instead of a frame. */
  bend: ((sim: SimDevice, direction: 'up' | 'down', frame: Bytes) => readonly Bytes[]) | null;
}

export interface Network {
  readonly faults: NetworkFaults;
  readonly connect: (sim: SimDevice, events: TransportEvents) => TransportConnection;
  readonly cutAll: () => void;
}

export interface NetworkPorts {
  readonly clockwork: Clockwork;
  readonly dice: Dice;
  /** null: nobody answers. */
  readonly relay: () => Relay | null;
  readonly relayReceived: Bytes[];
  readonly tracer: Tracer;
  readonly onFault: (kind: string) => void;
}

export function createNetwork({ clockwork, dice, relay, relayReceived, tracer, onFault }: NetworkPorts): Network {
  const faults: NetworkFaults = { loss: 0, delayMsMax: 0, halfOpen: 0, bend: null };
  const cuts = new Set<() => void>();

  function connect(sim: SimDevice, events: TransportEvents): TransportConnection {
    let isOpen = true;
    let lastArrivalMs = 0;
    let connection: RelayConnection | null = null;
    let framesUntilSilence = Number.MAX_SAFE_INTEGER;
    let isCut = false;
    const leave = (): void => {
      isOpen = false;
      cuts.delete(cut);
      sim.connections.delete(end);
      clockwork.after(0, () => events.closed());
    };
    const cut = (): void => {
      if (isCut) return;
      isCut = true;
      connection?.close();
      if (isOpen) leave();
    };
    /** Closed by the device, or by its end: what was handed over before still arrives. */
    const close = (): void => {
      if (!isOpen) return;
      leave();
      clockwork.after(lastArrivalMs - clockwork.nowMs(), cut);
    };
    const end = { cut, close };
    const carry = (run: () => void, isUp = false): void => {
      if (faults.loss > 0 && dice.chance(faults.loss)) {
        onFault('connection-lost');
        clockwork.after(0, cut);
        return;
      }
      framesUntilSilence -= 1;
      if (framesUntilSilence === 0) onFault('half-open');
      if (framesUntilSilence <= 0) return;
      const delay = faults.delayMsMax === 0 ? 0 : dice.roll(faults.delayMsMax);
      if (delay > 1_000) onFault('frame-delayed');
      lastArrivalMs = Math.max(lastArrivalMs, clockwork.nowMs() + delay);
      clockwork.after(lastArrivalMs - clockwork.nowMs(), () => (isUp ? !isCut : isOpen) && run());
    };
    const bent = (direction: 'up' | 'down', frame: Bytes): readonly Bytes[] =>
      faults.bend?.(sim, direction, frame) ?? [frame];

    const there = sim.isOnline && sim.isReachable ? relay() : null;
    if (there === null) {
      if (sim.isOnline && !sim.isReachable) onFault('partition');
      clockwork.after(0, cut);
    } else {
      cuts.add(cut);
      sim.connections.add(end);
      if (faults.halfOpen > 0 && dice.chance(faults.halfOpen)) framesUntilSilence = 2 + dice.roll(12);
      connection = there.connect({
        send: (bytes) => {
          for (const frame of bent('down', new Uint8Array(bytes))) {
            carry(() => {
              sim.received.push(frame);
              tracer.note(sim.name, 'down', frame);
              events.received(frame);
            });
          }
        },
        close: () => void clockwork.after(0, cut),
        bufferedBytes: () => 0,
      });
      carry(events.opened);
    }
    return {
      send: (bytes) => {
        if (!isOpen) return;
        for (const frame of bent('up', new Uint8Array(bytes))) {
          carry(() => {
            relayReceived.push(frame);
            tracer.note(sim.name, 'up', frame);
            connection?.receive(frame);
          }, true);
        }
      },
      close,
    };
  }

  return {
    faults,
    connect,
    cutAll: () => {
      for (const cut of [...cuts]) cut();
    },
  };
}
