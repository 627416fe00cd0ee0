/** A way through the lock: putting it on, standing in front of it, a wrong passphrase, having forgotten it, and its settings. */
import { en } from '../src/web/messages/en.ts';
import { expect, secondMs } from './journey.ts';
import { writeCheckIn } from './pages/check-in.ts';
import {
  addAuthenticator,
  fillNew,
  goToLock,
  lockWords,
  openLock,
  putLockOn,
  secret,
  tryToOpen,
} from './pages/lock.ts';
import { choose, goTo, press, see } from './pages/shell.ts';
import { daysBefore, type Travel } from './travel.ts';

const passphrase = 'kettle violet anchor monday';

export async function tourLock({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(1));
  const { page } = noor;
  await noor.open('/check-in/new');
  await writeCheckIn(page, { feelings: ['calm'], note: 'A quiet evening.' });
  await goToLock(page);
  await look('lock-off', page);
  await fillNew(page, '123456');
  await press(page, lockWords.turnOn);
  await expect(page.getByText(lockWords.advice.pin)).toBeVisible();
  await look('lock-pin', page);
  await fillNew(page, 'kettle violet');
  await fillNew(page, 'kettlevio', 'kettlevoi');
  await press(page, lockWords.turnOn);
  await press(page, lockWords.show);
  await look('lock-differ', page);
  await secret(page, lockWords.again).fill('kettlevio');
  await see(page, lockWords.advice.short);
  await look('lock-short', page);

  await putLockOn(page, passphrase);
  await look('locked', page);
  await tryToOpen(page, 'kettle violet anchor tuesday');
  await see(page, lockWords.front.wrong);
  await look('locked-wrong', page);
  await press(page, lockWords.front.forgot);
  await see(page, lockWords.forgotten.alone);
  await look('locked-forgotten', page);
  await press(page, lockWords.forgotten.erase);
  await choose(page, lockWords.forgotten.sure);
  await look('locked-erase', page);
  await press(page, lockWords.forgotten.back);
  await page.clock.fastForward(3 * secondMs);
  await openLock(page, passphrase);
  await goTo(page, 'me');
  await see(page, en.me.lockOn);
  await look('me-lock-on', page);
  await goToLock(page);
  for (const part of [lockWords.change.title, lockWords.off.title, lockWords.what.title])
    await page.locator('summary').filter({ hasText: part }).click();
  await look('lock-on', page);

  const { passkey } = lockWords;
  await addAuthenticator(page, { isInAccount: true });
  await page.locator('summary').filter({ hasText: passkey.title }).click();
  await look('lock-passkey', page);
  await secret(page, passkey.proof).fill(passphrase);
  await press(page, passkey.continue);
  await press(page, passkey.make);
  await see(page, passkey.where['in-account']);
  await look('lock-passkey-where', page);
  await press(page, passkey.use);
  await see(page, passkey.isOn);
  await look('lock-passkey-on', page);
  await press(page, lockWords.now);
  await see(page, lockWords.front.passkey);
  await look('locked-with-passkey', page);
}
