/** Ways through guided practices: the library and a pack from a file, alone, on one phone passed across, and with two. */
import type { Page } from '@playwright/test';
import type { Script } from '#core';
import { en } from '../src/web/messages/en.ts';
import { en as pause } from '../src/web/pause/messages.ts';
import { expect, type Person, passTime, secondMs } from './journey.ts';
import { addPack, chooseFile, documentedPack, guidedWords, lookAt, openLibrary, shortPack } from './pages/guided.ts';
import { askOf, gateOf, openWordOf, pathTo, practiceOf, stepOf, titleOf } from './pages/packs.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, evening, type Travel, windowMs } from './travel.ts';

const { about, add, begin, card, end, gate, invitation, leaving, left, list, pass, sessions, step, stop } = guidedWords;

// ------------------------------------------------------------------------------------------------ one phone

export async function tourGuidedAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/guided/sessions');
  await see(page, sessions.emptyTitle);
  await look('guided-sessions-empty', page);
  await noor.open();
  await openLibrary(page);
  await look('guided-library', page);
  await press(page, guidedWords.skills.understand.name);
  await choose(page, list.forOne);
  await look('guided-library-chosen', page);
  await noor.open('/guided');
  await chooseFile(page, documentedPack.replace('quiet: true', 'quite: true').replace('who: listener', 'who: hearer'));
  await see(page, add.findings);
  await look('guided-pack-mistakes', page);
  await chooseFile(page, documentedPack);
  await see(page, list.kept);
  await look('guided-pack-added', page);
  await page.getByRole('link', { name: /^One thing from today/ }).click();
  await press(page, about.remove);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('guided-pack-remove', page);
  await noor.open('/guided/attune-understand/no-such-practice');
  await see(page, about.missingText);
  await look('guided-missing', page);

  const hard = practiceOf('understand', 'something-hard');
  await noor.open(pathTo(hard));
  await seeTitle(page, hard.name);
  await page.getByText(about.steps).click();
  await look('guided-about', page);
  await follow(page, about.begin);
  await seeTitle(page, begin.willing);
  await look('guided-willing', page);
  await press(page, begin.notTonight);
  await seeTitle(page, begin.restTitle);
  await look('guided-not-tonight', page);
  await noor.open(`${pathTo(hard)}/begin`);
  await press(page, begin.bothWilling);
  await seeTitle(page, begin.how);
  await look('guided-begin-alone', page);

  const body = practiceOf('aware', 'where-do-i-feel-it');
  await noor.open(`${pathTo(body)}/begin`);
  await press(page, begin.start);
  await seeTitle(page, titleOf(body, 'arrive'));
  await look('guided-first-step', page);
  await press(page, openWordOf(body, 'arrive'));
  await see(page, guidedWords.time.hide);
  await look('guided-quiet-alone', page);
  await press(page, openWordOf(body, 'wander'));
  await press(page, step.continue);
  await expect(page.getByRole('alert')).toBeVisible();
  await look('guided-nothing-chosen', page);
  await press(page, stop.open);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('guided-stop-alone', page);
  await page.getByRole('dialog').getByRole('button', { name: stop.later }).click();
  await see(page, card.today.goesOn(body.name));
  await look('today-guided', page);
  await follow(page, card.today.goOn);
  await press(page, stop.open);
  await page.getByRole('dialog').getByRole('button', { name: stop.stop }).click();
  await seeTitle(page, end.leftByMe);
  await look('guided-stopped-alone', page);
}

