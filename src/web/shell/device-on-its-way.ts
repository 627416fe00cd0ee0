/**
 * A device that is still being loaded and read from disk, so that the first screen can be drawn before it is there.
 * Its snapshot says honestly that nothing has been read yet; every act waits for the real one and is then done by it.
 */
import type { Device, Snapshot } from '#device';

export function createDeviceOnItsWay(coming: Promise<Device>, relayUrl: string | null): Device {
  let real: Device | null = null;
  const listeners = new Set<() => void>();
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  const arrived = coming.then((device) => {
    real = device;
    device.subscribe(tellAll);
    tellAll();
    return device;
  });
  // Whoever starts the app hears of a device that cannot come; here it would only be said twice.
  arrived.catch(() => {});
  const notRead = unreadSnapshot(relayUrl);

  return {
    snapshot: () => real?.snapshot() ?? notRead,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: async (command) => (await arrived).command(command),
    cancelShare: async (id) => (await arrived).cancelShare(id),
    shareNow: async (id) => (await arrived).shareNow(id),
    setName: async (name) => (await arrived).setName(name),
    setCancelWindow: async (ms) => (await arrived).setCancelWindow(ms),
    setAside: async (practice, isAside) => (await arrived).setAside(practice, isAside),
    noteBackup: async (moments) => (await arrived).noteBackup(moments),
    written: async () => (await arrived).written(),
    loadEarlier: async () => (await arrived).loadEarlier(),
    invite: async (purpose, isReturn) => (await arrived).invite(purpose, isReturn),
    openLink: async (link) => (await arrived).openLink(link),
    join: async (isReturn) => (await arrived).join(isReturn),
    decline: async () => (await arrived).decline(),
    confirmWords: async (isSame) => (await arrived).confirmWords(isSame),
    endPairing: async () => (await arrived).endPairing(),
    removeDevice: async (id) => (await arrived).removeDevice(id),
    leave: async (isSilent) => (await arrived).leave(isSilent),
    setSilent: async (isSilent) => (await arrived).setSilent(isSilent),
    readKept: async (space) => (await arrived).readKept(space),
    forgetKept: async (space) => (await arrived).forgetKept(space),
    recoveryPhrase: async () => (await arrived).recoveryPhrase(),
    tryPhrase: async (words) => (await arrived).tryPhrase(words),
    recover: async (words, url) => (await arrived).recover(words, url),
    exportBackup: async () => (await arrived).exportBackup(),
    importBackup: async (file, words) => (await arrived).importBackup(file, words),
    makeMyCopy: async () => (await arrived).makeMyCopy(),
    readShared: async (except) => (await arrived).readShared(except),
    bringBackMyCopy: async (text) => (await arrived).bringBackMyCopy(text),
    wireTrace: () => real?.wireTrace() ?? [],
    connect: () => void arrived.then((device) => device.connect()),
    disconnect: () => void arrived.then((device) => device.disconnect()),
    close: async () => (await arrived).close(),
    settled: async () => (await arrived).settled(),
  };
}

const unreadSnapshot = (relayUrl: string | null): Snapshot => ({
  isReady: false,
  thingsByPractice: new Map(),
  sealed: [],
  windows: [],
  me: { name: null, tone: 'dusk' },
  partner: null,
  pairing: { step: 'none' },
  devices: [],
  connection: {
    relayUrl,
    state: 'offline',
    isNeeded: false,
    unsentCount: 0,
    partnerHeardAtMs: null,
    clockDifferenceMs: null,
  },
  notices: [],
  isRecoverySet: false,
  recovery: 'none',
  partings: [],
  isSilent: false,
  aside: new Set(),
  backup: { savedAtMs: null, remindedAtMs: null },
  hasEarlierMonths: false,
});
