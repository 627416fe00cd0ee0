/** A way through being quiet, leaving, and what stays after it. */
import { en } from '../src/web/messages/en.ts';
import { passTime } from './journey.ts';
import { writeCheckIn } from './pages/check-in.ts';
import { keepingWords } from './pages/keeping.ts';
import { leavingWords as words } from './pages/leaving.ts';
import { copyLink, pair, pairingWords, sayTheSame } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, type Travel, windowMs } from './travel.ts';

/** Coming back with the partner's help, as both see it. */
export async function tourComeBack({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(2));
  const sam = await person('Sam', daysBefore(2));
  const anew = await person('Sam, anew', daysBefore(2));
  await pair(noor, sam);
  await anew.open('/restore');
  await look('restore-ways', anew.page);
  await anew.page.getByRole('button').filter({ hasText: keepingWords.restore.partner.label }).click();
  await look('restore-partner', anew.page);
  await goTo(noor.page, 'us');
  await look('us-back', noor.page);
  await follow(noor.page, new RegExp(words.back('Sam')));
  await seeTitle(noor.page, pairingWords.back.title('Sam'));
  await look('bring-back', noor.page);
  await press(noor.page, pairingWords.partner.make);
  const link = await copyLink(noor.page, pairingWords.partner.copy);
  await anew.page.goto(link);
  await field(anew.page, pairingWords.join.nameQuestion).fill('Sam');
  await choose(anew.page, pairingWords.join.back);
  await look('join-back', anew.page);
  await press(anew.page, pairingWords.join.join);
  await sayTheSame(noor, anew);
  await seeTitle(anew.page, pairingWords.outcomes.returned.title('Noor'));
  await look('returned', anew.page);
}

export async function tourLeaving({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(3));
  const sam = await person('Sam', daysBefore(3));
  const { page } = noor;
  await pair(noor, sam);
  for (const one of [noor, sam]) {
    await one.open('/check-in/new');
    await writeCheckIn(one.page, { feelings: ['calm', 'tired'], note: 'A long day, and soup.', standing: 'ours' });
  }
  await passTime([noor, sam], windowMs);
  await goTo(page, 'us');
  await follow(page, new RegExp(words.row));
  await seeTitle(page, words.title);
  await look('leave', page);
  await press(page, words.quiet.begin);
  await see(page, words.quiet.is);
  await look('leave-quiet', page);
  await goTo(page, 'us');
  await look('us-quiet', page);
  await follow(page, new RegExp(words.row));
  await press(page, words.leave.go);
  await look('leave-sure', page);
  await press(page, words.sure.now);
  await seeTitle(page, words.left);
  await look('leave-left', page);
  await follow(page, words.goOn);
  await seeTitle(page, en.us.aloneTitle);
  await look('us-left', page);
  await goTo(page, 'me');
  await look('me-left', page);
  await follow(page, new RegExp(words.kept.title('Sam')));
  await see(page, 'A long day, and soup.');
  await look('kept', page);
  await press(page, words.kept.delete);
  await look('kept-delete', page);
}
