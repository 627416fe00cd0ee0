/** What every tour of the app is given, and the evening on which tours take place. */
import type { Page } from '@playwright/test';
import { dayMs, type Person, secondMs } from './journey.ts';

/** Called at each stop with a name for the state; what looking means is for the caller. */
export type Look = (name: string, page: Page) => Promise<void>;

export interface Travel {
  readonly person: (name: string, at: Date) => Promise<Person>;
  readonly look: Look;
}

/** A Sunday evening; the days before it are lived first. */
export const evening = new Date('2026-11-22T18:40:00Z');
export const daysBefore = (days: number): Date => new Date(evening.getTime() - days * dayMs);

/** A little longer than what was shared waits, so that it can be kept back. */
export const windowMs = 11 * secondMs;
