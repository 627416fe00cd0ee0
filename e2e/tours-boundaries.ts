/** Ways through boundaries, appreciation and respect: alone, then with two. Each passes every state that looks different. */
import { expect, passTime } from './journey.ts';
import {
  boundaryWords,
  fillBoundary,
  giveWords,
  openBoundaries,
  pressInDialog,
  respectWords,
  writeAppreciation,
  writeBoundary,
} from './pages/boundaries.ts';
import { pair } from './pages/pairing.ts';
import { field, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { daysBefore, type Travel, windowMs } from './travel.ts';

const { make, fields, detail, list, crossed, notes, card } = boundaryWords;

export async function tourBoundariesAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(1));
  const { page } = noor;
  await noor.open('/practices/boundaries');
  await seeTitle(page, card.listCard.title);
  await look('practice-boundaries', page);
  await noor.open('/boundaries');
  await see(page, list.emptyTitle);
  await look('boundaries-empty', page);
  await follow(page, list.start);
  await seeTitle(page, make.title);
  await look('boundary-write', page);
  await fillBoundary(page, {
    about: 'Time alone',
    fine: 'You must knock before you come in.',
    ask: 'I can read your messages when I like.',
    no: 'Coming in when the door is shut.',
    keep: 'I shut the door and rest.',
  });
  await press(page, make.save);
  await see(page, /Each of you has a life/);
  await look('boundary-write-refused', page);
  await press(page, make.sayIt);
  await field(page, fields.ask).fill('Before you bring visitors.');
  await press(page, make.save);
  await seeTitle(page, 'Time alone');
  await look('boundary-mine', page);
  await follow(page, detail.crossed);
  await seeTitle(page, crossed.title);
  await field(page, crossed.happened).fill('The door was opened while I slept.');
  await look('boundary-crossed', page);
  await press(page, crossed.save);
  await seeTitle(page, notes.title);
  await look('boundary-notes', page);
  await press(page, notes.delete);
  await look('boundary-note-delete', page);
  await pressInDialog(page, notes.delete);
  await see(page, notes.emptyTitle);
  await look('boundary-notes-empty', page);

  await noor.open('/practices/respect');
  await seeTitle(page, respectWords.card.listCard.title);
  await look('practice-respect', page);
  await noor.open('/respect');
  await see(page, respectWords.list.emptyTitle);
  await look('respect-empty', page);
  await follow(page, respectWords.list.start);
  await seeTitle(page, respectWords.make.title);
  await look('respect-write', page);
  await press(page, 'Tell somebody one good thing about them.');
  await press(page, respectWords.make.save);
  await see(page, 'Tell somebody one good thing about them.');
  await look('respect-kept', page);
}

export async function tourBoundaries({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await pair(noor, sam);
  await openBoundaries(noor.page);
  await writeBoundary(noor.page, { about: 'My letters', ask: 'Before you open one.', no: 'Reading them aloud.' });
  await press(noor.page, detail.share('Sam'));
  await see(noor.page, detail.leaving('Sam'));
  await look('boundary-leaving', noor.page);
  await sendNow(noor.page);
  await passTime(both, windowMs);
  await see(noor.page, /can both read it/);
  await look('boundary-ours', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.shared('Noor'));
  await look('today-boundary', sam.page);
  await follow(sam.page, card.today.read);
  await sam.page.locator('summary').filter({ hasText: detail.askTitle }).click();
  await look('boundary-theirs', sam.page);
  await field(sam.page, detail.askField).fill('What if it is for both of us?');
  await press(sam.page, detail.send('Noor'));
  await sendNow(sam.page);
  await passTime(both, windowMs);
  await see(sam.page, detail.mayAnswer('Noor'));
  await look('boundary-asked', sam.page);
  await see(noor.page, detail.leaveNote('Sam'));
  await look('boundary-question', noor.page);
  await press(noor.page, detail.end);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('boundary-end', noor.page);
  await pressInDialog(noor.page, detail.end);
  await see(sam.page, detail.ended);
  await look('boundary-ended', sam.page);
  await sam.open('/boundaries');
  await see(sam.page, list.ended);
  await look('boundaries-of-other', sam.page);
}

export async function tourAppreciation({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/practices/appreciation');
  await seeTitle(noor.page, giveWords.card.listCard.title);
  await look('practice-appreciation', noor.page);
  await noor.open('/appreciation');
  await see(noor.page, giveWords.list.emptyTitle);
  await look('appreciation-empty', noor.page);
  await follow(noor.page, giveWords.list.start);
  await seeTitle(noor.page, giveWords.make.title);
  await look('appreciation-write', noor.page);
  await noor.open('/appreciation');
  await writeAppreciation(noor.page, { did: 'You made tea.', meant: 'I could begin slowly.' }, null);
  await see(noor.page, giveWords.detail.kept);
  await look('appreciation-kept', noor.page);
  await press(noor.page, giveWords.detail.give('Sam'));
  await sendNow(noor.page);
  await passTime(both, windowMs);
  await goTo(sam.page, 'today');
  await see(sam.page, giveWords.card.given('Noor'));
  await look('today-appreciation', sam.page);
  await follow(sam.page, giveWords.card.today.read);
  await see(sam.page, giveWords.detail.warmNote);
  await look('appreciation-theirs', sam.page);
  await press(sam.page, 'That touches me.');
  await sendNow(sam.page);
  await passTime(both, windowMs);
  await see(noor.page, giveWords.detail.warmTheirs('Sam'));
  await look('appreciation-warmed', noor.page);
  await press(noor.page, giveWords.detail.withdraw);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('appreciation-withdraw', noor.page);
  await pressInDialog(noor.page, giveWords.detail.withdraw);
  await see(sam.page, giveWords.detail.takenTheirs('Noor'));
  await look('appreciation-taken', sam.page);
  await noor.open('/appreciation');
  await see(noor.page, giveWords.list.shared);
  await look('appreciation-list', noor.page);
}
