/**
 * Guided practices: on two phones in step, on one passed across, and alone; with an "almost", with the server away, with
 * both pressing in the same moment; and packs from a file.
 */

import { en } from '../src/web/messages/en.ts';
import { en as pauseWords } from '../src/web/pause/messages.ts';
import { expect, hasAppForOffline, hourMs, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import {
  addPack,
  chooseFile,
  documentedPack,
  guidedWords,
  joinIn,
  lookAt,
  openLibrary,
  shortPack,
  walkToTheEnd,
} from './pages/guided.ts';
import { pair } from './pages/pairing.ts';
import { promiseWords } from './pages/promises.ts';
import { choose, field, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { readStore } from './store.ts';

const { about, add, begin, card, end, gate, invitation, leaving, left, list, pass, pausing, sessions, step, stop } =
  guidedWords;
const reconnectMs = 2 * minuteMs;

test('a pack is read line by line, mended, and there at once; a newer one takes its place', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await openLibrary(page);
  const mistaken = documentedPack.replace('quiet: true', 'quite: true').replace('who: listener', 'who: hearer');
  const lineOf = (text: string): number => mistaken.slice(0, mistaken.indexOf(text)).split('\n').length;
  await chooseFile(page, mistaken);
  await see(page, add.findings);
  for (const text of ['quite: true', 'who: hearer']) await see(page, new RegExp(`^Line ${lineOf(text)}: .+`));
  await see(page, /did you mean “quiet”/);
  await expect(page.getByRole('heading', { name: list.kept })).toHaveCount(0);

  await chooseFile(page, documentedPack);
  await see(page, add.added(1, 'Quiet evenings', 'Noor, counsellor'));
  await see(page, 'One thing from today');
  await chooseFile(page, documentedPack.replace('name: One thing from today', 'name: One thing from this day'));
  await see(page, 'One thing from this day');
  await expect(page.getByText('One thing from today')).toHaveCount(0);

  await chooseFile(page, 'no pack at all');
  await see(page, add.findings);
  await see(page, 'One thing from this day');

  await page.getByRole('link', { name: /^One thing from this day/ }).click();
  await see(page, 'Being understood comes before any advice.');
  await see(page, 'In a study of 365 couples');
  await press(page, about.remove);
  await page.getByRole('dialog').getByRole('button', { name: about.remove }).click();
  await seeTitle(page, guidedWords.title);
  await expect(page.getByRole('heading', { name: list.kept })).toHaveCount(0);
});

test('two phones, whole: an almost, both turns, and something taken along', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  const both = [noor, sam];
  await pair(noor, sam);
  await addPack(noor.page, documentedPack);
  await lookAt(noor.page, 'One thing from today');
  await press(noor.page, begin.startWith('Sam'));
  await seeTitle(noor.page, 'What would you like just now?');

  await test.step('the other one is asked, sees where it comes from, and joins', async () => {
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.look);
    await see(sam.page, invitation.otherFirst('Noor'));
    await see(sam.page, invitation.fromPartner('Noor'));
    await press(sam.page, invitation.join);
    await seeTitle(sam.page, step.turnOf('Noor'));
    await see(sam.page, 'The other one chooses what would be good.');
  });
  await test.step('a choice is needed before the next step opens', async () => {
    await press(noor.page, step.continue);
    await see(noor.page, guidedWords.refusals['guided.refusal.nothing-chosen']);
    await choose(noor.page, 'just listen');
    await press(noor.page, step.continue);
    for (const { page } of both) await expect(page.locator('.quiet')).toBeVisible();
    await see(sam.page, step.talks('Noor'));
    await press(noor.page, step.saidIt);
  });
  await test.step('almost: the listener sums up once more, with their words still there', async () => {
    await sumUp(sam, 'That the meeting ran long. Is that it?');
    await seeTitle(noor.page, 'Is that it?');
    await see(noor.page, 'That the meeting ran long.');
    await see(sam.page, step.decides('Noor'));
    await expect(sam.page.getByRole('button', { name: 'Yes, that is it' })).toHaveCount(0);
    await press(noor.page, 'Almost, you missed something');
    await field(noor.page, gate.missing).fill('It was the third time.');
    await press(noor.page, gate.say);
    await see(sam.page, step.almost('Noor'));
    await see(sam.page, 'It was the third time.');
    await expect(field(sam.page, 'What I heard')).toHaveValue('That the meeting ran long. Is that it?');
    await sumUp(sam, 'That it ran long for the third time. Is that it?');
    await press(noor.page, 'Yes, that is it');
  });
  await test.step('then the other way round', async () => {
    await seeTitle(sam.page, 'What would you like just now?');
    await choose(sam.page, 'think with me');
    await press(sam.page, step.continue);
    await press(sam.page, step.saidIt);
    await sumUp(noor, '');
    await press(sam.page, 'Yes, that is it');
  });
  await test.step('each takes something along, and the whole can be read again', async () => {
    await field(noor.page, 'I take along').fill('ask about the meeting on Thursday');
    await press(noor.page, step.done);
    await see(noor.page, step.writes('Sam'));
    await press(sam.page, step.finish);
    for (const { page } of both) {
      await seeTitle(page, end.whole);
      await see(page, 'That the meeting ran long. Is that it?');
      await see(page, end.almostWords('It was the third time.'));
      await see(page, 'That it ran long for the third time. Is that it?');
      await see(page, 'ask about the meeting on Thursday');
    }
  });
  await test.step('words become a promise, and never stand in the address', async () => {
    await expect(sam.page.getByRole('button', { name: end.promise })).toHaveCount(0);
    await press(noor.page, end.promise);
    await seeTitle(noor.page, promiseWords.make.what);
    await expect(field(noor.page, promiseWords.make.whatField)).toHaveValue('ask about the meeting on Thursday');
    expect(noor.page.url()).not.toContain('Thursday');
  });
  await test.step('the other one keeps the practice', async () => {
    await press(sam.page, end.keepScript);
    await see(sam.page, end.keptScript);
    await press(sam.page, end.done);
    await openLibrary(sam.page);
    await see(sam.page, 'One thing from today');
  });
});

