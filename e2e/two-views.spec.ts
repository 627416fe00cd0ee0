/** Two practices of the house, whole: two views with an end for each, and sitting together with the phones down. */
import { expect, type Person, test } from './journey.ts';
import { guidedWords, joinIn } from './pages/guided.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, press, see, seeTitle, sendNow } from './pages/shell.ts';

const { about, begin, end, pass, step } = guidedWords;

const ends = [
  {
    name: 'agree to differ',
    choice: 'agree to differ',
    title: 'Two views, one home',
    last: 'each does it their own way',
  },
  { name: 'agree', choice: 'agree, I think we can', title: 'What you agree on', last: null },
  {
    name: 'try until a date',
    choice: 'try something for a while',
    title: 'Something to try, and until when',
    last: 'on a walk',
  },
  { name: 'talk', choice: 'talk about it face to face', title: 'A talk with turns', last: 'tomorrow' },
] as const;

for (const { name, choice, title, last } of ends) {
  test(`two views open together, and end well: ${name}`, async ({ person }) => {
    const [noor, sam] = [await person('Noor'), await person('Sam')];
    await pair(noor, sam);
    await noor.open('/guided/attune-tolerate/two-views');
    await follow(noor.page, about.begin);
    await field(noor.page, begin.topic).fill('Sundays');
    await press(noor.page, begin.startWith('Sam'));
    await sendNow(noor.page);
    await joinIn(sam.page, 'Noor', 'Two views');
    await seal(noor, 'Your own view', {
      'I see it like this': 'A day with no plans.',
      'It matters to me, because': 'The week is loud.',
    });
    await expect(sam.page.getByText('no plans')).toHaveCount(0);
    await seal(sam, 'Your own view', {
      'I see it like this': 'A day to see my sister.',
      'It matters to me, because': 'She is alone.',
    });
    for (const { page } of [noor, sam]) {
      await see(page, 'A day with no plans.');
      await see(page, 'A day to see my sister.');
    }
    await press(noor.page, step.continue);
    await seeTitle(sam.page, 'Read both, slowly');
    await press(sam.page, 'We have read');
    for (const { page } of [noor, sam]) {
      await seeTitle(page, 'What did you not know?');
      await field(page, 'This was new to me').fill('That she is alone.');
      await press(page, page === noor.page ? step.done : step.continue);
    }
    for (const one of [noor, sam])
      await seal(one, 'Where are you firm, and where can you bend?', {
        'I cannot give up': 'One quiet morning.',
        'Here I can bend': 'The afternoon.',
      });
    await press(sam.page, step.continue);
    for (const { page } of [noor, sam]) {
      await seeTitle(page, 'How would you like to end for today?');
      await choose(page, choice);
      await press(page, step.seal);
    }
    await press(noor.page, step.continue);
    await seeTitle(sam.page, title);
    for (const box of await sam.page.locator('main textarea, main input[type=text]').all())
      await box.fill('The morning is mine, the rest is ours.');
    for (const day of await sam.page.locator('input[type=date]').all()) await day.fill('2027-01-10');
    if (last !== null) await choose(sam.page, last);
    await press(sam.page, step.continue);
    await seeTitle(noor.page, 'Say thank you for one thing');
    await press(noor.page, 'We have said it');
    for (const { page } of [noor, sam]) {
      await seeTitle(page, end.whole);
      await see(page, 'A day to see my sister.');
    }
  });
}

test('phones down together, on one phone: a length, silence, a bell, and each chooses whether to remember', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await sitTogether(noor);
  await choose(page, 'let us remember it');
  await press(page, step.seal);
  await press(page, pass.taken(null));
  await choose(page, 'let us remember it');
  await press(page, step.seal);
  await press(page, step.continue);
  await seeTitle(page, end.whole);
  await press(page, end.done);

  await test.step('one lets it pass: it is in no list, and there is nothing to read', async () => {
    await sitTogether(noor);
    await choose(page, 'let us remember it');
    await press(page, step.seal);
    await press(page, pass.taken(null));
    await choose(page, 'let it pass');
    await press(page, step.seal);
    await press(page, step.continue);
    await seeTitle(page, end.letGo);
    await press(page, end.done);
    await noor.open('/guided/sessions');
    await expect(page.getByRole('main').getByRole('link', { name: /Phones down/ })).toHaveCount(1);
  });
});

/** From the page about it to the choice whether to remember. */
async function sitTogether({ page, open }: Person): Promise<void> {
  await open('/guided/attune-turn-toward/presence');
  await follow(page, about.begin);
  await press(page, begin.start);
  await press(page, 'We are sitting');
  await choose(page, 'five minutes');
  await press(page, step.continue);
  await expect(page.locator('.quiet')).toBeVisible();
  await press(page, 'We are back');
}

/** Writes into each field of a sealed step. */
async function seal({ page }: Person, title: string, words: Readonly<Record<string, string>>): Promise<void> {
  await seeTitle(page, title);
  for (const [label, text] of Object.entries(words)) await field(page, label).fill(text);
  await press(page, step.seal);
}
