/**
 * Every key derivation, hash and signature carries one of these labels, so that no output of one purpose can stand in
 * for another (R11, cross-protocol confusion). A test asserts that no label begins another.
 */
import { type Bytes, textToBytes } from '#kernel';

export const labels = {
  entrySignature: 'attune/entry-signature/1',
  entryHash: 'attune/entry-hash/1',
  epochId: 'attune/epoch-id/1',
  boxIdKey: 'attune/box-id-key/1',
  boxId: 'attune/box-of-entry/1',
  boxKey: 'attune/box-key/1',
  boxAssociated: 'attune/box/1',
  mailboxSalt: 'attune/mailbox-salt/1',
  mineAccess: 'attune/mine-access/1',
  epochSeal: 'attune/epoch-seal/1',
  revealCommitment: 'attune/reveal-commitment/1',
  revealContent: 'attune/reveal-content/1',
  invitePartner: 'attune/invite-partner/1',
  inviteDevice: 'attune/invite-device/1',
  inviteChannel: 'attune/invite-channel/1',
  inviterAccess: 'attune/inviter-access/1',
  joinerAccess: 'attune/joiner-access/1',
  inviteCommitment: 'attune/invite-commitment/1',
  inviteTranscript: 'attune/invite-transcript/1',
  inviteWords: 'attune/invite-words/1',
  inviteGrant: 'attune/invite-grant/1',
  inviteGrantSignature: 'attune/grant-signature/1',
  inviteJoinedSignature: 'attune/joined-signature/1',
  paperSign: 'attune/paper-sign/1',
  paperSeal: 'attune/paper-seal/1',
  paperAccess: 'attune/paper-access/1',
  paperChannel: 'attune/paper-channel/1',
  backupKey: 'attune/backup-key/1',
  backupAssociated: 'attune/backup/1',
  lockKey: 'attune/lock-key/1',
  lockAssociated: 'attune/lock/1',
  passkeyKey: 'attune/passkey-key/1',
  passkeyAssociated: 'attune/passkey/1',
} as const;

export type Label = (typeof labels)[keyof typeof labels];

export const labelToBytes = (label: Label): Bytes => textToBytes(label);
