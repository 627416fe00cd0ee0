/**
 * The weekly meeting, on two phones and alone: notes are mine until brought, what is brought opens for both together,
 * thanks come first, one topic goes into a talk, a plan into a promise; either lets it rest, and nothing is counted.
 */
import { en as talk } from '../src/web/guided/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { en as promise } from '../src/web/promises/messages.ts';
import { dayMs, expect, hasAppForOffline, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import { giveWords, pressInDialog, writeAppreciation } from './pages/boundaries.ts';
import { leaveFromUs } from './pages/leaving.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { bringNotes, goOn, hasNot, meetingWords, partTitle, writeNote } from './pages/weekly-meeting.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
/** Longer than the longest pause between two attempts to reach the relay. */
const reconnectMs = 2 * minuteMs;
const { home, meeting, agenda, card, bring, when, content } = meetingWords;
const letGo = async (from: Person, both: readonly Person[]): Promise<void> => {
  await expect(from.page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
};
const toMeeting = async ({ page, open }: Person): Promise<void> => {
  await open('/weekly-meeting');
  await follow(page, new RegExp(meeting.title));
};

test('the weekly meeting: the whole way, from private notes to thanks', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await writeNote(noor.page, 'appreciation', 'You made soup.');
  await writeNote(noor.page, 'topic', 'Our mornings');
  await writeNote(noor.page, 'good', 'Left at home.');
  await sam.open('/weekly-meeting');
  await writeNote(sam.page, 'topic', 'The holidays');
  await writeNote(sam.page, 'next', 'I cook on Tuesday.');
  await press(noor.page, home.now);
  await letGo(noor, both);

  await test.step('each brings what they choose, sealed until both have', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, card.today.proposed('Noor'));
    await toMeeting(noor);
    await bringNotes(noor.page, ['You made soup.', 'Our mornings']);
    await letGo(noor, both);
    await see(noor.page, meeting.sealed);
    await hasNot(sam.page, 'You made soup.');
    expect(await readStore(sam.page)).not.toContain('Our mornings');
    await follow(sam.page, card.today.look);
    await bringNotes(sam.page, ['The holidays', 'I cook on Tuesday.']);
    await letGo(sam, both);
  });
  await test.step('thanks first, then what went well', async () => {
    for (const { page } of both) await follow(page, meeting.go);
    await seeTitle(sam.page, partTitle('appreciation'));
    await see(sam.page, 'You made soup.');
    for (const { page } of both) await goOn(page);
    await see(sam.page, agenda.nothing);
    expect(await readStore(sam.page)).not.toContain('Left at home.');
    for (const { page } of both) await goOn(page);
  });
  await test.step('one topic, chosen by both, goes into a talk', async () => {
    await choose(noor.page, 'Our mornings');
    await see(sam.page, agenda.theirPick('Noor'));
    await hasNot(noor.page, agenda.talk);
    await choose(sam.page, 'Our mornings');
    for (const { page } of both) await see(page, agenda.picked);
    await press(noor.page, agenda.talk);
    await seeTitle(noor.page, talk.begin.how);
    await expect(field(noor.page, talk.begin.topic)).toHaveValue('Our mornings');
    await noor.page.goBack();
    await press(noor.page, agenda.hard);
    await seeTitle(noor.page, talk.begin.willing);
    await noor.page.goBack();
    await seeTitle(noor.page, partTitle('topic'));
  });
  await test.step('a plan becomes a promise', async () => {
    for (const { page } of both) await goOn(page);
    await press(sam.page, agenda.promise);
    await seeTitle(sam.page, promise.make.what);
    await expect(sam.page.getByRole('textbox').first()).toHaveValue('I cook on Tuesday.');
    await sam.page.goBack();
  });
  await test.step('it closes with thanks; the topic that had no turn is back with its writer', async () => {
    for (const { page } of both) await goOn(page);
    await see(noor.page, content.thanks.together);
    await press(noor.page, agenda.close);
    await see(noor.page, meeting.closed);
    await press(sam.page, agenda.done);
    await see(sam.page, meeting.closed);
    await sam.open('/weekly-meeting');
    await see(sam.page, 'The holidays');
    await hasNot(sam.page, 'I cook on Tuesday.');
    await noor.open('/weekly-meeting');
    await see(noor.page, 'Left at home.');
    await hasNot(noor.page, 'Our mornings');
  });
});