export async function tourGuidedPassed({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open();
  await addPack(page, shortPack);
  await lookAt(page, 'Side by side');
  await field(page, begin.topic).fill('Sundays');
  await press(page, begin.start);
  await seeTitle(page, 'How do you see it?');
  await field(page, 'I see it like this').fill('A day with no plans.');
  await look('passed-write', page);
  await press(page, step.seal);
  await seeTitle(page, pass.title('your partner'));
  await look('passed-cover', page);
  await press(page, pass.taken(null));
  await field(page, 'I see it like this').fill('A day to see my sister.');
  await press(page, step.seal);
  await see(page, 'A day with no plans.');
  await look('passed-opened', page);
  await press(page, step.continue);
  await seeTitle(page, 'Read both, slowly');
  await look('passed-read', page);
  await press(page, step.continue);
  await press(page, step.continue);
  await field(page, 'We try').fill('One Sunday each.');
  await look('passed-either', page);
  await press(page, step.continue);
  await press(page, pass.isMe);
  await press(page, step.done);
  await press(page, pass.taken(null));
  await field(page, 'Thank you for').fill('saying it.');
  await press(page, step.finish);
  await seeTitle(page, end.whole);
  await look('passed-end', page);
  await press(page, end.forget);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('guided-forget', page);
  await noor.open('/guided/sessions');
  await see(page, sessions.rest);
  await look('guided-sessions', page);
}

// ------------------------------------------------------------------------------------------------ a conversation

export async function tourConversation({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  const small = practiceOf('understand', 'something-small');
  const title = (id: string): string => titleOf(small, id);
  const openWord = (id: string): string => openWordOf(small, id);
  await pair(noor, sam);
  await noor.open(`${pathTo(small)}/begin`);
  await field(noor.page, begin.topic).fill('The dishes on Tuesday');
  await look('guided-begin', noor.page);
  await press(noor.page, begin.startWith('Sam'));
  await seeTitle(noor.page, leaving.title);
  await look('guided-leaving', noor.page);
  await passTime(both, windowMs);
  await seeTitle(noor.page, title('size'));
  await look('talk-both', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.today.invited('Noor', small.name));
  await look('today-invited', sam.page);
  await follow(sam.page, card.today.look);
  await seeTitle(sam.page, invitation.title('Noor', small.name));
  await look('guided-invitation', sam.page);
  await press(sam.page, invitation.join);
  await press(noor.page, openWord('size'));
  await seeTitle(noor.page, title('wish'));
  await look('talk-wish', noor.page);
  await seeTitle(sam.page, step.turnOf('Noor'));
  await look('talk-wish-of-other', sam.page);
  await choose(noor.page, 'just listen');
  await press(noor.page, openWord('wish'));
  await press(noor.page, openWord('ready'));
  await seeTitle(noor.page, title('tell'));
  await look('talk-quiet', noor.page);
  await see(sam.page, stepOf(small, 'tell').meanwhile);
  await look('talk-quiet-of-other', sam.page);
  await press(noor.page, openWord('tell'));
  await seeTitle(sam.page, title('sum'));
  await look('talk-sum', sam.page);
  await seeTitle(noor.page, step.turnOf('Sam'));
  await look('talk-sum-of-other', noor.page);
  await sumUp(sam.page, small, 'That the dishes waited for you, again.');
  await seeTitle(noor.page, title('understood'));
  await look('talk-gate', noor.page);
  await seeTitle(sam.page, step.turnOf('Noor'));
  await look('talk-gate-of-other', sam.page);
  const { yes, almost } = gateOf(small, 'understood');
  await press(noor.page, almost);
  await field(noor.page, gate.missing).fill('I was not angry, I was alone with it.');
  await look('talk-almost', noor.page);
  await press(noor.page, gate.say);
  await see(sam.page, step.almost('Noor'));
  await look('talk-almost-of-other', sam.page);
  await sumUp(sam.page, small, 'That you were alone with it, again.');
  await press(noor.page, yes);

  await choose(sam.page, 'think with me');
  await press(sam.page, openWord('wish'));
  await press(sam.page, openWord('ready'));
  await press(sam.page, openWord('tell'));
  await sumUp(noor.page, small, '');
  await press(sam.page, yes);
  await seeTitle(noor.page, title('next'));
  await look('talk-next', noor.page);
  await takeBreak({ noor, sam, look });
  await field(sam.page, askOf(small, 'next', 1)).fill('say it on the day');
  await field(noor.page, askOf(small, 'next')).fill('ring when it gets late');
  await press(noor.page, openWord('next'));
  await see(sam.page, left.title('Noor'));
  await look('talk-left-behind', sam.page);
  await press(sam.page, left.keep);
  await press(noor.page, openWord('thanks'));
  await field(noor.page, askOf(small, 'along')).fill('ask sooner');
  await press(noor.page, step.done);
  await see(noor.page, step.writes('Sam'));
  await look('talk-written', noor.page);
  await press(sam.page, step.finish);
  await seeTitle(noor.page, end.whole);
  await look('talk-end', noor.page);
  await press(sam.page, end.done);
  await goTo(sam.page, 'us');
  await see(sam.page, card.us.whole);
  await look('us-guided', sam.page);
}

interface Two {
  readonly noor: Person;
  readonly sam: Person;
  readonly look: Travel['look'];
}

/** Pause in the middle of a talk, and back into it. */
async function takeBreak({ noor, sam, look }: Two): Promise<void> {
  const both = [noor, sam];
  await press(noor.page, en.pause);
  await passTime([noor], 6 * secondMs);
  await press(noor.page, pause.choice.longer);
  await press(noor.page, pause.length.begin);
  await see(noor.page, pause.running.back);
  await see(sam.page, guidedWords.pausing.open);
  await look('talk-paused', sam.page);
  await follow(sam.page, guidedWords.pausing.open);
  for (const { page } of both) await page.getByRole('button', { name: /^I am back/ }).click();
  await see(noor.page, pause.wayBack.toSession);
  await look('talk-way-back', noor.page);
  for (const { page } of both) await follow(page, pause.wayBack.toSession);
}

async function sumUp(page: Page, script: Script, heard: string): Promise<void> {
  await seeTitle(page, titleOf(script, 'sum'));
  await field(page, askOf(script, 'sum')).fill(heard);
  await press(page, openWordOf(script, 'sum'));
}

// ------------------------------------------------------------------------------------------------ sealed, two phones

export async function tourSealedSteps({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', evening), await person('Sam', evening)];
  await pair(noor, sam);
  await addPack(noor.page, shortPack);
  await lookAt(noor.page, 'Side by side');
  await press(noor.page, begin.startWith('Sam'));
  await seeTitle(noor.page, 'How do you see it?');
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.look);
  await see(sam.page, invitation.fromPartner('Noor'));
  for (const more of [about.steps, about.leaves]) await sam.page.getByText(more).click();
  await look('guided-foreign-invitation', sam.page);
  await press(sam.page, invitation.join);
  await seeTitle(sam.page, 'How do you see it?');
  await look('sealed-write', sam.page);
  await field(noor.page, 'I see it like this').fill('The heron at noon.');
  await press(noor.page, step.seal);
  await see(noor.page, step.sealedMine);
  await look('sealed-mine', noor.page);
  await see(sam.page, step.sealedTheirs('Noor'));
  await look('sealed-theirs', sam.page);
  await field(sam.page, 'I see it like this').fill('The copper kettle, and how it sings before it boils.');
  await press(sam.page, step.seal);
  await see(noor.page, 'The copper kettle');
  await look('sealed-opened', noor.page);
  await press(noor.page, step.continue);
  await seeTitle(sam.page, 'Read both, slowly');
  await look('sealed-read', sam.page);
  await press(noor.page, stop.open);
  await noor.page.getByRole('dialog').getByRole('textbox').fill('I am too tired to be fair.');
  await look('guided-stop', noor.page);
  await press(noor.page, stop.stop);
  await seeTitle(noor.page, end.leftByMe);
  await look('guided-stopped', noor.page);
  await seeTitle(sam.page, end.leftBy('Noor'));
  await look('guided-stopped-by-other', sam.page);
}
