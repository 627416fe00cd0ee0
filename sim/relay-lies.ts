/** A relay that lies for a while: it keeps boxes back, says them twice, and says old ones again. */
import type { Bytes } from '#kernel';
import { decodeRelayFrame, encodeRelayFrame } from '#wire';
import type { Dice } from './clockwork.ts';
import type { FaultKind } from './faults.ts';
import type { NetworkFaults } from './network.ts';

const keptMax = 8;

export function createLies(
  dice: Dice,
  kinds: { readonly isWithholding: boolean; readonly isReplaying: boolean },
  onFault: (kind: FaultKind) => void,
): NonNullable<NetworkFaults['bend']> {
  const said = new Map<string, Bytes[]>();
  return (sim, direction, bytes) => {
    if (direction === 'up') return [bytes];
    const frame = decodeRelayFrame(bytes);
    if (frame?.type !== 'boxes' || frame.boxes.length === 0) return [bytes];
    if (kinds.isWithholding && dice.chance(0.4)) {
      onFault('relay-withheld');
      const boxes = frame.boxes.filter(() => dice.chance(0.5));
      return [encodeRelayFrame({ ...frame, boxes })];
    }
    const old = said.get(sim.name) ?? [];
    said.set(sim.name, [bytes, ...old].slice(0, keptMax));
    if (!kinds.isReplaying || !dice.chance(0.4)) return [bytes];
    onFault('relay-replayed');
    return dice.chance(0.5) || old.length === 0 ? [bytes, bytes] : [dice.pick(old), bytes];
  };
}
