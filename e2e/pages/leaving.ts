/** Words and ways of being quiet, of leaving, and of what stays after it. */
import type { Page } from '@playwright/test';
import { leaveEn } from '../../src/web/us/leave-messages.ts';
import { follow, goTo, press, seeTitle } from './shell.ts';

export { leaveEn as leavingWords };

/** From Us: a tap, a tap, and the confirmation. */
export async function leaveFromUs(page: Page): Promise<void> {
  await goTo(page, 'us');
  await follow(page, new RegExp(leaveEn.row));
  await seeTitle(page, leaveEn.title);
  await press(page, leaveEn.leave.go);
  await press(page, leaveEn.sure.now);
  await seeTitle(page, leaveEn.left);
}
