/** Ways through a life of one's own: the journal, the neutral observer, and protected time. Each state that looks different. */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, passTime } from './journey.ts';
import { journalWords, keepTime, neutralWords, ownWords, writeEntry, writeFromOutside } from './pages/own-life.ts';
import { pair } from './pages/pairing.ts';
import { field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, evening, type Travel, windowMs } from './travel.ts';

const text = {
  about: 'the weekend with your parents came up again.',
  seen: 'Both wanted a quiet Sunday, and both felt they had given way last time.',
  hard: 'I hear “you always decide” before it is said.',
  keep: 'ask what the other one wishes for before I say what I planned.',
};

export async function tourOwnLifeAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/practices/journal');
  await seeTitle(page, journalWords.card.listCard.title);
  await look('practice-journal', page);
  await noor.open('/journal');
  await see(page, journalWords.list.emptyTitle);
  await look('journal-empty', page);
  await follow(page, journalWords.list.start);
  await page.locator('summary').filter({ hasText: journalWords.write.prompts }).click();
  await page.getByRole('list', { name: journalWords.write.promptsList }).getByRole('button').first().click();
  await field(page, journalWords.write.words).fill('The light on the stairs, and that I said no to the extra shift.');
  await look('journal-write', page);
  await press(page, journalWords.write.save);
  await seeTitle(page, journalWords.entry.title);
  await look('journal-entry', page);
  await noor.open('/journal');
  await writeEntry(page, 'Slept badly. The talk with my brother is still in my shoulders.');
  await press(page, journalWords.entry.delete);
  await expect(page.getByRole('button', { name: journalWords.entry.restore })).toBeVisible();
  await look('journal-deleted', page);
  await noor.open('/journal');
  await page.locator('summary').filter({ hasText: journalWords.list.deleted }).click();
  await look('journal-list', page);
  await follow(page, journalWords.list.read('November 2026'));
  await seeTitle(page, 'November 2026');
  await look('journal-month', page);
  await noor.open('/journal/gone');
  await see(page, journalWords.entry.missingText);
  await look('journal-missing', page);

  await noor.open('/neutral-observer');
  await see(page, neutralWords.list.emptyTitle);
  await look('neutral-empty', page);
  await follow(page, neutralWords.list.start);
  await field(page, neutralWords.about.label).fill(text.about);
  await look('neutral-about', page);
  await press(page, neutralWords.about.begin);
  await field(page, neutralWords.questions[0]?.label ?? '').fill(text.seen);
  await look('neutral-question', page);
  await press(page, en.back);
  await writeFromOutside(page, text);
  await look('neutral-mine', page);
  await press(page, neutralWords.detail.delete);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('neutral-delete', page);
  await noor.open('/neutral-observer');
  await look('neutral-list', page);
  await noor.open('/neutral-observer/gone');
  await see(page, neutralWords.detail.missingText);
  await look('neutral-missing', page);

  await noor.open('/own-life');
  await seeTitle(page, ownWords.home.title);
  await look('own-life-empty', page);
  await follow(page, ownWords.home.addTime);
  await press(page, ownWords.card.day(4));
  await field(page, ownWords.form.words).fill('choir');
  await look('own-life-time-new', page);
  await press(page, ownWords.form.save);
  await see(page, ownWords.time.mine);
  await look('own-life-time-mine', page);
  await noor.open('/own-life/note');
  await field(page, ownWords.note.words).fill('Ilse, and long walks with her');
  await look('own-life-note', page);
  await press(page, ownWords.note.save);
  await see(page, 'Ilse, and long walks with her');
  await look('own-life-home', page);
  await noor.open('/own-life/balance');
  for (const name of Object.values(ownWords.balance.fields))
    await page
      .getByRole('group', { name })
      .getByRole('radio', { name: ownWords.balance.words.more, exact: true })
      .check();
  await field(page, ownWords.balance.wish).fill('One lunch a week with Ilse.');
  await look('own-life-balance', page);
  await press(page, ownWords.balance.save);
  await noor.open('/own-life/balance');
  await page.locator('summary').filter({ hasText: ownWords.balance.earlier }).click();
  await look('own-life-balance-before', page);
  await noor.open('/own-life/time/gone');
  await see(page, ownWords.time.missingText);
  await look('own-life-time-missing', page);
  await passTime([noor], 121 * dayMs);
  await noor.open();
  await see(page, neutralWords.card.today['four-months']);
  await look('today-neutral', page);
}

export async function tourOwnLife({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(3)), await person('Sam', daysBefore(3))];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/own-life');
  await keepTime(noor.page, { days: [1, 4], part: 'evening', words: 'choir' });
  await press(noor.page, ownWords.time.share('Sam'));
  await see(noor.page, ownWords.time.leaving('Sam'));
  await look('own-life-time-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, ownWords.time.ours('Sam'));
  await look('own-life-time-ours', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, ownWords.card.today.shared('Noor'));
  await look('today-own-life', sam.page);
  await follow(sam.page, ownWords.card.today.sharedAction);
  await see(sam.page, ownWords.time.cheerNote('Noor'));
  await look('own-life-time-of-other', sam.page);
  await press(sam.page, 'I am glad you have that.');
  await passTime(both, windowMs);
  await see(noor.page, ownWords.time.cheered('Sam'));
  await look('own-life-time-cheered', noor.page);
  await look('own-life-time-of-other-cheered', sam.page);
  await follow(noor.page, ownWords.time.edit);
  await press(noor.page, ownWords.card.day(1));
  await press(noor.page, ownWords.form.save);
  await see(noor.page, ownWords.time.shareChange('Sam'));
  await look('own-life-time-changed', noor.page);
  await noor.open('/own-life');
  await look('own-life-home-shared', noor.page);
  await sam.open('/own-life');
  await look('own-life-home-of-other', sam.page);

  await noor.open('/neutral-observer/new');
  await writeFromOutside(noor.page, text);
  await follow(noor.page, neutralWords.detail.share);
  await press(noor.page, neutralWords.questions[0]?.name ?? '');
  await see(noor.page, neutralWords.share.preview('Sam'));
  await look('neutral-share', noor.page);
  await press(noor.page, neutralWords.share.share('Sam'));
  await see(noor.page, neutralWords.detail.leaving('Sam'));
  await look('neutral-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, neutralWords.detail.shared('Sam'));
  await look('neutral-shared', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, neutralWords.card.today.shared('Noor'));
  await follow(sam.page, neutralWords.card.today.sharedAction);
  await see(sam.page, text.seen);
  await look('neutral-of-other', sam.page);
  await press(noor.page, neutralWords.detail.withdraw);
  await noor.page.getByRole('dialog').getByRole('button', { name: neutralWords.detail.withdraw }).click();
  await see(sam.page, neutralWords.detail.takenTheirs('Noor'));
  await look('neutral-taken', sam.page);
  await goTo(noor.page, 'us');
  await look('us-own-life', noor.page);
}
