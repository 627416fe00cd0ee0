/** What the packs of the house say: a practice and its steps, for journeys that walk through them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script, Step } from '#core';
import { readPack } from '#packs';
import { en } from '../../src/web/guided/messages.ts';

export function practiceOf(skill: string, key: string): Script {
  const file = join(import.meta.dirname, `../../content/guided/en/${skill}.yaml`);
  const pack = readPack(readFileSync(file, 'utf8'));
  const found = pack.ok ? pack.value.practices.find((script) => script.key === key) : undefined;
  if (found === undefined) throw new Error(`${skill}.yaml has no ${key}`);
  return found;
}

export const pathTo = ({ pack, key }: Script): string => `/guided/${pack}/${key}`;

export function stepOf(script: Script, id: string): Step {
  const found = script.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${script.key} has no step ${id}`);
  return found;
}

export const titleOf = (script: Script, id: string): string => stepOf(script, id).title;

/** What stands on the button that opens the step after this one. */
export function openWordOf(script: Script, id: string): string {
  const { openWord, isQuiet } = stepOf(script, id);
  return openWord || (isQuiet ? en.step.saidIt : en.step.continue);
}

/** The label of what is asked in a step; of the first, if no other is meant. */
export function askOf(script: Script, id: string, place = 0): string {
  const ask = stepOf(script, id).asks[place];
  if (ask === undefined) throw new Error(`${script.key}: ${id} asks nothing at ${place}`);
  return ask.label;
}

export function gateOf(script: Script, id: string): NonNullable<Step['gate']> {
  const { gate } = stepOf(script, id);
  if (gate === null) throw new Error(`${script.key}: ${id} is no gate`);
  return gate;
}
