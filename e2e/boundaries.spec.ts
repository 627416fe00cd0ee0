/**
 * Boundaries, appreciation and respect, on two phones and alone: mine first, shared by one act, ended quietly; a text
 * that reaches into the other's life is refused and nothing typed is lost; notes of a crossing never leave, and fade.
 */
import { reasons } from '../src/web/boundaries/boundaries-content.ts';
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, type Person, passTime, secondMs, test } from './journey.ts';
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
import { field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const { make, fields, detail, list, crossed, notes, card } = boundaryWords;
const letters = {
  about: 'My letters',
  ask: 'Before you open one.',
  no: 'Reading them aloud.',
  keep: 'I say stop and take it back.',
};

test('a boundary is mine until I share it; the other understands or asks; the end is quiet', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await openBoundaries(noor.page);
  await writeBoundary(noor.page, letters);

  await test.step('mine', async () => {
    await see(noor.page, detail.mine);
    await passTime(both, windowMs);
    expect(await readStore(sam.page)).not.toContain('Reading them aloud');
  });
  await test.step('shared by one act, which can be kept back', async () => {
    await press(noor.page, detail.share('Sam'));
    await see(noor.page, detail.leaving('Sam'));
    await press(noor.page, en.window.keep);
    await see(noor.page, detail.mine);
    await press(noor.page, detail.share('Sam'));
    await letGo(noor, both);
    await see(noor.page, 'can both read it');
  });
  await test.step('the other reads it, says that they understood, and asks once', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, card.shared('Noor'));
    await follow(sam.page, card.today.read);
    await see(sam.page, 'Before you open one.');
    await press(sam.page, detail.understand);
    await letGo(sam, both);
    await see(sam.page, detail.understood);
    await see(noor.page, detail.understoodBy('Sam'));
    await sam.page.locator('summary').filter({ hasText: detail.askTitle }).click();
    await field(sam.page, detail.askField).fill('What if it is for both of us?');
    await press(sam.page, detail.send('Noor'));
    await letGo(sam, both);
    await see(sam.page, detail.mayAnswer('Noor'));
    await expect(sam.page.locator('summary')).toHaveCount(0);
  });
  await test.step('“not now” sends nothing, and an answer is still possible', async () => {
    await see(noor.page, 'What if it is for both of us?');
    await press(noor.page, detail.leave);
    await see(noor.page, detail.left);
    await passTime(both, windowMs);
    await see(sam.page, detail.mayAnswer('Noor'));
    expect(await readStore(sam.page)).not.toContain('set-aside');
    await field(noor.page, detail.answerTitle).fill('Then we open it together.');
    await press(noor.page, detail.answer('Sam'));
    await letGo(noor, both);
    await see(sam.page, 'Then we open it together.');
  });
  await test.step('ended before its date: it looks as if the date had come', async () => {
    await press(noor.page, detail.end);
    await pressInDialog(noor.page, detail.end);
    await see(noor.page, detail.mine);
    await see(sam.page, detail.ended);
    await expect(sam.page.getByText('Before you open one.')).toHaveCount(0);
    await press(noor.page, detail.delete);
    await pressInDialog(noor.page, detail.delete);
    await see(noor.page, list.emptyTitle);
  });
});

test('by its date it ends by itself, looks the same, and asks me whether it is still right', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await openBoundaries(noor.page);
  await follow(noor.page, list.start);
  await fillBoundary(noor.page, letters);
  await noor.page.getByRole('main').locator('label').filter({ hasText: make.reviews[30] }).click();
  await press(noor.page, make.save);
  await press(noor.page, detail.share('Sam'));
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.read);
  await see(sam.page, 'Before you open one.');
  await passTime(both, 31 * dayMs);
  await see(sam.page, detail.ended);
  await expect(sam.page.getByText('Before you open one.')).toHaveCount(0);
  await goTo(noor.page, 'today');
  await see(noor.page, card.today.review);
  await follow(noor.page, card.today.reviewAction);
  await follow(noor.page, detail.review);
  await press(noor.page, make.save);
  await press(noor.page, detail.share('Sam'));
  await letGo(noor, both);
  await see(sam.page, 'Before you open one.');
});

