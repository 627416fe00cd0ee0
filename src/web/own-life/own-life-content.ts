/** The warm words of a cheer. A module of its own, so that the first load does not carry it. */
import content from '#content/own-life/en.json' with { type: 'json' };

export const cheers: readonly { readonly id: string; readonly text: string }[] = content.cheers;

/** null: a word from a newer version. */
export const cheerText = (id: string): string | null => cheers.find((cheer) => cheer.id === id)?.text ?? null;
