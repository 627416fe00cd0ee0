/**
 * Openings, on two phones and alone: mine first, shared by one act, opened without anyone being told, taken back with
 * no more than a mark; never deeper than both have said, each sealed until the other has; and in turns, on two phones as
 * a sentence without a duty, in one room aloud with nothing kept.
 */
import content from '#content/openings/en.json' with { type: 'json' };
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, hasAppForOffline, type Person, passTime, secondMs, test } from './journey.ts';
import { pressInDialog } from './pages/boundaries.ts';
import { leaveFromUs } from './pages/leaving.ts';
import { agreeOn, openingWords, writeOpening } from './pages/openings.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const { list, detail, card, turn, aloud } = openingWords;
const { questions } = content;
const letGo = async (from: Person, both: readonly Person[]): Promise<void> => {
  await expect(from.page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
};
const chooseDeep = (page: Person['page']): Promise<void> =>
  page.getByRole('group', { name: list.depth }).getByRole('button', { name: 'Deep', exact: true }).click();

test('openings: alone, a depth, a skipped question, and words for oneself', async ({ person }) => {
  const { page, open } = await person('Noor');
  await open('/openings');
  await expect(page.getByText(list.agreeTitle)).toHaveCount(0);
  await chooseDeep(page);
  await see(page, 'Which part of you would you like to be seen with more care?');
  await press(page, list.another);
  await see(page, 'What do you need most when you push others away?');
  await writeOpening(page, 'A hand on my back.');
  await see(page, detail.kept);
  await press(page, detail.delete);
  await pressInDialog(page, detail.delete);
  await expect(page.getByText('A hand on my back.')).toHaveCount(0);
});

test('openings: light is shared and received; opening tells nobody; a warm word; taken back', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/openings');
  await writeOpening(noor.page, 'Slow rain on the roof.');
  expect(await readStore(sam.page)).not.toContain('Slow rain');
  await press(noor.page, detail.share('Sam'));
  await letGo(noor, both);
  await see(noor.page, detail.ours('Sam'));
  await goTo(sam.page, 'today');
  await see(sam.page, card.today.shared('Noor'));
  await follow(sam.page, card.today.look);
  await see(sam.page, detail.receive);
  await expect(sam.page.getByText('Slow rain on the roof.')).toHaveCount(0);
  await press(sam.page, detail.open);
  await see(sam.page, 'Slow rain on the roof.');
  await see(noor.page, detail.ours('Sam'));
  await press(sam.page, 'I am with you.');
  await letGo(sam, both);
  await see(noor.page, detail.warmTheirs('Sam'));
  await press(noor.page, detail.withdraw);
  await pressInDialog(noor.page, detail.withdraw);
  await see(sam.page, detail.takenTheirs);
  await expect(sam.page.getByText('Slow rain on the roof.')).toHaveCount(0);
});

test('openings: never deeper than both have said; sealed, opened together, and back to light by either', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/openings');
  await chooseDeep(noor.page);
  await writeOpening(noor.page, 'That I am too much.');
  await see(noor.page, detail.tooDeep);
  await expect(noor.page.getByRole('button', { name: detail.share('Sam') })).toHaveCount(0);
  for (const [one, depth] of [
    [noor, 'Deep'],
    [sam, 'A little deeper'],
  ] as const) {
    await one.open('/openings');
    await see(one.page, list.agreeNone);
    await agreeOn(one.page, depth);
    await letGo(one, both);
    if (one === noor) await see(noor.page, list.sealed);
  }
  for (const { page } of both) await see(page, list.agreed('A little deeper'));
  await press(sam.page, list.lighter);
  for (const { page } of both) await see(page, list.agreeNone);
});

async function shareOne(from: Person, both: readonly Person[], said: string): Promise<void> {
  await from.open('/openings');
  await writeOpening(from.page, said);
  await press(from.page, detail.share(from.name === 'Noor' ? 'Sam' : 'Noor'));
  await letGo(from, both);
}
const seeTurn = async (one: Person, sentence: string | null): Promise<void> => {
  await one.open('/openings');
  await seeTitle(one.page, list.title);
  for (const each of [turn.mine('Sam'), turn.mine('Noor'), turn.theirs('Sam'), turn.theirs('Noor')])
    await expect(one.page.getByText(each)).toHaveCount(each === sentence ? 1 : 0);
};

