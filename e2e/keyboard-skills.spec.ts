/** The small skills by keyboard alone: a wish, an open question, faces, a pause, the path, and a whole conversation. */
import { expect, type Page } from '@playwright/test';
import type { Script } from '#core';
import { en as cuesCard } from '../src/web/cues/card-messages.ts';
import { familiarityWord } from '../src/web/cues/cues-content.ts';
import { en as cues } from '../src/web/cues/messages.ts';
import { sittingCardsMax } from '../src/web/cues/sitting.ts';
import { en } from '../src/web/messages/en.ts';
import { en as questionsCard } from '../src/web/open-questions/card-messages.ts';
import { en as questions } from '../src/web/open-questions/messages.ts';
import { en as pauseCard } from '../src/web/pause/card-messages.ts';
import { en as pause } from '../src/web/pause/messages.ts';
import { en as pathCard } from '../src/web/programme/card-messages.ts';
import { en as path } from '../src/web/programme/messages.ts';
import { type Person, passTime, secondMs, test } from './journey.ts';
import { arriveAt, chooseByKey, followByKey, pressByKey, sendNowByKey, tabTo, typeInto } from './keyboard.ts';
import { guidedWords } from './pages/guided.ts';
import { askOf, gateOf, openWordOf, practiceOf, titleOf } from './pages/packs.ts';
import { pair } from './pages/pairing.ts';
import { see, seeTitle } from './pages/shell.ts';
import { wishLabel, wishWords } from './pages/turning-toward.ts';

const breathMs = 6 * secondMs;

test('the small skills of two people by keyboard alone', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);

  await test.step('a wish, a time, a thank-you', async () => {
    const { asked, at, card, detail, make } = wishWords;
    await beginPractice(noor.page, card.listCard.title);
    await arriveAt(noor.page, make.title);
    await typeInto(noor.page, make.words, 'After supper.');
    await pressByKey(noor.page, wishLabel('hug'));
    await arriveAt(noor.page, wishLabel('hug'));
    await sendNowByKey(noor.page);
    await see(noor.page, detail.waiting('Sam'));
    await followByKey(sam.page, en.places.today);
    await followByKey(sam.page, card.today.answer);
    await arriveAt(sam.page, card.wouldLike('Noor', card.wishes.hug));
    await followByKey(sam.page, asked.at);
    await arriveAt(sam.page, at.title);
    await pressByKey(sam.page, /^\d+:\d\d$/);
    await pressByKey(sam.page, at.send('Noor'));
    await sendNowByKey(sam.page);
    await pressByKey(noor.page, 'Thank you.');
    await pressByKey(noor.page, detail.thank('Sam'));
    await sendNowByKey(noor.page);
    await see(sam.page, asked.thanked('Noor'));
  });

  await test.step('an open question, sealed until both have written', async () => {
    await beginPractice(noor.page, questionsCard.listCard.title);
    await followByKey(noor.page, new RegExp(`^${questions.home.write}`));
    await typeInto(noor.page, questions.write.field, 'Of cinnamon.');
    await pressByKey(noor.page, questions.write.ask('Sam'));
    await sendNowByKey(noor.page);
    await see(noor.page, questions.shared.waiting('Sam'));
    await followByKey(sam.page, en.places.today);
    await followByKey(sam.page, questionsCard.today.askedAction);
    await followByKey(sam.page, questions.shared.answer);
    await typeInto(sam.page, questions.write.field, 'Of rain.');
    await pressByKey(sam.page, questions.write.answer);
    await sendNowByKey(sam.page);
    for (const { page } of [noor, sam]) {
      await see(page, 'Of cinnamon.');
      await see(page, 'Of rain.');
    }
  });

  await test.step('a few faces', async () => {
    const { page } = noor;
    await beginPractice(page, cuesCard.listCard.title);
    await arriveAt(page, cues.home.title);
    await followByKey(page, cues.home.start);
    for (let face = 1; face <= sittingCardsMax; face++) {
      await arriveAt(page, cues.look.see);
      await chooseByKey(page, new RegExp(`^${cues.cannotTell}`));
      await pressByKey(page, cues.look.showMoment);
      await arriveAt(page, cues.look.moment);
      await pressByKey(page, cues.look.continue);
      await arriveAt(page, cues.look.could);
      await chooseByKey(page, familiarityWord('unsure'));
      await pressByKey(page, face === sittingCardsMax ? cues.look.finish : cues.look.next);
    }
    await arriveAt(page, cues.end.title);
    await pressByKey(page, cues.end.done);
    await arriveAt(page, cues.home.title);
  });

  await test.step('a breath, a break, longer once, and softly back in', async () => {
    await beginPractice(noor.page, pauseCard.listCard.title);
    await arriveAt(noor.page, pause.breath.title);
    await passTime([noor], breathMs);
    await arriveAt(noor.page, pause.choice.title);
    await pressByKey(noor.page, pause.choice.longer);
    await arriveAt(noor.page, pause.length.title);
    await pressByKey(noor.page, pause.length.minutes(10));
    await pressByKey(noor.page, pause.length.begin);
    await arriveAt(noor.page, /You two go on/);
    await followByKey(sam.page, en.places.today);
    await followByKey(sam.page, pauseCard.today.untilAction);
    await pressByKey(sam.page, pause.running.longer);
    await pressByKey(sam.page, pause.extend.save('Noor'));
    await see(noor.page, pause.running.wasLonger);
    await pressByKey(noor.page, pause.running.back);
    await arriveAt(noor.page, pause.wayBack.title);
    await pressByKey(sam.page, pause.ready.back);
    await arriveAt(sam.page, pause.wayBack.title);
    for (const { page } of [noor, sam]) await pressByKey(page, pause.wayBack.done);
  });

  await test.step('the path begins', async () => {
    await beginPractice(sam.page, pathCard.listCard.title);
    await arriveAt(sam.page, path.intro.title);
    await followByKey(sam.page, path.intro.begin);
    await arriveAt(sam.page, path.begin.title);
    await chooseByKey(sam.page, new RegExp(`^${path.begin.together}`));
    await pressByKey(sam.page, path.begin.start);
    await arriveAt(sam.page, pathCard.stages.aware);
    await pressByKey(sam.page, path.home.next);
    const sheet = sam.page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    await tabTo(sam.page, sheet.getByRole('button', { name: path.goOn.go }));
    await sam.page.keyboard.press('Space');
    await arriveAt(sam.page, pathCard.stages['turn-toward']);
  });
});

