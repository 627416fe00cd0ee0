/** Ways through answering a feeling and through open questions: every state that looks different, alone and with two. */
import type { Page } from '@playwright/test';
import { en as empathyCard } from '../src/web/empathy/card-messages.ts';
import { hints, starters } from '../src/web/empathy/empathy-content.ts';
import { en as empathy } from '../src/web/empathy/messages.ts';
import { en as questionsCard } from '../src/web/open-questions/card-messages.ts';
import { en as questions } from '../src/web/open-questions/messages.ts';
import { questionHints } from '../src/web/open-questions/questions-content.ts';
import { dayMs, expect, type Person, passTime } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { daysBefore, evening, type Travel, windowMs } from './travel.ts';

// ------------------------------------------------------------------------------------------------ answering a feeling

export async function tourEmpathy({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  await noor.open('/empathy');
  await see(noor.page, empathy.list.emptyAlone);
  await look('empathy-empty-alone', noor.page);
  await noor.open('/check-in/new');
  await writeCheckIn(noor.page, { feelings: ['lonely', 'tired'], note: 'The house was too quiet.' });
  await follow(noor.page, empathyCard.about.hear);
  await seeTitle(noor.page, empathy.keep.title);
  await noor.page.getByRole('list', { name: empathy.answer.starters }).getByRole('button').first().click();
  await look('empathy-hear', noor.page);
  await press(noor.page, empathy.keep.save);
  await seeTitle(noor.page, empathy.list.title);
  await look('empathy-list-alone', noor.page);
  await noor.page.getByRole('list', { name: empathy.list.kept }).getByRole('link').click();
  await see(noor.page, empathy.keep.onlyYou);
  await look('empathy-hear-kept', noor.page);

  await pair(noor, sam);
  await sam.open('/empathy');
  await see(sam.page, empathy.list.emptyTwo('Noor'));
  await look('empathy-empty', sam.page);
  await sam.open('/check-in/new');
  await writeCheckIn(sam.page, { feelings: ['sad'], note: 'My mother forgot my name again.', standing: 'ours' });
  await sendNow(sam.page);
  await goTo(noor.page, 'today');
  await see(noor.page, checkInWords.card.today.shared('Sam'));
  await look('today-feeling', noor.page);
  await follow(noor.page, checkInWords.card.today.sharedAction);
  await see(noor.page, empathyCard.about.answer);
  await look('check-in-to-answer', noor.page);
  await answerFeeling({ noor, look });
  await readAnswer({ noor, sam, look });
  await askBeforeStory({ noor, sam, look });

  await noor.page.getByRole('button', { name: empathy.about.withdraw }).first().click();
  await see(noor.page, empathy.about.withdrawn);
  await see(sam.page, empathy.about.theyWithdrew('Noor'));
  await look('empathy-taken-back', noor.page);
  await look('empathy-taken-back-of-other', sam.page);
  await noor.open('/empathy');
  await see(noor.page, empathy.list.theirs('Sam'));
  await look('empathy-list', noor.page);
  await noor.open('/empathy/gone/story');
  await see(noor.page, empathy.story.notYet);
  await look('empathy-story-not-yet', noor.page);
}

async function answerFeeling({ noor, look }: { readonly noor: Person; readonly look: Travel['look'] }): Promise<void> {
  const { page } = noor;
  await follow(page, empathyCard.about.answer);
  await seeTitle(page, empathy.answer.read('Sam'));
  await look('empathy-read', page);
  await press(page, empathy.answer.continue);
  await field(page, empathy.answer.field).fill('You should ring her more often.');
  await see(page, hints.find(({ id }) => id === 'advice')?.text ?? '');
  await look('empathy-advice', page);
  const seen = starters.find(({ id }) => id === 'this-hurts');
  await press(page, seen?.template.replace('{feeling}', 'sad') ?? '');
  await page.getByText(empathy.answer.more).click();
  await page.getByText(empathy.answer.withBody).click();
  await look('empathy-beginnings', page);
  await press(page, empathy.answer.aloud);
  await see(page, empathy.about.onlyYou);
  await look('empathy-said-aloud', page);
  await press(page, empathy.about.share('Sam'));
  await see(page, empathy.about.leaving('Sam'));
  await look('empathy-leaving', page);
}

interface Two {
  readonly noor: Person;
  readonly sam: Person;
  readonly look: Travel['look'];
}

async function readAnswer({ noor, sam, look }: Two): Promise<void> {
  await passTime([noor, sam], windowMs);
  await see(noor.page, empathy.about.canRead('Sam'));
  await noor.page.getByText(empathy.mayI.title).click();
  await look('empathy-answered', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, empathyCard.today.answered('Noor'));
  await look('today-answered', sam.page);
  await follow(sam.page, empathyCard.today.answeredAction);
  await see(sam.page, empathy.land.title);
  await look('empathy-answer-of-other', sam.page);
  await sam.page.getByText(empathy.land.title).first().click();
  await choose(sam.page, empathy.land.almost);
  await field(sam.page, empathy.land.missing).fill('That I am ashamed of being angry.');
  await look('empathy-landing', sam.page);
  await press(sam.page, empathy.land.send('Noor'));
  await sendNow(sam.page);
  await see(noor.page, 'That I am ashamed of being angry.');
  await look('empathy-almost', noor.page);
}

async function askBeforeStory({ noor, sam, look }: Two): Promise<void> {
  await press(noor.page, empathy.mayI.ask('Sam'));
  await see(noor.page, empathy.mayI.open('Sam'));
  await look('may-i-asked', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, empathyCard.today.asks('Noor'));
  await look('today-may-i', sam.page);
  await follow(sam.page, empathyCard.today.asksAction);
  await see(sam.page, empathy.mayI.leaveNote);
  await look('may-i-of-other', sam.page);
  await press(sam.page, empathy.mayI.leave);
  await see(sam.page, empathy.mayI.left);
  await look('may-i-left', sam.page);
  await press(sam.page, empathy.mayI.sayYes);
  await see(sam.page, empathy.mayI.youSaidYes('Noor'));
  await look('may-i-yes-said', sam.page);
  await see(noor.page, empathy.mayI.yes('Sam'));
  await look('may-i-yes', noor.page);
  await follow(noor.page, empathy.mayI.tell);
  await field(noor.page, empathy.story.field).fill('My uncle stopped knowing my name, one winter.');
  await look('empathy-story', noor.page);
  await press(noor.page, empathy.story.share('Sam'));
  await sendNow(noor.page);
  await see(sam.page, 'My uncle stopped knowing my name');
  await look('empathy-story-told', noor.page);
  await look('empathy-story-of-other', sam.page);
}

// ------------------------------------------------------------------------------------------------ open questions

export async function tourQuestionsAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/open-questions');
  await see(page, questions.home.ways);
  await look('questions-home', page);
  await press(page, questions.home.another);
  await see(page, questions.home.backToToday);
  await choose(page, 'Deep');
  await look('questions-another', page);
  await noor.open('/open-questions/map');
  await see(page, questions.map.emptyTitle);
  await look('questions-map-empty', page);
  await noor.open('/open-questions/own');
  await field(page, questions.own.field).fill('Do you like me?');
  await see(page, questionHints[0]?.text ?? '');
  await look('questions-own-hint', page);
  await field(page, questions.own.field).fill('What do you like about me');
  await press(page, questions.own.save);
  await expect(page.getByRole('alert')).toHaveText(questions.refusals['open-questions.refusal.asks-nothing']);
  await look('questions-own-refused', page);
  await field(page, questions.own.field).fill('What do you like about me?');
  await press(page, questions.own.save);
  await seeTitle(page, 'What do you like about me?');
  await look('questions-own', page);

  await wayOf(page, questions.home.aloud).click();
  await page.getByText(questions.talk.further).click();
  await look('questions-aloud', page);
  await press(page, questions.talk.done);
  await seeTitle(page, questions.talk.after);
  await look('questions-after', page);
  await follow(page, questions.talk.note);
  await field(page, questions.note.words).fill('That I hum while I cook, and never notice.');
  await press(page, 'Closeness and love');
  await look('questions-note', page);
  await press(page, questions.note.save);
  await see(page, 'That I hum while I cook');
  await look('questions-entry', page);
  await press(page, questions.entry.change);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('questions-entry-change', page);
  await field(page, questions.entry.words).fill('That I hum while I cook. Now I notice.');
  await press(page, questions.entry.save);
  await page.getByText(questions.entry.earlier).click();
  await press(page, questions.entry.letGo);
  await see(page, questions.entry.gone);
  await look('questions-entry-gone', page);

  await noor.open('/open-questions');
  await wayOf(page, questions.home.facing).click();
  await seeTitle(page, questions.talk.first);
  await look('questions-facing', page);
  await noor.open('/open-questions');
  await wayOf(page, questions.home.alone).click();
  await field(page, questions.note.mine).fill('The bench by the canal, in the sun.');
  await look('questions-for-me', page);
  await press(page, questions.note.save);
  await see(page, 'The bench by the canal');
  await noor.open('/open-questions/map?of=me');
  await see(page, 'The bench by the canal');
  await look('questions-map-of-me', page);
  await noor.open('/open-questions/map');
  await page.getByText(questions.map.letGo).click();
  await look('questions-map-let-go', page);
  // Only the date moves: axe never ends on a page that has been open for longer than 2^31 milliseconds.
  await page.clock.setSystemTime(new Date(evening.getTime() + 92 * dayMs));
  await noor.open();
  await see(page, questionsCard.today.returnsMe);
  await look('today-question-returns', page);
  await follow(page, questionsCard.today.returnsAction);
  await see(page, questions.entry.still);
  await look('questions-still-true', page);
}

