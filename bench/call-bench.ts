/** Calls what a source in `e2e/budgets-page` has put into its page. */
import type { Page } from '@playwright/test';
import type { LockBench } from './lock-page.ts';
import type { FillBench, OpenBench } from './open-device.ts';

type Bench = OpenBench & FillBench & LockBench;

export function callBench<Name extends keyof Bench>(
  page: Page,
  name: Name,
  args: Parameters<Bench[Name]>,
): Promise<Awaited<ReturnType<Bench[Name]>>> {
  return page.evaluate(`bench.${name}(...${JSON.stringify(args)})`);
}