test('one phone passed across: what the first wrote is covered until both have written', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await addPack(page, shortPack);
  await lookAt(page, 'Side by side');
  await field(page, begin.topic).fill('Sundays');
  await press(page, begin.start);
  await seeTitle(page, 'How do you see it?');
  await see(page, step.about('Sundays'));
  await field(page, 'I see it like this').fill('A day with no plans.');
  await press(page, step.seal);
  await seeTitle(page, pass.title('your partner'));
  await expect(page.getByText('no plans')).toHaveCount(0);
  await press(page, pass.taken(null));
  await seeTitle(page, 'How do you see it?');
  await expect(page.getByText('no plans')).toHaveCount(0);
  await expect(field(page, 'I see it like this')).toHaveValue('');
  await field(page, 'I see it like this').fill('A day to see my sister.');
  await press(page, step.seal);
  await see(page, 'A day with no plans.');
  await see(page, 'A day to see my sister.');
  await press(page, step.continue);

  await test.step('closed and opened again, it goes on where it was', async () => {
    await seeTitle(page, 'Read both, slowly');
    await noor.open('/');
    await follow(page, card.today.goOn);
    await seeTitle(page, 'Read both, slowly');
    await see(page, 'A day to see my sister.');
  });
  await test.step('a finger that falls twice opens one step', async () => {
    await page.getByRole('button', { name: step.continue, exact: true }).dblclick();
    await seeTitle(page, 'Look at each other');
  });
  await press(page, step.continue);
  await field(page, 'We try').fill('One Sunday each.');
  await press(page, step.continue);
  await press(page, step.done);
  await press(page, pass.taken(null));
  await field(page, 'Thank you for').fill('saying it.');
  await press(page, step.finish);
  await seeTitle(page, end.whole);
  await see(page, 'One Sunday each.');
  await see(page, 'saying it.');
  await press(page, end.done);
  await goTo(page, 'me');
  await follow(page, card.mine);
  await see(page, sessions.rest);
  await see(page, 'Side by side');
});

test('alone: a practice of the house from the first step to the last, and away again', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await openLibrary(page);
  await choose(page, list.forOne);
  const first = page.getByRole('main').locator('a.list-row').first();
  const name = (await first.locator('.list-row-title').innerText()).trim();
  await first.click();
  await seeTitle(page, name);
  await see(page, about.evidence);
  await follow(page, about.begin);
  await seeTitle(page, begin.how);
  await press(page, begin.start);
  await page.waitForURL(/session/);
  expect((await walkToTheEnd(page)).length).toBeGreaterThan(1);
  await press(page, end.forget);
  await page.getByRole('dialog').getByRole('button', { name: end.forget }).click();
  await seeTitle(page, sessions.title);
  await see(page, sessions.emptyTitle);
});

