/** Ways through the pause and along the path of six steps: every state that looks different, alone and with two. */
import { en as pauseCard } from '../src/web/pause/card-messages.ts';
import { en as pause } from '../src/web/pause/messages.ts';
import { en as pathCard } from '../src/web/programme/card-messages.ts';
import { en as path } from '../src/web/programme/messages.ts';
import { clockTime } from '../src/web/shell/time.ts';
import { dayMs, expect, hourMs, minuteMs, type Person, passTime, secondMs } from './journey.ts';
import { pair } from './pages/pairing.ts';
import { choose, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { evening, type Travel } from './travel.ts';

// ------------------------------------------------------------------------------------------------ pause

const breathMs = 6 * secondMs;

export async function tourPauseAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/pause/new');
  await seeTitle(page, pause.breath.title);
  // It goes by itself after five seconds; whoever looks for longer sees what comes next.
  await look('pause-breath', page);
  await passTime([noor], breathMs);
  await seeTitle(page, pause.choice.title);
  await look('pause-choice', page);
  await press(page, pause.choice.longer);
  await press(page, pause.length.own);
  await look('pause-length-alone', page);
  const inTwoMinutes = (await page.evaluate(() => Date.now())) + 2 * minuteMs;
  await page.locator('input[type=time]').fill(clockTime(inTwoMinutes, 'Europe/London', 'en-GB').padStart(5, '0'));
  await press(page, pause.length.begin);
  await expect(page.getByRole('alert')).toBeVisible();
  await look('pause-length-refused', page);
  await press(page, pause.length.minutes(20));
  await press(page, pause.length.begin);
  await see(page, pause.running.mine);
  await look('pause-mine', page);
  await noor.open('/pause/new');
  await passTime([noor], breathMs);
  await see(page, pause.choice.toBreak);
  await look('pause-goes-on', page);
  await follow(page, pause.choice.toBreak);
  await passTime([noor], 21 * minuteMs);
  await seeTitle(page, pause.due.title);
  await look('pause-due', page);
  await press(page, pause.running.back);
  await seeTitle(page, pause.wayBack.title);
  await look('pause-way-back', page);
  await noor.open('/pause/gone');
  await seeTitle(page, pause.missing);
  await look('pause-missing', page);
}

export async function tourPause({ person, look }: Travel): Promise<void> {
  // By the server's clock, which is real; and ten minutes ahead of it, which each screen with a time then says.
  const [noor, sam] = [await person('Noor', new Date()), await person('Sam', new Date(Date.now() + 10 * minuteMs))];
  const both = [noor, sam];
  await pair(noor, sam);
  await beginBreak(noor, () => look('pause-length', noor.page));
  await look('pause-shared', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, pauseCard.today.untilAction);
  await look('today-pause', sam.page);
  await goTo(sam.page, 'us');
  await see(sam.page, pauseCard.listCard.title);
  await look('us-pause', sam.page);
  await goTo(sam.page, 'today');
  await follow(sam.page, pauseCard.today.untilAction);
  await seeTitle(sam.page, /You two go on/);
  await look('pause-of-other', sam.page);
  await press(noor.page, pause.running.longer);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('pause-longer', noor.page);
  await press(noor.page, pause.extend.save('Sam'));
  await see(noor.page, pause.running.wasLonger);
  await look('pause-was-longer', noor.page);
  await press(noor.page, pause.running.back);
  await seeTitle(sam.page, pause.ready.title('Noor'));
  await look('pause-other-is-ready', sam.page);
  await press(sam.page, pause.ready.back);
  await sam.open();

  await beginBreak(noor);
  await noor.open();
  await passTime(both, 3 * hourMs);
  await see(noor.page, pauseCard.today.due);
  await look('today-pause-due', noor.page);
  await follow(noor.page, pauseCard.today.dueAction);
  await press(noor.page, pause.running.back);
  await see(noor.page, pause.wayBack.late);
  await look('pause-way-back-late', noor.page);
  await sam.open();
  await see(sam.page, pauseCard.today.dueAction);
  await follow(sam.page, pauseCard.today.dueAction);
  await press(sam.page, pause.ready.back);

  await beginBreak(noor);
  await press(noor.page, pause.running.leave);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('pause-leave', noor.page);
  await noor.page.getByRole('dialog').getByRole('button', { name: pause.leave.save }).click();
  await seeTitle(noor.page, pause.left.title);
  await look('pause-left', noor.page);
  await sam.open();
  await see(sam.page, pauseCard.today.left('Noor'));
  await look('today-pause-left', sam.page);
  await follow(sam.page, pauseCard.today.leftAction);
  await see(sam.page, pause.left.byThem('Noor'));
  await look('pause-left-by-other', sam.page);
}