test('alone: an order is offered in the I-form, reaching in is refused, and nothing typed is lost', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/practices/boundaries');
  await follow(page, en.practices.begin);
  await seeTitle(page, make.title);

  await test.step('the I-form', async () => {
    await press(page, 'Time alone');
    await field(page, fields.fine).fill('You must knock before you come in.');
    await see(page, reasons.form);
    await press(page, make.sayIt);
    await expect(field(page, fields.fine)).toHaveValue('It helps me when you knock before you come in.');
    await expect(page.getByText(reasons.form)).toHaveCount(0);
  });
  await test.step('no way into the other one’s phone', async () => {
    const reaching = 'I can read your messages when I like.';
    await field(page, fields.ask).fill(reaching);
    await press(page, make.save);
    await see(page, reasons.reach[0] ?? '');
    await expect(page.getByRole('alert')).toHaveText(make.here);
    await expect(field(page, fields.ask)).toHaveValue(reaching);
    await expect(field(page, fields.fine)).toHaveValue('It helps me when you knock before you come in.');
    await field(page, fields.ask).fill('');
    await press(page, make.save);
    await seeTitle(page, 'Time alone');
    await expect(page.getByRole('button', { name: /^Share/ })).toHaveCount(0);
  });
  await test.step('crossed: a note for me, a calm sentence, a way to help; it fades', async () => {
    await follow(page, detail.edit);
    await field(page, fields.no).fill('Coming in when the door is shut');
    await press(page, make.save);
    await follow(page, detail.crossed);
    await seeTitle(page, crossed.title);
    await expect(page.getByRole('link', { name: crossed.helpLink })).toHaveAttribute('href', '/help');
    await press(page, crossed.save);
    await see(page, boundaryWords.refusals['boundaries.refusal.no-words'] ?? '');
    await press(page, 'For me this is a no: Coming in when the door is shut');
    await field(page, crossed.did).fill('I went for a walk.');
    await press(page, crossed.save);
    await seeTitle(page, notes.title);
    await see(page, 'I went for a walk.');
    await passTime([noor], 91 * dayMs);
    await see(page, notes.emptyTitle);
    await press(page, notes.faded);
    await see(page, 'I went for a walk.');
    await press(page, notes.delete);
    await pressInDialog(page, notes.delete);
    await expect(page.getByText('I went for a walk.')).toHaveCount(0);
  });
});

test('appreciation: kept, then given by one act; one warm tap; taken back', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await noor.open('/appreciation');
  await writeAppreciation(noor.page, { did: 'You made tea.', meant: 'I could begin slowly.' }, null);
  await see(noor.page, giveWords.detail.kept);
  await pair(noor, sam);
  expect(await readStore(sam.page)).not.toContain('tea');

  await goTo(noor.page, 'me');
  await follow(noor.page, giveWords.card.mine);
  await noor.page
    .getByRole('main')
    .getByRole('link', { name: /You made tea/ })
    .click();
  await press(noor.page, giveWords.detail.give('Sam'));
  await letGo(noor, both);
  await see(noor.page, giveWords.detail.ours('Sam'));
  await goTo(sam.page, 'today');
  await see(sam.page, giveWords.card.given('Noor'));
  await follow(sam.page, giveWords.card.today.read);
  await see(sam.page, 'I could begin slowly.');
  await press(sam.page, 'That touches me.');
  await letGo(sam, both);
  await see(sam.page, giveWords.detail.youSaid);
  await see(noor.page, giveWords.detail.warmTheirs('Sam'));

  await sam.open('/appreciation');
  await writeAppreciation(sam.page, { did: 'You waited for me.' }, 'Noor');
  await press(sam.page, en.window.keep);
  await see(sam.page, giveWords.detail.kept);
  await press(sam.page, giveWords.detail.give('Noor'));
  await letGo(sam, both);
  await goTo(noor.page, 'us');
  await see(noor.page, 'You waited for me.');
  await press(sam.page, giveWords.detail.withdraw);
  await pressInDialog(sam.page, giveWords.detail.withdraw);
  await see(sam.page, giveWords.detail.taken);
  await expect(noor.page.getByText('You waited for me.')).toHaveCount(0);
});

test('respect: for me alone, offered a week later, and quiet when declined', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  const { make: ask, list: kept, card: offer } = respectWords;
  await noor.open('/respect');
  await see(page, kept.emptyTitle);
  await follow(page, kept.start);
  await press(page, ask.save);
  await see(page, respectWords.refusals['respect.refusal.no-words']);
  await expect(page.getByRole('button', { name: ask.noOffers })).toHaveCount(0);
  await press(page, 'Tell somebody one good thing about them.');
  await press(page, ask.save);
  await see(page, 'Tell somebody one good thing about them.');
  await goTo(page, 'today');
  await expect(page.getByText(offer.today.title)).toHaveCount(0);
  await passTime([noor], 8 * dayMs);
  await see(page, offer.today.title);
  await follow(page, offer.today.action);
  await press(page, ask.notThisWeek);
  await expect(page.getByText(offer.today.title)).toHaveCount(0);
  await passTime([noor], 8 * dayMs);
  await see(page, offer.today.title);
  await follow(page, offer.today.action);
  await press(page, ask.noOffers);
  await passTime([noor], 8 * dayMs);
  await seeTitle(page, /.+/);
  await expect(page.getByText(offer.today.title)).toHaveCount(0);
});

/** What this one has just said waits for its window on the screen; then the window passes for both. */
async function letGo({ page }: Person, both: readonly Person[]): Promise<void> {
  await expect(page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
}