test('with the server away both write and go on; what was sealed opens when the phones meet', async ({
  person,
  server,
}) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  const both = [noor, sam];
  await pair(noor, sam);
  await hasAppForOffline(both);
  await addPack(noor.page, shortPack);
  await lookAt(noor.page, 'Side by side');
  await press(noor.page, begin.startWith('Sam'));
  await joinIn(sam.page, 'Noor', 'Side by side');
  await seeTitle(sam.page, 'How do you see it?');
  await server.stop();

  await field(noor.page, 'I see it like this').fill('The heron at noon.');
  await press(noor.page, step.seal);
  await see(noor.page, step.sealedMine);
  await field(sam.page, 'I see it like this').fill('The copper kettle.');
  await noor.page.reload();
  await see(noor.page, step.sealedMine);
  await press(sam.page, step.seal);
  await see(sam.page, step.sealedMine);
  expect(await readStore(sam.page)).not.toContain('heron');

  await passTime(both, reconnectMs);
  await server.start();
  await passTime(both, reconnectMs);
  for (const { page } of both) {
    await see(page, 'The heron at noon.');
    await see(page, 'The copper kettle.');
  }

  await test.step('both press in the same moment: one step, on both phones', async () => {
    await pressTogether(both, step.continue);
    for (const { page } of both) await seeTitle(page, 'Read both, slowly');
    await pressTogether(both, step.continue);
    for (const { page } of both) await seeTitle(page, 'Look at each other');
    await pressTogether(both, step.continue);
    for (const { page } of both) await seeTitle(page, 'Something to try');
  });
  await test.step('both press with no server between them: still one step', async () => {
    await server.stop();
    await field(noor.page, 'We try').fill('Noor writes: one Sunday each.');
    await press(noor.page, step.continue);
    await field(sam.page, 'We try').fill('Sam writes: the first of the month.');
    await press(sam.page, step.continue);
    await passTime(both, reconnectMs);
    await server.start();
    await passTime(both, reconnectMs);
    for (const { page } of both) await seeTitle(page, 'Say thank you');
    await press(noor.page, step.done);
    await press(sam.page, step.finish);
    for (const { page } of both) {
      await seeTitle(page, end.whole);
      await see(page, 'Noor writes: one Sunday each.');
      await see(page, 'Sam writes: the first of the month.');
      await expect(page.getByText(end.late)).toHaveCount(1);
    }
  });
  await test.step('it stands on Us', async () => {
    await press(sam.page, end.done);
    await goTo(sam.page, 'us');
    await see(sam.page, card.us.whole);
  });
});

test('a break is one press away in every step; both see when it is over, and nothing typed is lost', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  await addPack(noor.page, shortPack);
  await lookAt(noor.page, 'Side by side');
  await press(noor.page, begin.startWith('Sam'));
  await joinIn(sam.page, 'Noor', 'Side by side');
  await field(sam.page, 'I see it like this').fill('a sentence that is');
  await press(sam.page, en.pause);
  await seeTitle(sam.page, pauseWords.breath.title);
  await passTime([sam], 6 * secondMs);
  await press(sam.page, pauseWords.choice.longer);
  await press(sam.page, pauseWords.length.begin);
  await press(sam.page, en.close);
  for (const { page } of both) {
    await seeTitle(page, 'How do you see it?');
    await see(page, /^A break\. You go on at \d?\d:\d\d\.$/);
  }
  await expect(field(sam.page, 'I see it like this')).toHaveValue('a sentence that is');
  await passTime(both, hourMs);
  await see(noor.page, pausing.due);
  await follow(noor.page, pausing.open);
  await press(noor.page, pauseWords.running.back);
  await follow(noor.page, pauseWords.wayBack.toSession);
  for (const { page } of both) {
    await seeTitle(page, 'How do you see it?');
    await expect(page.getByRole('link', { name: pausing.open })).toHaveCount(0);
  }
});

