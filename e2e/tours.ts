/**
 * Ways through the app that pass every screen, and every state of it that is worth a look, with Noor and Sam. At each
 * stop `look` is called with a name for the state; what looking means is for the caller: pictures in
 * `screens.spec.ts`, questions of accessibility in `axe.spec.ts`.
 */
import { meEn } from '../src/web/me/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { repairStep } from '../src/web/promises/promises-content.ts';
import { serverEn } from '../src/web/server-sees/messages.ts';
import { settingsEn } from '../src/web/settings/messages.ts';
import { dayMs, expect, hourMs, passTime } from './journey.ts';
import { checkInWords, findFeeling, writeCheckIn } from './pages/check-in.ts';
import { answerQuestion, askByNoticing, noticingWords } from './pages/noticing.ts';
import { copyLink, fourWords, invitePartner, joinPartner, pair, pairingWords } from './pages/pairing.ts';
import { beginPromise, fillByWhen, makePromise, openPromise, ownPromise, promiseWords } from './pages/promises.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, evening, type Travel, windowMs } from './travel.ts';

// ------------------------------------------------------------------------------------------------ one person

export async function tourAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(5));
  const { page } = noor;
  await noor.open();
  await seeTitle(page, en.today.first);
  await look('today-first', page);
  await goTo(page, 'practices');
  await seeTitle(page, en.practices.title);
  await look('practices', page);
  await goTo(page, 'us');
  await look('us-alone', page);
  await goTo(page, 'me');
  await look('me-empty', page);
  for (const path of [
    'check-in',
    'noticing',
    'promises',
    'noticing/reading',
    'server',
    'me/backup',
    'nowhere/at-all',
  ]) {
    await noor.open(`/${path}`);
    await seeTitle(page, /./);
    await look(`${path.replaceAll('/', '-')}-empty`, page);
  }

  await noor.open('/check-in/new');
  await seeTitle(page, checkInWords.write.feelings);
  await look('check-in-feelings', page);
  await page.getByRole('textbox', { name: checkInWords.field.search }).fill('hop');
  await look('check-in-feelings-search', page);
  await page.getByRole('textbox', { name: checkInWords.field.search }).fill('');
  await findFeeling(page, 'tired');
  await findFeeling(page, 'hopeful');
  await look('check-in-feelings-chosen', page);
  await press(page, checkInWords.write.continue);
  await seeTitle(page, checkInWords.write.more);
  await look('check-in-more', page);
  await press(page, checkInWords.write.continue);
  await seeTitle(page, checkInWords.write.visibilityTitle);
  await look('check-in-visibility-alone', page);
  await press(page, checkInWords.write.save);

  const days = [
    { feelings: ['content'], note: 'We cooked without talking much. It was good.' },
    { feelings: ['worried', 'tired'], note: 'The talk with my mother sits with me.', needs: ['to be heard'] },
    { feelings: ['calm'] },
    { feelings: ['frustrated'], note: 'Three meetings and no lunch.' },
    { feelings: ['grateful', 'playful'], note: 'Sam danced in the kitchen.' },
  ];
  for (const written of days) {
    await passTime([noor], dayMs);
    await noor.open('/check-in/new');
    await writeCheckIn(page, written);
  }
  await look('check-in-detail-mine', page);
  await noor.open('/check-in');
  await seeTitle(page, checkInWords.list.title);
  await look('check-in-list', page);

  await noor.open('/noticing/new');
  await seeTitle(page, noticingWords.steps.noticed);
  await look('noticing-noticed', page);
  await field(page, noticingWords.steps.ownWords).fill('Shoulders up, and short answers since the call.');
  await press(page, noticingWords.steps.continue);
  await seeTitle(page, noticingWords.steps.guess);
  await findFeeling(page, 'worried');
  await look('noticing-guess', page);
  await press(page, noticingWords.steps.continue);
  await seeTitle(page, noticingWords.steps.sure);
  await look('noticing-sure', page);
  await press(page, noticingWords.steps.continue);
  await seeTitle(page, noticingWords.steps.opener);
  await look('noticing-opener', page);
  await field(page, noticingWords.steps.openerField).fill('You seem quiet since the call. How is it for you?');
  await press(page, noticingWords.steps.say);
  await see(page, noticingWords.detail.sayNow);
  await look('noticing-prepared', page);
  await press(page, noticingWords.detail.saidIt);
  await see(page, noticingWords.detail.aloud);
  await follow(page, noticingWords.detail.writeDown);
  await seeTitle(page, /./);
  await look('noticing-told', page);
  await noor.open('/noticing');
  await look('noticing-list', page);

  await noor.open('/promises/new');
  await seeTitle(page, promiseWords.make.what);
  await look('promise-what', page);
  await field(page, promiseWords.make.whatField).fill('walk by the river before work');
  await press(page, promiseWords.make.continue);
  await seeTitle(page, promiseWords.make.by);
  await look('promise-by', page);
  await fillByWhen(page, { day: '2026-11-24', time: '08:00' });
  await press(page, promiseWords.make.continue);
  await seeTitle(page, promiseWords.make.plan);
  await look('promise-plan', page);
  await press(page, promiseWords.make.saveMyself);
  await see(page, promiseWords.detail.byMyself);
  await look('promise-myself-open', page);
  await noor.open('/');
  await seeTitle(page, en.today.greeting.evening);
  await look('today-alone', page);
  await goTo(page, 'me');
  await look('me-filled', page);
}