test('openings: a turn is a sentence in Openings alone; a second in a row goes; taken back, it is nobody’s turn', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  for (const one of both) await seeTurn(one, null);
  await shareOne(noor, both, 'I hum when I cook.');
  await seeTurn(noor, turn.theirs('Sam'));
  await seeTurn(sam, turn.mine('Noor'));

  await test.step('nothing asks for it on Today, and opening it privately changes nothing for Noor', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, card.today.shared('Noor'));
    await expect(sam.page.getByRole('main').getByText(/your turn|waits?\b/i)).toHaveCount(0);
    await follow(sam.page, card.today.look);
    await press(sam.page, detail.open);
    await see(sam.page, 'I hum when I cook.');
    await seeTurn(noor, turn.theirs('Sam'));
  });
  await test.step('a second one, after the sentence, by the same one press', async () => {
    await writeOpening(noor.page, 'I like the quiet.');
    await see(noor.page, turn.theirs('Sam'));
    await press(noor.page, detail.share('Sam'));
    await letGo(noor, both);
    await see(noor.page, detail.ours('Sam'));
    await seeTurn(sam, turn.mine('Noor'));
  });
  await test.step('Sam goes on: the turn comes back, and no sentence stands before Noor shares', async () => {
    await shareOne(sam, both, 'The hour before anyone is up.');
    await seeTurn(sam, turn.theirs('Noor'));
    await seeTurn(noor, turn.mine('Sam'));
    await writeOpening(noor.page, 'Not today.');
    await see(noor.page, detail.kept);
    await expect(noor.page.getByText(turn.theirs('Sam'))).toHaveCount(0);
  });
  await test.step('Sam takes it back: nobody’s turn, on both', async () => {
    await sam.open('/openings');
    await sam.page
      .getByRole('link', { name: new RegExp(list.byMe) })
      .first()
      .click();
    await press(sam.page, detail.withdraw);
    await pressInDialog(sam.page, detail.withdraw);
    await see(sam.page, detail.taken);
    for (const one of both) await seeTurn(one, null);
  });
});

test('openings: with the partner away for weeks the turn rests, and after leaving nothing speaks of one', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  await pair(noor, sam);
  await sam.page.close();
  await shareOne(noor, [noor], 'Slow rain on the roof.');
  await seeTurn(noor, turn.theirs('Sam'));
  await passTime([noor], 27 * dayMs);
  await seeTurn(noor, turn.theirs('Sam'));
  await passTime([noor], 2 * dayMs);
  await seeTurn(noor, null);
  await shareOne(noor, [noor], 'And the gutter after it.');
  await leaveFromUs(noor.page);
  await seeTurn(noor, null);
  await see(noor.page, list.kept);
  await see(noor.page, aloud.line);
});

const questionsOf = (depth: string): readonly string[] =>
  questions.filter(({ id }) => id.startsWith(`${depth}-`)).map(({ text }) => text);
const questionNow = async (page: Person['page'], depth: string, before: string): Promise<string> => {
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).not.toHaveText(before);
  const text = await title.innerText();
  expect(questionsOf(depth)).toContain(text);
  return text;
};

test('openings: aloud on one phone, offline and without a partner in it: only light, passed on, stopped, nothing kept', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/openings');
  await chooseDeep(page);
  await hasAppForOffline([noor]);
  noor.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await noor.context.setOffline(true);
  await follow(page, aloud.title);
  await see(page, aloud.light);
  await expect(page.getByRole('group', { name: aloud.depth })).toHaveCount(0);
  const before = await readStore(page);
  await press(page, aloud.begin);
  let question = await questionNow(page, 'light', aloud.title);
  await see(page, aloud.forFirst);
  await see(page, 'There is nothing to fix');
  await press(page, aloud.another);
  question = await questionNow(page, 'light', question);
  await see(page, aloud.forFirst);
  await press(page, aloud.pass);
  question = await questionNow(page, 'light', question);
  await see(page, aloud.forOther);
  await press(page, aloud.pass);
  await questionNow(page, 'light', question);
  await see(page, aloud.forAgain);
  await expect(page.getByRole('button', { name: aloud.lighter })).toHaveCount(0);
  await press(page, aloud.enough);
  await see(page, aloud.endLead);
  await press(page, aloud.done);
  await seeTitle(page, list.title);
  expect(await readStore(page)).toBe(before);
  for (const name of [list.shared, list.kept]) await expect(page.getByRole('heading', { name })).toHaveCount(0);
});

test('openings: aloud goes as deep as both have said and no deeper, and becomes lighter for both at once', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  for (const [one, depth] of [
    [noor, 'Deep'],
    [sam, 'A little deeper'],
  ] as const) {
    await one.open('/openings');
    await agreeOn(one.page, depth);
    await letGo(one, both);
  }
  const { page } = noor;
  await see(page, list.agreed('A little deeper'));
  await follow(page, aloud.title);
  const choice = page.getByRole('group', { name: aloud.depth });
  await expect(choice.getByRole('button')).toHaveText(['Light', 'A little deeper']);
  await choice.getByRole('button', { name: 'A little deeper' }).click();
  await press(page, aloud.begin);
  const question = await questionNow(page, 'middle', aloud.title);
  await press(page, aloud.pass);
  await questionNow(page, 'middle', question);
  await press(sam.page, list.lighter);
  await expect.poll(async () => questionsOf('light').includes(await page.locator('h1').innerText())).toBe(true);
  await expect(page.getByRole('button', { name: aloud.lighter })).toHaveCount(0);
  await press(page, en.close);
  await seeTitle(page, list.title);
});