test('what is being typed stays when the other one goes on or stops, and goes only by my own press', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await addPack(noor.page, shortPack);
  await lookAt(noor.page, 'Side by side');
  await press(noor.page, begin.startWith('Sam'));
  await joinIn(sam.page, 'Noor', 'Side by side');
  for (const { page } of [noor, sam]) await field(page, 'I see it like this').fill('Like this.');
  for (const { page } of [noor, sam]) await press(page, step.seal);
  for (const title of ['Read both, slowly', 'Look at each other', 'Something to try']) {
    await press(noor.page, step.continue);
    await seeTitle(noor.page, title);
    await seeTitle(sam.page, title);
  }
  await field(sam.page, 'We try').fill('the marmalade idea');
  await field(noor.page, 'We try').fill('one Sunday each');
  await press(noor.page, step.continue);
  await see(sam.page, left.title('Noor'));
  await see(sam.page, 'the marmalade idea');
  expect(await readStore(noor.page)).not.toContain('marmalade');
  await press(sam.page, left.keep);
  await expect(sam.page.getByText(left.title('Noor'))).toHaveCount(0);

  await field(sam.page, 'Thank you for').fill('something half said');
  await press(noor.page, stop.open);
  await noor.page.getByRole('dialog').getByRole('textbox').fill('I am too tired to be fair.');
  await press(noor.page, stop.stop);
  await seeTitle(noor.page, end.leftByMe);
  await see(noor.page, 'the marmalade idea');
  await seeTitle(sam.page, end.leftBy('Noor'));
  await see(sam.page, 'I am too tired to be fair.');
  await see(sam.page, 'something half said');
  await press(sam.page, left.drop);
  await expect(sam.page.getByText('half said')).toHaveCount(0);
  expect(await readStore(noor.page)).not.toContain('half said');
});

test('a topic waits for its window, “not now” tells nobody, and “not tonight” writes nothing', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await addPack(noor.page, shortPack.replace('people: two', 'people: two\n    willing: true'));

  await test.step('not tonight', async () => {
    await lookAt(noor.page, 'Side by side');
    await seeTitle(noor.page, begin.willing);
    await press(noor.page, begin.notTonight);
    await seeTitle(noor.page, begin.restTitle);
    await press(noor.page, begin.restDone);
    expect(await readStore(noor.page)).not.toContain('begun');
  });
  await test.step('kept back, then sent', async () => {
    for (const isSent of [false, true]) {
      await openLibrary(noor.page);
      await lookAt(noor.page, 'Side by side');
      await press(noor.page, begin.bothWilling);
      await field(noor.page, begin.topic).fill('The lantern in the hall');
      await press(noor.page, begin.startWith('Sam'));
      await seeTitle(noor.page, leaving.title);
      if (isSent) break;
      await press(noor.page, 'Keep it mine');
      await seeTitle(noor.page, leaving.gone);
      expect(await readStore(sam.page)).not.toContain('lantern');
      await press(noor.page, guidedWords.toList);
      await noor.open('/');
    }
    await sendNow(noor.page);
    await seeTitle(noor.page, 'How do you see it?');
  });
  await test.step('not now', async () => {
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.look);
    await see(sam.page, 'The lantern in the hall');
    await press(sam.page, invitation.join);
    await press(sam.page, begin.notTonight);
    await press(sam.page, begin.restDone);
    await passTime([sam], minuteMs);
    await press(sam.page, card.today.notNow);
    await expect(sam.page.getByText(card.today.invited('Noor', 'Side by side'))).toHaveCount(0);
    expect(await readStore(noor.page)).not.toContain('set-aside');
    await goTo(sam.page, 'me');
    await follow(sam.page, card.mine);
    await see(sam.page, 'The lantern in the hall');
  });
});

async function sumUp({ page }: Person, heard: string): Promise<void> {
  await seeTitle(page, 'Say what you heard');
  await field(page, 'What I heard').fill(heard);
  await press(page, step.continue);
}

/** Each in their own browser, neither waiting for the other. */
async function pressTogether(people: readonly Person[], name: string): Promise<void> {
  await Promise.all(people.map(({ page }) => expect(page.getByRole('button', { name })).toBeEnabled()));
  await Promise.all(
    people.map(({ page }) =>
      page.evaluate((label) => {
        for (const button of document.querySelectorAll('button')) if (button.innerText === label) button.click();
      }, name),
    ),
  );
}