export async function tourQuestions({ person, look }: Travel): Promise<void> {
  const { shared } = questions;
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/open-questions');
  await see(noor.page, questions.home.write);
  await look('questions-home-two', noor.page);
  await wayOf(noor.page, questions.home.write).click();
  await see(noor.page, questions.write.copy);
  await look('questions-write', noor.page);
  await field(noor.page, questions.write.field).fill('Of cinnamon, and of the old dog.');
  await press(noor.page, questions.write.ask('Sam'));
  await see(noor.page, shared.leaving('Sam'));
  await look('questions-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, shared.waiting('Sam'));
  await look('questions-sealed', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, questionsCard.today.asked('Noor'));
  await look('today-question-asked', sam.page);
  await follow(sam.page, questionsCard.today.askedAction);
  await see(sam.page, shared.sealedByThem('Noor'));
  await look('questions-to-answer', sam.page);
  await press(sam.page, shared.leave);
  await see(sam.page, shared.left);
  await look('questions-left', sam.page);
  await follow(sam.page, shared.answer);
  await field(sam.page, questions.write.field).fill('Of soup, and of rain on coats that dried in the hall.');
  await press(sam.page, questions.write.answer);
  await see(sam.page, shared.answerLeaving('Noor'));
  await look('questions-answer-leaving', sam.page);
  await passTime(both, windowMs);
  await see(sam.page, 'Of cinnamon');
  await look('questions-open', sam.page);
  await goTo(noor.page, 'today');
  await see(noor.page, questionsCard.today.opened);
  await look('today-question-opened', noor.page);

  await noor.open('/open-questions');
  await press(noor.page, questions.home.another);
  await wayOf(noor.page, questions.home.write).click();
  await field(noor.page, questions.write.field).fill('By the sea, in winter.');
  await press(noor.page, questions.write.ask('Sam'));
  await sendNow(noor.page);
  await see(noor.page, shared.waiting('Sam'));
  await sam.open('/open-questions');
  await see(sam.page, questions.home.state.toAnswer);
  await look('questions-home-filled', sam.page);
  await sam.page.getByRole('main').getByRole('link').filter({ hasText: questions.home.state.toAnswer }).click();
  await see(sam.page, shared.sealedByThem('Noor'));
  await press(noor.page, shared.withdrawAnswer);
  await see(noor.page, shared.myAnswerWithdrawn);
  await look('questions-answer-taken-back', noor.page);
  await see(sam.page, shared.answerWithdrawn('Noor'));
  await look('questions-answer-taken-back-of-other', sam.page);
  await press(noor.page, shared.withdrawQuestion);
  await see(noor.page, shared.withdrawnByMe);
  await look('questions-taken-back', noor.page);
  await see(sam.page, shared.withdrawn('Noor'));
  await look('questions-taken-back-of-other', sam.page);
  await goTo(noor.page, 'us');
  await see(noor.page, questionsCard.us.mine);
  await look('us-questions', noor.page);
}

const wayOf = (page: Page, way: string) => page.getByRole('main').getByRole('link').filter({ hasText: way });