test('a conversation on two phones, from the list to its end, by keyboard alone', async ({ person }) => {
  const { begin, card, end, gate, invitation, leaving, step } = guidedWords;
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const small = practiceOf('understand', 'something-small');
  const { yes, almost } = gateOf(small, 'understood');
  await pair(noor, sam);

  await test.step('it is begun, kept back for a moment, and the other one comes along', async () => {
    await beginPractice(noor.page, card.listCard.title);
    await arriveAt(noor.page, guidedWords.title);
    await pressByKey(noor.page, guidedWords.skills.understand.name);
    await followByKey(noor.page, new RegExp(`^${small.name}`));
    await arriveAt(noor.page, small.name);
    await followByKey(noor.page, guidedWords.about.begin);
    await arriveAt(noor.page, begin.how);
    await typeInto(noor.page, begin.topic, 'The dishes on Tuesday');
    await pressByKey(noor.page, begin.startWith('Sam'));
    await arriveAt(noor.page, leaving.title);
    await sendNowByKey(noor.page);
    await arriveAt(noor.page, titleOf(small, 'size'));
    await followByKey(sam.page, en.places.today);
    await followByKey(sam.page, card.today.look);
    await arriveAt(sam.page, invitation.title('Noor', small.name));
    await pressByKey(sam.page, invitation.join);
    await arriveAt(sam.page, titleOf(small, 'size'));
    await pressByKey(sam.page, openWordOf(small, 'size'));
  });
  await test.step('Noor tells, Sam sums up, almost, and once more', async () => {
    await tellByKey(noor, small, 'just listen');
    await sumUpByKey(sam, small, 'That the dishes waited for you.');
    await arriveAt(noor.page, titleOf(small, 'understood'));
    await pressByKey(noor.page, almost);
    await typeInto(noor.page, gate.missing, 'I was alone with it.');
    await pressByKey(noor.page, gate.say);
    await see(sam.page, step.almost('Noor'));
    await sumUpByKey(sam, small, 'That you were alone with it.');
    await arriveAt(noor.page, titleOf(small, 'understood'));
    await pressByKey(noor.page, yes);
  });
  await test.step('the other way round', async () => {
    await tellByKey(sam, small, 'think with me');
    await sumUpByKey(noor, small, 'That you had not seen them.');
    await arriveAt(sam.page, titleOf(small, 'understood'));
    await pressByKey(sam.page, yes);
  });
  await test.step('something for next time, thanks, and the end', async () => {
    await arriveAt(noor.page, titleOf(small, 'next'));
    await typeInto(noor.page, askOf(small, 'next'), 'ring when it gets late');
    await pressByKey(noor.page, openWordOf(small, 'next'));
    await arriveAt(sam.page, titleOf(small, 'thanks'));
    await pressByKey(sam.page, openWordOf(small, 'thanks'));
    await arriveAt(noor.page, titleOf(small, 'along'));
    await typeInto(noor.page, askOf(small, 'along'), 'ask sooner');
    await pressByKey(noor.page, step.done);
    await arriveAt(sam.page, titleOf(small, 'along'));
    await pressByKey(sam.page, step.finish);
    for (const { page } of [noor, sam]) {
      await arriveAt(page, end.whole);
      await see(page, 'ring when it gets late');
    }
  });
});

/** From anywhere to the first screen of a practice. */
async function beginPractice(page: Page, practice: string): Promise<void> {
  await followByKey(page, en.places.practices);
  await arriveAt(page, en.practices.title);
  await followByKey(page, new RegExp(`^${practice}`));
  await arriveAt(page, practice);
  await followByKey(page, en.practices.begin);
  await expect(page).not.toHaveURL(/\/practices\//);
}

async function tellByKey({ page }: Person, script: Script, wish: string): Promise<void> {
  await arriveAt(page, titleOf(script, 'wish'));
  await chooseByKey(page, new RegExp(`^${wish}`));
  await pressByKey(page, openWordOf(script, 'wish'));
  await arriveAt(page, titleOf(script, 'ready'));
  await pressByKey(page, openWordOf(script, 'ready'));
  await arriveAt(page, titleOf(script, 'tell'));
  await pressByKey(page, openWordOf(script, 'tell'));
}

async function sumUpByKey({ page }: Person, script: Script, heard: string): Promise<void> {
  await seeTitle(page, titleOf(script, 'sum'));
  await typeInto(page, askOf(script, 'sum'), heard);
  await pressByKey(page, openWordOf(script, 'sum'));
}
