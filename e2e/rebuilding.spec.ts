/**
 * Rebuilding, on two phones and alone: a gate that keeps and sends nothing, a path that both choose, sides shared by one
 * act, openness that ends quietly, an hour for questions; and the sad paths: danger at the gate, silence, resting.
 */
import { reachReason, setbacks } from '../src/web/rebuilding/rebuilding-content.ts';
import { dayMs, expect, type Person, passTime, test } from './journey.ts';
import { pressInDialog } from './pages/boundaries.ts';
import { pair } from './pages/pairing.ts';
import { answer, letGo, passGate, rebuildingWords, takePath, writeSide } from './pages/rebuilding.ts';
import { field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';
import { traces } from './traces.ts';

const { hub, gate, begin, write, side, open, hours, rituals, card } = rebuildingWords;
const unfold = (page: Person['page'], title: string): Promise<void> =>
  page.locator('summary').filter({ hasText: title }).click();

test('the gate keeps nothing and sends nothing, whatever is answered; danger leads to help and to no path', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const { page } = noor;
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', () => sent.push('a frame')));
  await pair(noor, sam);
  await noor.open('/rebuilding');
  await follow(page, hub.begin);
  await see(page, gate.lead);
  await expect.poll(() => traces(page).then((now) => traces(page).then((later) => now === later))).toBe(true);
  const before = await traces(page);
  sent.length = 0;
  await passGate(page);
  await seeTitle(page, begin.role);
  expect(await traces(page), 'after calm answers').toBe(before);
  await press(page, 'Cancel');
  await follow(page, hub.begin);
  await expect(page.getByRole('radio', { checked: true }), 'gone on leaving').toHaveCount(0);
  const again = await traces(page);
  await answer(page, gate.answers.yes);
  await press(page, gate.continue);
  await answer(page, gate.answers.unsure);
  await press(page, gate.continue);
  await seeTitle(page, gate.notNow);
  await expect(page.getByRole('link', { name: gate.helpLink })).toHaveAttribute('href', '/help');
  await expect(page.getByRole('button', { name: begin.propose('Sam') })).toHaveCount(0);
  expect(await traces(page), 'after an answer of danger').toBe(again);
  expect(sent).toEqual([]);
});

test('a path of two: each writes their part, shares it, and takes it back; resting needs no reason', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await takePath(noor, sam);
  await see(noor.page, hub.leads.hurt);
  await see(sam.page, hub.leads.broke);

  await test.step('owning: a hint that does not block, mine until shared', async () => {
    await follow(sam.page, hub.write.broke);
    await field(sam.page, write.first.broke).fill('I hid the loan, but you were away.');
    await see(sam.page, write.excuse);
    await field(sam.page, write.first.broke).fill('I hid the loan.');
    await expect(sam.page.getByText(write.excuse)).toHaveCount(0);
    await press(sam.page, write.save);
    await see(sam.page, side.mine);
    expect(await readStore(noor.page)).not.toContain('I hid the loan');
    await press(sam.page, side.share('Noor'));
    await letGo(sam, both);
    await goTo(noor.page, 'today');
    await see(noor.page, card.today.shared('Sam'));
    await follow(noor.page, card.today.look);
    await see(noor.page, 'I hid the loan.');
    await see(noor.page, side.receiveHurt);
  });
  await test.step('what I need to know, and taken back', async () => {
    await noor.open('/rebuilding');
    await writeSide(noor.page, 'hurt', 'Since when.');
    await press(noor.page, side.share('Sam'));
    await letGo(noor, both);
    await sam.open('/rebuilding');
    await see(sam.page, 'Since when.');
    await press(noor.page, side.withdraw);
    await see(noor.page, side.taken);
    await expect(sam.page.getByText('Since when.')).toHaveCount(0);
    await see(sam.page, hub.taken);
  });
  await test.step('amends become a promise', async () => {
    await press(sam.page, 'I look for a counsellor and call one');
    await expect(sam.page.getByRole('textbox').first()).toHaveValue('I look for a counsellor and call one');
  });
  await test.step('it rests at once, for both, and nothing of it is shown', async () => {
    await noor.open('/rebuilding');
    await press(noor.page, hub.rest);
    await pressInDialog(noor.page, hub.rest);
    await see(noor.page, hub.rests);
    await sam.open('/rebuilding');
    await see(sam.page, hub.rests);
    await noor.open('/rebuilding/openness');
    await see(noor.page, hub.rests);
  });
});