async function beginBreak(who: Person, lookAtLength: () => Promise<void> = async () => {}): Promise<void> {
  await who.open('/pause/new');
  await seeTitle(who.page, pause.breath.title);
  await passTime([who], breathMs);
  await press(who.page, pause.choice.longer);
  await seeTitle(who.page, pause.length.title);
  await lookAtLength();
  await press(who.page, pause.length.begin);
  await seeTitle(who.page, /You two go on/);
}

// ------------------------------------------------------------------------------------------------ the path

/** Monday, so that a week has its evenings and its weekend. */
const monday = new Date('2026-11-16T18:00:00Z');
const { stages } = pathCard;

export async function tourPath({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', monday);
  const { page } = noor;
  await noor.open('/programme');
  await seeTitle(page, path.intro.title);
  await look('path-intro', page);
  await noor.open('/programme/step/tolerate');
  await seeTitle(page, stages.tolerate);
  await look('path-step-unbegun', page);
  await noor.open('/programme/begin');
  await seeTitle(page, path.begin.title);
  await look('path-begin', page);
  await press(page, path.begin.start);
  await seeTitle(page, stages.aware);
  await see(page, pathCard.lot.why);
  await look('path', page);
  for (const more of [pathCard.lot.why, path.home.hardWeek, path.home.notice]) await page.getByText(more).click();
  await look('path-more', page);
  await press(page, path.home.next);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('path-go-on', page);
  await page.getByRole('dialog').getByRole('button', { name: path.goOn.stay }).click();
  await noor.open('/programme/step/turn-toward');
  await see(page, path.step.goOn);
  await look('path-step-next', page);
  await noor.open('/programme/step/seventh');
  await seeTitle(page, path.step.missing);
  await look('path-step-missing', page);
  await noor.open();
  await see(page, pathCard.today.step(stages.aware));
  await look('today-path', page);
  await press(page, pathCard.today.notToday);

  await noor.open('/programme/rest');
  await seeTitle(page, path.rest.restTitle);
  await look('path-rest', page);
  await press(page, path.rest.restSave);
  await see(page, path.paused.resting);
  await look('path-resting', page);
  await press(page, path.paused.back);
  await noor.open('/programme/away');
  await page.locator('input[type=date]').fill('2026-11-01');
  await press(page, path.rest.awaySave);
  await expect(page.getByRole('alert')).toBeVisible();
  await look('path-away-refused', page);
  await press(page, path.rest.week);
  await press(page, path.rest.awaySave);
  await see(page, path.paused.back);
  await passTime([noor], 9 * dayMs);
  await noor.open();
  await see(page, pathCard.today.welcome);
  await look('today-welcome', page);
  await noor.open('/programme');
  await see(page, path.home.welcome);
  await look('path-welcome', page);
  for (let step = 0; step < 6; step++) {
    await press(page, path.home.next);
    await page.getByRole('dialog').getByRole('button', { name: path.goOn.go }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await seeTitle(page, stages.rhythm);
  await look('path-rhythm', page);
  await press(page, path.end.open);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('path-put-away', page);
}

export async function tourPathOfTwo({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', monday), await person('Sam', monday)];
  await pair(noor, sam);
  await noor.open('/programme/begin');
  await seeTitle(noor.page, path.begin.title);
  await look('path-begin-two', noor.page);
  await choose(noor.page, path.begin.together);
  await press(noor.page, path.begin.start);
  await see(noor.page, path.share.mine);
  await see(noor.page, pathCard.lot.why);
  await look('path-two', noor.page);
  await press(noor.page, path.share.tell('Sam'));
  await see(noor.page, path.share.leaving('Sam'));
  await sendNow(noor.page);
  await see(noor.page, path.share.shown('Sam', stages.aware));
  await look('path-told', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, pathCard.isAt('Noor', stages.aware));
  await look('today-path-of-other', sam.page);
  await goTo(sam.page, 'us');
  await see(sam.page, pathCard.isAt('Noor', stages.aware));
  await look('us-path', sam.page);
  await sam.open('/programme');
  await see(sam.page, path.share.walk);
  await look('path-intro-of-other', sam.page);
  await sam.open('/programme/begin');
  await choose(sam.page, path.begin.alone);
  await press(sam.page, path.begin.start);
  await press(sam.page, path.home.next);
  await sam.page.getByRole('dialog').getByRole('button', { name: path.goOn.go }).click();
  await press(sam.page, path.share.walk);
  await expect(sam.page.getByRole('dialog')).toBeVisible();
  await look('path-walk-together', sam.page);
  await sam.page.getByRole('dialog').getByRole('button', { name: path.share.walkStay }).click();
  await press(noor.page, path.share.takeBack);
  await see(sam.page, path.share.theirsGone('Noor'));
  await look('path-taken-back-of-other', sam.page);
}
