/**
 * The practices of the house. Their list is small and comes with the screen that shows it; a whole pack only when one of
 * its practices is looked at.
 */
import { pack as awareList } from '#content/guided/en/aware.yaml?list';
import { pack as empathyList } from '#content/guided/en/empathy.yaml?list';
import { pack as nonDefensiveList } from '#content/guided/en/non-defensive.yaml?list';
import { pack as tolerateList } from '#content/guided/en/tolerate.yaml?list';
import { pack as turnTowardList } from '#content/guided/en/turn-toward.yaml?list';
import { pack as understandList } from '#content/guided/en/understand.yaml?list';
import { readScript, type Script, scriptToJson } from '#core';
import { type Json, jsonToText } from '#kernel';
import type { Listed } from './shelf.ts';

type Load = () => Promise<{ readonly pack: { readonly practices: readonly Json[] } }>;

const shelves: readonly { readonly list: typeof awareList; readonly load: Load }[] = [
  { list: awareList, load: () => import('#content/guided/en/aware.yaml') },
  { list: turnTowardList, load: () => import('#content/guided/en/turn-toward.yaml') },
  { list: tolerateList, load: () => import('#content/guided/en/tolerate.yaml') },
  { list: understandList, load: () => import('#content/guided/en/understand.yaml') },
  { list: nonDefensiveList, load: () => import('#content/guided/en/non-defensive.yaml') },
  { list: empathyList, load: () => import('#content/guided/en/empathy.yaml') },
];

export const housePractices: readonly Listed[] = shelves.flatMap(({ list: { pack, practices } }) =>
  practices.map((listed) => ({ ...listed, path: `/guided/${pack}/${listed.key}` })),
);

export const findListed = (pack: string, key: string): Listed | null =>
  housePractices.find(({ path }) => path === `/guided/${pack}/${key}`) ?? null;

/** null: not one of the house. Rejects where that part of the app cannot be fetched. */
export async function loadScript(pack: string, key: string): Promise<Script | null> {
  const shelf = shelves.find(({ list }) => list.pack === pack && list.practices.some((one) => one.key === key));
  if (shelf === undefined) return null;
  const { practices } = (await shelf.load()).pack;
  return practices.map((json) => readScript(json, () => {})).find((script) => script?.key === key) ?? null;
}

/** Whether this very practice is one of the house, word for word. */
export async function isOfHouse(script: Script): Promise<boolean> {
  const ours = await loadScript(script.pack, script.key);
  return ours !== null && isSameScript(ours, script);
}

export const isSameScript = (a: Script, b: Script): boolean =>
  jsonToText(scriptToJson(a)) === jsonToText(scriptToJson(b));
