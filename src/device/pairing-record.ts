/** What a device keeps of a pairing under way, so that a closed tab or a reload goes on where it was. */
import type { Json } from '#kernel';
import { asHex, asList, asObject, asText, asWhole } from './shapes.ts';

export interface PairingRecord {
  readonly role: 'inviter' | 'joiner';
  readonly purpose: 'partner' | 'device';
  /** Both have shared before: one of them lost every device, and the other carries it over (carrying.ts). */
  readonly isReturn: boolean;
  readonly relayUrl: string;
  /** All bytes as hex; '' while not known. */
  readonly secret: string;
  readonly expiresAtMs: number;
  readonly nonce: string;
  /** Canonical JSON of what this side says about itself. */
  readonly ownKeys: string;
  readonly commitment: string;
  readonly theirKeys: string;
  readonly theirNonce: string;
  readonly transcript: string;
  readonly wordIndices: readonly number[];
  /** `asked`: a link was opened and nothing sent. `waiting`: for the other's next message. `comparing`: words are shown. */
  readonly stage: 'asked' | 'waiting' | 'comparing';
  readonly isConfirmed: boolean;
  /** The grant as JSON text: made by the inviter, or received and opened by the joiner. */
  readonly grant: string;
  readonly hasJoined: boolean;
  /** The joiner's own join: its box id, and where the relay put it (0: not yet known). */
  readonly joinBoxId: string;
  readonly joinPosition: number;
}

export const pairingRecordToJson = (record: PairingRecord): Json => ({
  ...record,
  wordIndices: [...record.wordIndices],
});

/** null when the record is not whole: the pairing is then simply over. */
export function jsonToPairingRecord(json: Json | null): PairingRecord | null {
  const fields = json === null ? null : asObject(json);
  if (!fields) return null;
  const text = (name: string): string => asText(fields[name], 100_000) ?? '';
  const role = text('role');
  const purpose = text('purpose');
  const stage = text('stage');
  if (role !== 'inviter' && role !== 'joiner') return null;
  if (purpose !== 'partner' && purpose !== 'device') return null;
  if (stage !== 'asked' && stage !== 'waiting' && stage !== 'comparing') return null;
  if (asHex(fields.secret, 32) === null) return null;
  return {
    role,
    purpose,
    isReturn: fields.isReturn === true,
    stage,
    relayUrl: text('relayUrl'),
    secret: text('secret'),
    expiresAtMs: asWhole(fields.expiresAtMs) ?? 0,
    nonce: text('nonce'),
    ownKeys: text('ownKeys'),
    commitment: text('commitment'),
    theirKeys: text('theirKeys'),
    theirNonce: text('theirNonce'),
    transcript: text('transcript'),
    wordIndices: (asList(fields.wordIndices, 4) ?? []).map((one) => asWhole(one) ?? 0),
    isConfirmed: fields.isConfirmed === true,
    grant: text('grant'),
    hasJoined: fields.hasJoined === true,
    joinBoxId: text('joinBoxId'),
    joinPosition: asWhole(fields.joinPosition) ?? 0,
  };
}