test('openness: a phone is refused, both say yes, and an end by hand looks like the end of its time', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await takePath(noor, sam);
  const words = 'I say on Fridays what I spent';
  await sam.open('/rebuilding/openness');
  await unfold(sam.page, open.newTitle);
  await field(sam.page, open.field).fill('You may read my messages');
  await press(sam.page, open.propose('Noor'));
  await see(sam.page, reachReason);
  await expect(field(sam.page, open.field)).toHaveValue('You may read my messages');
  await field(sam.page, open.field).fill(words);
  await press(sam.page, open.propose('Noor'));
  await letGo(sam, both);
  await see(sam.page, open.waits);
  await noor.open('/rebuilding/openness');
  await see(noor.page, open.toMe('Sam'));
  await press(noor.page, open.yes);
  await letGo(noor, both);
  for (const { page } of both) await see(page, open.live);
  await press(noor.page, open.end);
  await pressInDialog(noor.page, open.end);
  for (const { page } of both) await see(page, open.ended);
  await press(sam.page, open.renew);
  await letGo(sam, both);
  await see(noor.page, open.toMe('Sam'));
  await press(noor.page, open.leave);
  await expect(noor.page.getByText(open.toMe('Sam'))).toHaveCount(0);
  await see(sam.page, open.waits);
  await passTime(both, 8 * dayMs);
  await see(sam.page, open.ended);
});

test('an hour for questions is agreed by both and can be let go; a question waits, for me; a ritual is ours', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await takePath(noor, sam);
  await noor.open('/rebuilding/hours');
  await field(noor.page, hours.question).fill('Who else knew?');
  await press(noor.page, hours.keepIt);
  await see(noor.page, 'Who else knew?');
  await press(noor.page, hours.offer('Sam'));
  await letGo(noor, both);
  await see(noor.page, hours.byMe('Sam'));
  await sam.open('/rebuilding/hours');
  expect(await readStore(sam.page)).not.toContain('Who else knew');
  await press(sam.page, hours.yes);
  await letGo(sam, both);
  for (const { page } of both) await see(page, hours.agreed);
  await press(sam.page, hours.letGo);
  for (const { page } of both) await expect(page.getByText(hours.agreed, { exact: true })).toHaveCount(0);
  await noor.open('/rebuilding/rituals');
  await see(noor.page, rituals.empty);
  await field(noor.page, rituals.field).fill('Tea before the news');
  await press(noor.page, rituals.add);
  await letGo(noor, both);
  await sam.open('/rebuilding/rituals');
  await see(sam.page, 'Tea before the news');
  await press(sam.page, rituals.rest);
  await see(noor.page, rituals.rests);
});

test('not taken up: “not now” and silence look the same, and after a while it rests', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await sam.open('/rebuilding/begin');
  await passGate(sam.page);
  await answer(sam.page, rebuildingWords.roles.broke);
  await press(sam.page, begin.propose('Noor'));
  await letGo(sam, both);
  await see(sam.page, hub.mine('Noor'));
  await goTo(noor.page, 'today');
  await see(noor.page, card.today.proposed('Sam'));
  await follow(noor.page, card.today.look);
  await press(noor.page, hub.leave);
  await see(noor.page, hub.beginLead);
  await passTime(both, dayMs);
  await see(sam.page, hub.mine('Noor'));
  await passTime(both, 14 * dayMs);
  await see(sam.page, hub.rests);
});

test('alone: my side is written, changed and deleted; nothing waits for the other', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/rebuilding');
  await unfold(page, hub.setbacks);
  await see(page, setbacks[0]?.text ?? '');
  await follow(page, hub.begin);
  await passGate(page);
  await expect(page.getByRole('button', { name: /^Propose/ })).toHaveCount(0);
  await answer(page, rebuildingWords.roles.hurt);
  await press(page, begin.alone);
  await press(page, write.save);
  await see(page, rebuildingWords.refusals['rebuilding.refusal.no-words'] ?? '');
  await field(page, write.second.hurt).fill('No details.');
  await press(page, write.save);
  await see(page, side.mine);
  await expect(page.getByRole('button', { name: /^Share/ })).toHaveCount(0);
  await press(page, side.delete);
  await pressInDialog(page, side.delete);
  await expect(page.getByText('No details.')).toHaveCount(0);
});
