/** The lock: putting it on under Me, and opening what it closes. */
import { type CDPSession, expect, type Page } from '@playwright/test';
import { lockEn } from '../../src/web/lock/messages.ts';
import { en } from '../../src/web/messages/en.ts';
import { goTo, press, seeTitle } from './shell.ts';

export const lockWords = lockEn;

/** Hidden fields have no role; they are found by their label. */
export const secret = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** By its address: the word for it stands in other rows too. */
export async function goToLock(page: Page): Promise<void> {
  await goTo(page, 'me');
  await page.locator('a[href="/me/lock"]').click();
  await seeTitle(page, lockEn.title);
}

export async function fillNew(page: Page, passphrase: string, again = passphrase, label = lockEn.passphrase) {
  await secret(page, label).fill(passphrase);
  await secret(page, lockEn.again).fill(again);
}

/** Puts the lock on, and waits until it stands closed. */
export async function putLockOn(page: Page, passphrase: string): Promise<void> {
  await goToLock(page);
  await fillNew(page, passphrase);
  await press(page, lockEn.turnOn);
  await seeLocked(page);
}

export const seeLocked = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: lockEn.front.title })).toBeVisible();

export async function tryToOpen(page: Page, passphrase: string): Promise<void> {
  await secret(page, lockEn.passphrase).fill(passphrase);
  await press(page, lockEn.front.open);
}

export async function openLock(page: Page, passphrase: string): Promise<void> {
  await seeLocked(page);
  await tryToOpen(page, passphrase);
  await expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
}

/** One that the browser plays (WebAuthn level 3, 11: user agent automation). */
export interface Authenticator {
  /** From now on each finger is another one. For good: after a few of them it wants what it has not, a PIN. */
  readonly knowNobody: () => Promise<void>;
  readonly lose: () => Promise<void>;
}

interface AuthenticatorKind {
  readonly isInAccount?: boolean;
  readonly isCopied?: boolean;
  readonly hasPrf?: boolean;
}

export async function addAuthenticator(page: Page, kind: AuthenticatorKind = {}): Promise<Authenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: kind.hasPrf ?? true,
      defaultBackupEligibility: kind.isInAccount ?? false,
      defaultBackupState: kind.isCopied ?? false,
    },
  });
  return {
    knowNobody: async () => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    },
    lose: async () => {
      await session.send('WebAuthn.clearCredentials', { authenticatorId });
    },
  };
}
