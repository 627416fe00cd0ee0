/** Calls what `e2e/budgets-page/open.ts` has put into a page. */
import type { Page } from '@playwright/test';
import type { OpenBench } from './open-device.ts';

export function callBench<Name extends keyof OpenBench>(
  page: Page,
  name: Name,
  args: Parameters<OpenBench[Name]>,
): Promise<Awaited<ReturnType<OpenBench[Name]>>> {
  return page.evaluate(`bench.${name}(...${JSON.stringify(args)})`);
}