test('the weekly meeting alone: a kept kind word comes first, and a short look at the week', async ({ person }) => {
  const { page, open } = await person('Noor');
  await open('/appreciation');
  await writeAppreciation(page, { did: 'You waited for me.' }, null);
  await see(page, giveWords.detail.kept);
  await open('/weekly-meeting');
  await see(page, 'You waited for me.');
  await hasNot(page, home.propose);
  await writeNote(page, 'next', 'An evening of rest');
  await follow(page, home.alone);
  await press(page, bring.begin);
  await seeTitle(page, partTitle('appreciation'));
  await see(page, 'You waited for me.');
  for (const part of ['good', 'topic', 'next']) {
    await goOn(page);
    await seeTitle(page, partTitle(part));
  }
  await see(page, 'An evening of rest');
  await goOn(page);
  await press(page, agenda.close);
  await see(page, meeting.closed);
  await open('/weekly-meeting');
  await see(page, home.none);
});

test('the weekly meeting, not this week: no reason, no name, and every note stays with its writer', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await writeNote(noor.page, 'topic', 'Our mornings');
  await press(noor.page, home.now);
  await letGo(noor, both);
  await toMeeting(noor);
  await bringNotes(noor.page, ['Our mornings']);
  await letGo(noor, both);
  await toMeeting(sam);
  await press(sam.page, meeting.rest);
  await pressInDialog(sam.page, meeting.rest);
  for (const { page } of both) {
    await see(page, meeting.restedText);
    await hasNot(page, 'Our mornings');
    await expect(page.getByRole('main').getByText(/Sam|Noor/)).toHaveCount(0);
  }
  await noor.open('/weekly-meeting');
  await see(noor.page, 'Our mornings');
  await see(noor.page, home.now);
});

test('the weekly meeting, and the other never comes: it is let go without a word, and the notes are there', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await writeNote(noor.page, 'good', 'We laughed');
  await follow(noor.page, home.propose);
  await noor.page.getByLabel(when.time).fill('23:30');
  await press(noor.page, when.send('Sam'));
  await letGo(noor, both);
  await toMeeting(noor);
  await see(noor.page, meeting.byMe('Sam'));
  await toMeeting(sam);
  await see(sam.page, meeting.becomes);
  await press(sam.page, meeting.agree);
  await letGo(sam, both);
  for (const { page } of both) {
    await see(page, meeting.agreed);
    await expect(page.getByRole('link', { name: new RegExp(content.promise, 'i') })).toBeVisible();
  }
  await bringNotes(noor.page, ['We laughed']);
  await letGo(noor, both);
  await passTime(both, 16 * dayMs);
  await noor.open('/weekly-meeting');
  await see(noor.page, home.now);
  await hasNot(noor.page, meeting.title);
  await see(noor.page, 'We laughed');
});

test('the weekly meeting, moved by the one who promised to come, and then let rest: told early, and nothing is counted', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting/propose');
  await noor.page.getByLabel(when.time).fill('22:30');
  await press(noor.page, when.send('Sam'));
  await letGo(noor, both);
  await toMeeting(sam);
  await press(sam.page, meeting.agree);
  await letGo(sam, both);
  await toMeeting(noor);
  await see(noor.page, meeting.agreed);
  await follow(sam.page, meeting.move);
  await sam.page.getByLabel(when.time).fill('23:15');
  await press(sam.page, when.save);
  await see(noor.page, meeting.byThem('Sam'));
  await expect(noor.page.getByRole('link', { name: /23:15/ })).toBeVisible();
  await press(sam.page, meeting.rest);
  await pressInDialog(sam.page, meeting.rest);
  for (const { page } of both) {
    await see(page, meeting.restedText);
    await see(page, meeting.promisedRest);
  }
  await noor.page.getByRole('link', { name: new RegExp(content.promise, 'i') }).click();
  await press(noor.page, promise.detail.agree);
  await letGo(noor, both);
  await see(noor.page, promise.standing['let-go']);
});

test('the weekly meeting: what was brought is taken back before it begins, and the other never sees it', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await writeNote(noor.page, 'appreciation', 'You sang');
  await writeNote(noor.page, 'good', 'Too soon to say');
  await press(noor.page, home.now);
  await letGo(noor, both);
  await toMeeting(noor);
  await bringNotes(noor.page, ['You sang', 'Too soon to say']);
  await letGo(noor, both);
  await press(noor.page, `${meeting.takeBack}: Too soon to say`);
  await hasNot(noor.page, 'Too soon to say');
  await see(noor.page, 'You sang');
  await toMeeting(sam);
  await bringNotes(sam.page, []);
  await letGo(sam, both);
  await follow(sam.page, meeting.go);
  await see(sam.page, 'You sang');
  await goOn(sam.page);
  await see(sam.page, agenda.nothing);
  await hasNot(sam.page, 'Too soon to say');
  expect(await readStore(sam.page)).not.toContain('Too soon to say');
  await noor.open('/weekly-meeting');
  await see(noor.page, 'Too soon to say');
});