/** Settings, what the app is, and keeping things safe. */
export async function tourSafety({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/check-in/new');
  await writeCheckIn(page, { feelings: ['calm'], note: 'A quiet evening.' });
  for (const path of ['settings', 'about', 'settings/erase', 'me/devices', 'me/devices/add', 'restore', 'join']) {
    await noor.open(`/${path}`);
    await seeTitle(page, /./);
    await look(path.replaceAll('/', '-'), page);
  }
  await noor.open('/help');
  await page.getByRole('dialog').waitFor();
  await look('help', page);
  await noor.open('/join');
  await field(page, pairingWords.join.link).fill('not a link');
  await press(page, pairingWords.join.open);
  await see(page, pairingWords.refusals['wrong-link']);
  await look('join-wrong-link', page);

  for (const [way, { label }] of Object.entries({
    phrase: meEn.restore.phrase,
    file: meEn.restore.file,
    device: meEn.restore.device,
  })) {
    await noor.open('/restore');
    await page.getByRole('button', { name: label }).click();
    await look(`restore-${way}`, page);
  }
  await noor.open('/restore');
  await page.getByRole('button', { name: meEn.restore.phrase.label }).click();
  await field(page, meEn.restore.words).fill('twelve words that are not the right ones at all so sorry');
  await press(page, meEn.restore.bringBack);
  await see(page, meEn.refusals['wrong-words']);
  await look('restore-wrong-words', page);

  await noor.open('/me/phrase');
  await look('phrase-intro', page);
  await press(page, meEn.phrase.show);
  await seeTitle(page, meEn.phrase.wordsTitle);
  await look('phrase-words', page);
  const words = await page.locator('.twelve-words li').allInnerTexts();
  await press(page, meEn.phrase.written);
  await seeTitle(page, meEn.phrase.drillTitle);
  await press(page, meEn.phrase.check);
  await see(page, meEn.phrase.notYet);
  await look('phrase-drill', page);
  for (let number = 1; number <= words.length; number++) {
    const asked = field(page, meEn.phrase.wordNumber(number));
    if ((await asked.count()) > 0) await asked.fill(words[number - 1] ?? '');
  }
  await press(page, meEn.phrase.check);
  await seeTitle(page, meEn.phrase.doneTitle);
  await look('phrase-done', page);
  await noor.open('/me/phrase');
  await look('phrase-again', page);
  await noor.open('/me/backup');
  await seeTitle(page, meEn.backup.title);
  await look('backup', page);

  await noor.open('/settings/erase');
  await page.getByRole('checkbox', { name: settingsEn.eraseSure }).check();
  await look('erase-sure', page);
  await noor.open('/me/devices/add');
  await page.getByRole('checkbox', { name: pairingWords.device.mine }).check();
  await press(page, pairingWords.device.make);
  await seeTitle(page, pairingWords.device.showTitle);
  await look('device-code', page);
  const link = await copyLink(page, pairingWords.device.copy);
  const tablet = await person('Noor’s tablet', evening);
  await tablet.page.goto(link);
  await seeTitle(tablet.page, pairingWords.join.deviceTitle);
  await look('device-invited', tablet.page);
  await press(tablet.page, pairingWords.join.joinDevice);
  await fourWords(tablet.page);
  await look('device-compare', tablet.page);
  for (const one of [noor, tablet]) {
    await fourWords(one.page);
    await press(one.page, pairingWords.compare.same);
  }
  await seeTitle(tablet.page, pairingWords.outcomes.linked.title);
  await look('device-linked', tablet.page);
  await noor.open('/me/devices');
  const remove = new RegExp(`^${meEn.devices.removeOf('.+')}$`);
  await expect(page.getByRole('button', { name: remove })).toBeVisible();
  await look('me-devices-two', page);
  await noor.open('/me/devices/written');
  await see(page, meEn.devices.written.notMine);
  await page.locator('summary').filter({ hasText: meEn.devices.written.notMine }).click();
  await look('me-devices-written', page);
  await noor.open('/me/devices');
  await press(page, remove);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('me-devices-remove', page);
}

// ------------------------------------------------------------------------------------------------ two people meet

export async function tourMeeting({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  await noor.open('/us/invite');
  await seeTitle(noor.page, pairingWords.partner.introTitle);
  await look('invite-intro', noor.page);
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await look('invite-code', noor.page);

  const kind = await person('Kim', evening);
  await kind.page.goto(link);
  await seeTitle(kind.page, pairingWords.join.title);
  await look('invited', kind.page);
  await press(kind.page, pairingWords.join.decline);
  await seeTitle(kind.page, pairingWords.outcomes['i-declined'].title);
  await look('outcome-i-declined', kind.page);
  await seeTitle(noor.page, pairingWords.outcomes.declined.title);
  await look('outcome-declined', noor.page);
  await press(noor.page, pairingWords.outcomes.declined.action);

  const second = await invitePartner(noor.page, 'Noor');
  await passTime([noor], dayMs + hourMs);
  await seeTitle(noor.page, pairingWords.outcomes.expired.title);
  await look('outcome-expired', noor.page);
  await press(noor.page, pairingWords.outcomes.expired.action);
  await noor.open();
  expect(second).not.toBe(link);

  const sam = await person('Sam', new Date(evening.getTime() + dayMs + hourMs));
  const third = await invitePartner(noor.page, 'Noor');
  await joinPartner(sam.page, third, 'Sam');
  await fourWords(noor.page);
  const robin = await person('Robin', new Date(evening.getTime() + dayMs + hourMs));
  await joinPartner(robin.page, third, 'Robin');
  await seeTitle(robin.page, pairingWords.outcomes.used.title);
  await look('outcome-used', robin.page);
  await look('compare', noor.page);
  await press(noor.page, pairingWords.compare.same);
  await seeTitle(noor.page, pairingWords.compare.saidTitle);
  await look('compare-said', noor.page);
  await press(sam.page, pairingWords.compare.differ);
  await seeTitle(noor.page, pairingWords.outcomes.differed.title);
  await look('outcome-differed', noor.page);
  await press(noor.page, pairingWords.outcomes.differed.action);
  await noor.open();

  const fourth = await invitePartner(noor.page, 'Noor');
  await sam.open();
  await noor.context.setOffline(true);
  noor.expectComplaint(/./);
  await joinPartner(sam.page, fourth, 'Sam');
  await seeTitle(sam.page, pairingWords.join.waitingTitle);
  await look('joining', sam.page);
  await noor.context.setOffline(false);
}

// ------------------------------------------------------------------------------------------------ two people

export async function tourTogether({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(2)), await person('Sam', daysBefore(2))];
  const both = [noor, sam];
  await pair(noor, sam);
  await seeTitle(noor.page, /./);
  await look('today-just-paired', noor.page);
  await goTo(noor.page, 'us');
  await look('us-empty', noor.page);

  await noor.open('/check-in/new');
  await findFeeling(noor.page, 'lonely');
  await press(noor.page, checkInWords.write.continue);
  await field(noor.page, checkInWords.write.note).fill('The house was very quiet this week.');
  await press(noor.page, checkInWords.write.continue);
  await look('check-in-visibility', noor.page);
  await choose(noor.page, en.visibility.sealed.label);
  await press(noor.page, checkInWords.write.saveSealed);
  await expect(noor.page.getByRole('button', { name: en.window.keep })).toBeVisible();
  await look('check-in-sealed-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, checkInWords.detail.sealedWaiting('Sam'));
  await look('check-in-sealed-waiting', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, checkInWords.card.today.sealedByOther('Noor'));
  await look('today-sealed-by-other', sam.page);
  await sam.open('/check-in');
  await look('check-in-list-sealed', sam.page);
  await sam.open('/check-in/new');
  await writeCheckIn(sam.page, {
    feelings: ['tired', 'grateful'],
    note: 'I was slow to come home. The light in the window helped.',
    standing: 'sealed',
  });
  await passTime(both, windowMs);
  await goTo(noor.page, 'today');
  await see(noor.page, checkInWords.card.today.opened);
  await look('today-opened', noor.page);
  await follow(noor.page, checkInWords.card.today.openedAction);
  await seeTitle(noor.page, checkInWords.reveal.title);
  await look('check-in-both', noor.page);

  await noor.open('/check-in/new');
  await writeCheckIn(noor.page, { feelings: ['playful'], note: 'Shall we dance again?', standing: 'ours' });
  await see(noor.page, checkInWords.detail.leaving('Sam'));
  await look('check-in-shared-leaving', noor.page);
  await passTime(both, windowMs);
  await goTo(sam.page, 'us');
  const shared = sam.page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: checkInWords.card.us.shared('Noor') });
  await expect(shared.first()).toBeVisible();
  await look('us-shared', sam.page);
  await shared.first().click();
  await see(sam.page, 'Shall we dance again?');
  await look('check-in-shared-by-other', sam.page);
  await press(noor.page, checkInWords.detail.withdraw);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('check-in-withdraw', noor.page);
  await press(noor.page, checkInWords.detail.keep);

  await noor.open('/noticing/new');
  const asked = { saw: 'Short answers at supper.', guess: 'worried', question: 'You seem far away. How are you?' };
  await askByNoticing(noor.page, asked, 'Sam');
  await passTime(both, windowMs);
  await see(noor.page, noticingWords.detail.sent('Sam'));
  await look('noticing-asked', noor.page);
  await goTo(sam.page, 'today');
  await look('today-asked', sam.page);
  await follow(sam.page, noticingWords.card.today.askedAction);
  await see(sam.page, asked.question);
  await look('noticing-question', sam.page);
  await follow(sam.page, noticingWords.asked.answer);
  await seeTitle(sam.page, noticingWords.asked.whichTitle);
  await look('noticing-answer-feelings', sam.page);
  await press(sam.page, noticingWords.asked.skip);
  await seeTitle(sam.page, noticingWords.asked.wordsTitle);
  await look('noticing-answer-words', sam.page);
  await press(sam.page, en.back);
  await seeTitle(sam.page, noticingWords.asked.whichTitle);
  await sam.page.goBack();
  await see(sam.page, asked.question);
  await answerQuestion(sam.page, 'tired', 'A long week. I am glad that you ask.', 'Noor');
  await passTime(both, windowMs);
  await see(noor.page, noticingWords.detail.theySaid('Sam'));
  await look('noticing-answered', noor.page);
}

