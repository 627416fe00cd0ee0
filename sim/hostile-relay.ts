/**
 * A relay that lies, for the tests of hostile-relay.test.ts: it changes, keeps back, repeats and invents what goes down
 * to a device, and reads all that comes up. It speaks the real protocol, and uses nothing of the code under test.
 */
import { type Bytes, bytesToHex, concatBytes } from '#kernel';
import { decodeRelayFrame, encodeRelayFrame, type PlacedBox, type RelayFrame } from '#wire';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

export type Bend = (sim: SimDevice, frame: RelayFrame) => readonly RelayFrame[];

/** Everything that goes down to devices is first shown to `bend`. */
export function bendDown(world: World, bend: Bend): void {
  world.networkFaults.bend = (sim, direction, bytes) => {
    const frame = direction === 'down' ? decodeRelayFrame(bytes) : null;
    return frame === null ? [bytes] : bend(sim, frame).map(encodeRelayFrame);
  };
}

export function beHonest(world: World): void {
  world.networkFaults.bend = null;
}

/** The same answer with other boxes, at the same positions as far as they go. */
export const withBoxes = (frame: Extract<RelayFrame, { type: 'boxes' }>, boxes: readonly PlacedBox[]): RelayFrame => ({
  ...frame,
  boxes,
});

/** Boxes under positions of their own after `after`, as a push. */
export function pushOf(mailbox: Bytes, after: number, boxes: readonly Omit<PlacedBox, 'position'>[]): RelayFrame {
  const placed = boxes.map((one, at) => ({ ...one, position: after + at + 1 }));
  const upTo = after + placed.length;
  return { type: 'boxes', mailbox, after, upTo, head: upTo, boxes: placed };
}

/**
 * Says these boxes to a device in place of what lies behind `after` (its cursor), a frame at a time, on a connection of
 * its own; then the connection ends and the relay is honest again. Gives what came up while it lied.
 */
export async function sayTo(
  world: World,
  sim: SimDevice,
  mailbox: Bytes,
  batches: readonly (readonly Omit<PlacedBox, 'position'>[])[],
): Promise<readonly Bytes[]> {
  const heardFrom = world.relayReceived.length;
  const name = bytesToHex(mailbox);
  let next = 0;
  let after = -1;
  bendDown(world, (to, frame) => {
    if (to !== sim || !('mailbox' in frame) || bytesToHex(frame.mailbox) !== name) return [frame];
    if (frame.type === 'boxes' && frame.boxes.length === 0 && next < batches.length) {
      // The answer to a fetch behind the cursor: lies, and a head that asks to be fetched again.
      after = after < 0 ? frame.after : after;
      const said = pushOf(mailbox, frame.after, batches[next] ?? []);
      next += 1;
      const head = next < batches.length ? Number.MAX_SAFE_INTEGER - 1 : frame.after + (batches[next - 1]?.length ?? 0);
      return said.type === 'boxes' ? [{ ...said, head }] : [];
    }
    if (frame.type === 'opened' && next < batches.length) return [{ ...frame, head: frame.head + 1 }];
    return [frame];
  });
  sim.goOffline();
  await world.run(1_000);
  sim.goOnline();
  for (let waited = 0; waited < 200 && next < batches.length; waited++) await world.run(1_000);
  const heard = world.relayReceived.slice(heardFrom);
  beHonest(world);
  if (next < batches.length) throw new Error(`only ${next} of ${batches.length} batches were fetched`);
  sim.goOffline();
  await world.run(1_000);
  sim.goOnline();
  await world.run(5_000);
  return heard;
}

/** Every mailbox of the relay with all that lies in it, from what devices have asked to open. */
export function openedMailboxes(world: World): readonly Bytes[] {
  const found = new Map<string, Bytes>();
  for (const bytes of world.relayReceived)
    if (bytes[0] === 2) found.set(bytesToHex(bytes.slice(1, 17)), bytes.slice(1, 17));
  return [...found.values()];
}

/** Whether a text or any run of bytes ever came to the relay, in any spelling that is easy to read. */
export function hasHeard(world: World, needle: Bytes): boolean {
  const all = Buffer.from(concatBytes(...world.relayReceived));
  const spelled = [
    Buffer.from(needle),
    Buffer.from(bytesToHex(needle)),
    Buffer.from(Buffer.from(needle).toString('base64url')),
    Buffer.from(Buffer.from(needle).toString('base64').replace(/=+$/, '')),
  ];
  return spelled.some((one) => all.includes(one));
}
