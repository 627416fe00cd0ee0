/**
 * Two people on one device: each has a place with a store, a lock and preferences of its own. Which of the two is open
 * stands in the session alone, so that each opening begins at the first and no disk says who was here last.
 */
export type Place = 1 | 2;

/** What a place keeps outside its store. */
export type PlaceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const placeKey = 'attune.place';

export const placeOf = (session: PlaceStorage): Place => (session.getItem(placeKey) === '2' ? 2 : 1);

/** The other one, at the next opening of the page. */
export function turnToOther(session: PlaceStorage): void {
  if (placeOf(session) === 1) session.setItem(placeKey, '2');
  else session.removeItem(placeKey);
}

/** Begins the names of all that belongs to a place. */
export const placeName = (place: Place): string => (place === 1 ? 'attune' : 'attune-2');

/** The same keys for each, under the name of the place. */
export function storageOf(storage: PlaceStorage, place: Place): PlaceStorage {
  const named = (key: string): string => key.replace(/^attune/, placeName(place));
  return {
    getItem: (key) => storage.getItem(named(key)),
    setItem: (key, value) => storage.setItem(named(key), value),
    removeItem: (key) => storage.removeItem(named(key)),
  };
}

/** Leaves what belongs to the other place. */
export function clearPlace(storage: Storage, place: Place): void {
  for (const key of Object.keys(storage)) if (key.startsWith(`${placeName(place)}.`)) storage.removeItem(key);
}
