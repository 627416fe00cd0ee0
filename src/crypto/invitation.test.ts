/** The invitation between two, and with someone between them who has the link and the relay. */
import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, bytesToHex, textToBytes, u32 } from '#kernel';
import {
  commitToKeys,
  grantMessage,
  type InvitationPurpose,
  isCommitted,
  joinedMessage,
  linkToText,
  openGrant,
  sealGrant,
  secretToChannel,
  textToLink,
  transcriptHash,
  transcriptToWordIndices,
} from './invitation.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const someBytes = (minLength: number, maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes): Bytes => new Uint8Array(bytes));
const aSecret = someBytes(32, 32);
const aPurpose = fc.constantFrom<InvitationPurpose>('partner', 'device');

interface Side {
  readonly keys: Bytes;
  readonly nonce: Bytes;
}
const seedToSide = async (name: string, seed: number): Promise<Side> => ({
  keys: textToBytes(`keys of ${name} ${seed}`),
  nonce: await primitives.sha256(textToBytes(`nonce of ${name} ${seed}`)),
});

async function wordsOf(commitment: Bytes, joiner: Side, inviter: Side): Promise<string> {
  const transcript = await transcriptHash(
    primitives,
    'partner',
    commitment,
    joiner.keys,
    joiner.nonce,
    inviter.keys,
    inviter.nonce,
  );
  return (await transcriptToWordIndices(primitives, transcript)).join(' ');
}

test('both sides say the same words when nobody stands between, and other words when somebody does', async () => {
  const seedsMax = 1_000;
  let sameWithout = 0;
  let sameWith = 0;
  for (let seed = 0; seed < seedsMax; seed++) {
    const [inviter, joiner, middle] = await Promise.all(
      ['inviter', 'joiner', 'middle'].map((name) => seedToSide(name, seed)),
    );
    if (!inviter || !joiner || !middle) throw new Error('three sides');
    const commitment = await commitToKeys(primitives, inviter.keys, inviter.nonce);
    const [said, heard] = [await wordsOf(commitment, joiner, inviter), await wordsOf(commitment, joiner, inviter)];
    sameWithout += said === heard ? 1 : 0;

    // The one in the middle knows the secret, answers the inviter as joiner, and invites the joiner as inviter. Bound
    // by a commitment before seeing the joiner's nonce: one try.
    const middleCommitment = await commitToKeys(primitives, middle.keys, middle.nonce);
    const atInviter = await wordsOf(commitment, { keys: middle.keys, nonce: joiner.nonce }, inviter);
    const atJoiner = await wordsOf(middleCommitment, joiner, middle);
    // The other way: hands on the inviter's commitment and reveal, and changes the joiner's keys alone.
    const atJoinerHonest = await wordsOf(commitment, joiner, inviter);
    sameWith += atInviter === atJoiner || atInviter === atJoinerHonest ? 1 : 0;
  }
  equal(sameWithout, seedsMax);
  equal(sameWith, 0);
});

test('whoever has committed can reveal nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(someBytes(0, 300), someBytes(0, 300), aSecret, aSecret, async (keys, other, nonce, another) => {
      const commitment = await commitToKeys(primitives, keys, nonce);
      ok(await isCommitted(primitives, commitment, keys, nonce));
      if (bytesToHex(keys) !== bytesToHex(other)) ok(!(await isCommitted(primitives, commitment, other, nonce)));
      if (bytesToHex(nonce) !== bytesToHex(another)) ok(!(await isCommitted(primitives, commitment, keys, another)));
    }),
    { numRuns: 60 },
  );
});

test('each field of the transcript counts, and none flows into the next', async () => {
  const fields = Array.from({ length: 5 }, (_, at) => u32(at + 1));
  const hashOf = async (purpose: InvitationPurpose, five: readonly Bytes[]): Promise<string> => {
    const [a, b, c, d, e] = five;
    if (!a || !b || !c || !d || !e) throw new Error('five fields');
    return bytesToHex(await transcriptHash(primitives, purpose, a, b, c, d, e));
  };
  const seen = new Set([await hashOf('partner', fields), await hashOf('device', fields)]);
  for (let at = 0; at < 5; at++) {
    seen.add(await hashOf('partner', fields.with(at, u32(99))));
    // One byte moved from a field to the one after it.
    const before = fields[at];
    const after = fields[at + 1];
    if (before && after)
      seen.add(
        await hashOf(
          'partner',
          fields.with(at, before.slice(0, 3)).with(at + 1, new Uint8Array([...before.slice(3), ...after])),
        ),
      );
  }
  equal(seen.size, 2 + 5 + 4);
});

test('an invitation for a partner opens no channel for a device', async () => {
  await fc.assert(
    fc.asyncProperty(aSecret, async (secret) => {
      const partner = await secretToChannel(primitives, secret, 'partner');
      const device = await secretToChannel(primitives, secret, 'device');
      const all = [...Object.values(partner), ...Object.values(device), secret].map((key: Bytes) => bytesToHex(key));
      equal(new Set(all).size, 7);
    }),
    { numRuns: 30 },
  );
});

test('a grant opens for its receiver in its pairing only, and is signed with all that it says', async () => {
  const [mine, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const [transcript, another] = [new Uint8Array(32).fill(3), new Uint8Array(32).fill(4)];
  const grant = textToBytes('the key of a space');
  const sealed = await sealGrant(
    primitives,
    await primitives.sealingPublicKey(mine),
    transcript,
    grant,
    new Uint8Array(32).fill(5),
  );
  ok(sealed);
  deepEqual(await openGrant(primitives, mine, transcript, sealed), grant);
  equal(await openGrant(primitives, other, transcript, sealed), null);
  equal(await openGrant(primitives, mine, another, sealed), null);
  for (let at = 0; at < sealed.ciphertext.length; at++) {
    const ciphertext: Bytes = new Uint8Array(sealed.ciphertext);
    ciphertext[at] = (ciphertext[at] ?? 0) ^ 1;
    equal(await openGrant(primitives, mine, transcript, { ...sealed, ciphertext }), null);
  }
  notDeepEqual(grantMessage(transcript, sealed), grantMessage(another, sealed));
  notDeepEqual(joinedMessage(transcript), joinedMessage(another));
});

test('a link that is whole is read, and one that was cut or mistyped is not', async () => {
  await fc.assert(
    fc.asyncProperty(aSecret, aPurpose, async (secret, purpose) => {
      const text = await linkToText(primitives, purpose, secret);
      deepEqual(await textToLink(primitives, text), { purpose, secret });
      for (let length = 0; length < text.length; length++)
        equal(await textToLink(primitives, text.slice(0, length)), 'wrong');
      const longer = new Uint8Array(text.length + 1);
      longer.set(text);
      equal(await textToLink(primitives, longer), 'wrong');
      for (let at = 1; at < text.length; at++) {
        const mistyped = new Uint8Array(text);
        mistyped[at] = (mistyped[at] ?? 0) ^ 32;
        equal(await textToLink(primitives, mistyped), 'wrong');
      }
      equal(await textToLink(primitives, new Uint8Array([2, ...text.slice(1)])), 'newer');
    }),
    { numRuns: 10 },
  );
});