export async function tourPromises({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(4)), await person('Sam', daysBefore(4))];
  const both = [noor, sam];
  await pair(noor, sam);
  await beginPromise(sam.page);
  await look('promise-what-two', sam.page);
  await makePromise(sam.page, { what: 'be home for supper', day: '2026-11-18', time: '20:00', to: 'Noor' });
  await see(sam.page, promiseWords.detail.leaving('Noor'));
  await look('promise-leaving', sam.page);
  await passTime(both, windowMs);
  await look('promise-open', sam.page);
  await follow(sam.page, promiseWords.detail.change);
  await seeTitle(sam.page, promiseWords.change.title);
  await look('promise-change', sam.page);
  await fillByWhen(sam.page, { day: '2026-11-18', time: '20:30' });
  await field(sam.page, promiseWords.change.because).fill('The train is late.');
  await press(sam.page, promiseWords.change.save);
  await passTime(both, windowMs);
  await openPromise(noor.page, 'Be home for supper');
  await look('promise-of-other', noor.page);
  await passTime(both, 2 * hourMs);
  await goTo(sam.page, 'today');
  await look('today-was-due', sam.page);
  await openPromise(sam.page, 'Be home for supper');
  await see(sam.page, promiseWords.detail.wasDue);
  await look('promise-was-due', sam.page);
  await press(sam.page, promiseWords.detail.kept);
  await look('promise-keep', sam.page);
  await field(sam.page, promiseWords.keep.words).fill('Ran the last bit.');
  await sam.page.getByRole('dialog').getByRole('button', { name: promiseWords.keep.save }).click();
  await passTime(both, windowMs);
  await see(noor.page, 'Ran the last bit.');
  await look('promise-kept-of-other', noor.page);
  await press(noor.page, promiseWords.detail.see);
  await passTime(both, windowMs);
  await see(sam.page, promiseWords.detail.seen('Noor'));
  await look('promise-kept', sam.page);

  await beginPromise(sam.page);
  await makePromise(sam.page, { what: 'call the landlord', day: '2026-11-19', to: 'Noor' });
  await passTime(both, windowMs);
  await passTime(both, 2 * dayMs);
  await follow(sam.page, promiseWords.detail.own);
  await seeTitle(sam.page, repairStep('happened').prompt);
  await look('promise-own', sam.page);
  const owned = {
    happened: 'I said I would call, and I did not.',
    cost: 'You had to wait again, and ask.',
    now: 'The number is on my hand.',
    next: { what: 'dial the number once', day: '2026-11-23' },
  };
  await ownPromise(sam.page, owned, 'Noor');
  await passTime(both, windowMs);
  await goTo(noor.page, 'today');
  await look('today-owned', noor.page);
  await openPromise(noor.page, 'Call the landlord');
  await look('promise-owned-of-other', noor.page);
  await choose(noor.page, 'Thank you for telling me.');
  await press(noor.page, promiseWords.detail.answerSend('Sam'));
  await passTime(both, windowMs);
  await see(sam.page, promiseWords.detail.answered('Noor'));
  await look('promise-owned', sam.page);
  await sam.open('/promises');
  await seeTitle(sam.page, promiseWords.list.title);
  await look('promise-list', sam.page);

  await goTo(noor.page, 'us');
  await look('us-filled', noor.page);
  await noor.open('/us/devices');
  await look('us-devices', noor.page);
  await noor.open('/server');
  await seeTitle(noor.page, serverEn.title);
  await look('server-filled', noor.page);

  // A clock that is wrong, and a server that is away.
  await passTime([sam], 2 * hourMs);
  await sam.open('/check-in/new');
  await writeCheckIn(sam.page, { feelings: ['calm'], standing: 'ours' });
  await passTime([sam], windowMs);
  await noor.open();
  await see(noor.page, en.notices.ahead.text(en.whose.partner('Sam')));
  await look('today-notice', noor.page);
  noor.expectComplaint(/./);
  await noor.context.setOffline(true);
  await noor.page.goto(noor.page.url()).catch(() => {});
  await noor.context.setOffline(false);
  const again = await noor.context.newPage();
  await again.goto(noor.page.url());
  await expect(noor.page.getByRole('heading', { name: en.elsewhere.title })).toBeVisible();
  await noor.page.bringToFront();
  await look('elsewhere', noor.page);
}
