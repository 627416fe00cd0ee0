/** The front door of the device: what screens, simulator and benchmarks use, and the ports that they bring. */
export { createDevice } from './create-device.ts';
export { mergeEpochs } from './epochs.ts';
export {
  addMembershipEntry,
  isOpenToRemoved,
  type Member,
  type Membership,
  membershipToMembers,
  noMembership,
} from './membership.ts';
export { noSealed, releasesDue, type Sealed, type SealedTable, sealedName } from './sealed.ts';
export { type StoreCase, storeContract, walkStore } from './store.contract.ts';
export * from './types.ts';
