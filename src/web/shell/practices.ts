/**
 * Finds the practices by their file name, so that a new one needs no line here. Lowest `order` first. Imported when it
 * is needed: they come after the first screen, with the device, for nothing of them is shown before it has been read.
 */
import type { PracticeScreens } from './practice-screens.ts';

const found = import.meta.glob<{ readonly screens: PracticeScreens }>('../*/practice.tsx', { eager: true });

export const practices: readonly PracticeScreens[] = Object.values(found)
  .map((module) => module.screens)
  .sort((a, b) => a.order - b.order);