test('the weekly meeting, both offline: each looks at their own and brings it, and they meet when both are back', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await press(noor.page, home.now);
  await letGo(noor, both);
  await toMeeting(sam);
  await hasAppForOffline(both);
  for (const { context, expectComplaint } of both) {
    expectComplaint(/ERR_INTERNET_DISCONNECTED/);
    await context.setOffline(true);
  }
  for (const [{ page, open }, words] of [
    [noor, 'Noor, offline'],
    [sam, 'Sam, offline'],
  ] as const) {
    await open('/weekly-meeting');
    await writeNote(page, 'good', words);
  }
  await test.step('a look of my own is there at once', async () => {
    await follow(noor.page, home.alone);
    await press(noor.page, bring.begin);
    await goOn(noor.page);
    await see(noor.page, 'Noor, offline');
    await noor.open('/weekly-meeting');
  });
  await test.step('what each brings waits on their own phone', async () => {
    for (const [one, words] of [
      [noor, 'Noor, offline'],
      [sam, 'Sam, offline'],
    ] as const) {
      await toMeeting(one);
      await bringNotes(one.page, [words]);
      await letGo(one, both);
      await one.page.reload();
      await see(one.page, meeting.sealed);
      await see(one.page, words);
    }
  });
  await test.step('one is back: it waits for the other, and says no more than that', async () => {
    await noor.context.setOffline(false);
    await passTime(both, reconnectMs);
    await see(noor.page, meeting.sealed);
    await expect(noor.page.getByRole('main').getByText(/Sam/)).toHaveCount(0);
  });
  await sam.context.setOffline(false);
  await passTime(both, reconnectMs);
  for (const { page } of both) {
    await follow(page, meeting.go);
    await goOn(page);
    for (const words of ['Noor, offline', 'Sam, offline']) await see(page, words);
  }
});

test('the weekly meeting on one phone, side by side: one topic, a plan, thanks; and nothing of it is on the other phone', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  const { page } = noor;
  await noor.open('/weekly-meeting');
  await writeNote(page, 'topic', 'Our mornings');
  await writeNote(page, 'topic', 'The holidays');
  await writeNote(page, 'next', 'I cook on Tuesday.');
  await writeNote(page, 'good', 'Not for today');
  await follow(page, home.onePhone);
  await see(page, bring.leadPhone);
  for (const words of ['Our mornings', 'The holidays', 'I cook on Tuesday.']) await choose(page, words);
  await press(page, bring.begin);
  await see(page, agenda.nothing);
  await goOn(page);
  await see(page, agenda.nothing);
  await goOn(page);
  await choose(page, 'Our mornings');
  await see(page, agenda.picked);
  await expect(page.getByRole('button', { name: agenda.talk })).toBeVisible();
  await goOn(page);
  await see(page, 'I cook on Tuesday.');
  await test.step('put away in the middle, it goes on where it was', async () => {
    await noor.open('/weekly-meeting');
    await follow(page, home.ownTwo);
    for (const part of ['good', 'topic', 'next']) {
      await goOn(page);
      await seeTitle(page, partTitle(part));
    }
  });
  await goOn(page);
  await see(page, content.thanks.together);
  await press(page, agenda.close);
  await see(page, meeting.closed);
  await hasNot(page, 'The holidays');
  await noor.open('/weekly-meeting');
  await see(page, home.pastPhone);
  await see(page, 'The holidays');
  await see(page, 'Not for today');
  await hasNot(page, 'I cook on Tuesday.');
  await passTime(both, windowMs);
  await sam.open('/weekly-meeting');
  await see(sam.page, home.none);
  await hasNot(sam.page, home.past);
});

test('the weekly meeting, and the other one has left: it looks like a phone that is off, and each has their own notes', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/weekly-meeting');
  await writeNote(noor.page, 'good', 'We laughed');
  await press(noor.page, home.now);
  await letGo(noor, both);
  await toMeeting(noor);
  await bringNotes(noor.page, ['We laughed']);
  await letGo(noor, both);
  await sam.open('/weekly-meeting');
  await writeNote(sam.page, 'topic', 'Mine to keep');
  await sam.open('/us');
  await leaveFromUs(sam.page);
  await test.step('who has left keeps their notes, and may look at the week alone', async () => {
    await sam.open('/weekly-meeting');
    await see(sam.page, 'Mine to keep');
    await hasNot(sam.page, meeting.title);
    await hasNot(sam.page, home.now);
    await follow(sam.page, home.alone);
    await press(sam.page, bring.begin);
    await seeTitle(sam.page, partTitle('appreciation'));
  });
  await test.step('for the other it waits as ever; then it is let go, and what was brought never opened', async () => {
    await see(noor.page, meeting.sealed);
    await passTime(both, 16 * dayMs);
    await noor.open('/weekly-meeting');
    await hasNot(noor.page, meeting.title);
    await see(noor.page, home.now);
    await see(noor.page, 'We laughed');
    expect(await readStore(sam.page)).not.toContain('We laughed');
  });
});
