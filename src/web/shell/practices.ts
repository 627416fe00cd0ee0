/**
 * Finds the practices by their file name, so that a new one needs no line here. They come after the first screen, with
 * the device: nothing of them is shown before what is stored has been read.
 */
import type { PracticeScreens } from './practice-screens.ts';

const found = import.meta.glob<{ readonly screens: PracticeScreens }>('../*/practice.tsx');

/** Lowest `order` first. */
export async function loadPractices(): Promise<readonly PracticeScreens[]> {
  const modules = await Promise.all(Object.values(found).map((load) => load()));
  return modules.map((module) => module.screens).sort((a, b) => a.order - b.order);
}
