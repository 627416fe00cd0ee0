/** A way through openings: alone, then with two. It passes every state that looks different. */
import { passTime } from './journey.ts';
import { agreeOn, openingWords, writeOpening } from './pages/openings.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { daysBefore, type Travel, windowMs } from './travel.ts';

const { list, detail, card, turn, aloud } = openingWords;

export async function tourOpenings({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await noor.open('/openings');
  await seeTitle(noor.page, list.title);
  await look('openings-alone', noor.page);
  await follow(noor.page, aloud.title);
  await see(noor.page, aloud.light);
  await look('openings-aloud-alone', noor.page);
  await noor.open('/openings');
  await writeOpening(noor.page, 'I hum when I cook.');
  await look('opening-mine', noor.page);
  await pair(noor, sam);
  for (const { page, open } of both) {
    await open('/openings');
    await see(page, list.agreeTitle);
    if (page === noor.page) await look('openings', page);
    await agreeOn(page, 'Deep');
    await sendNow(page);
    await passTime(both, windowMs);
    if (page === noor.page) await look('openings-sealed', page);
  }
  await see(noor.page, list.agreed('Deep'));
  await look('openings-agreed', noor.page);
  await follow(noor.page, aloud.title);
  await press(noor.page, 'Deep');
  await look('openings-aloud', noor.page);
  await press(noor.page, aloud.begin);
  await see(noor.page, aloud.forFirst);
  await look('openings-aloud-turn', noor.page);
  await press(noor.page, aloud.enough);
  await see(noor.page, aloud.endLead);
  await look('openings-aloud-end', noor.page);
  await press(noor.page, aloud.done);
  await writeOpening(noor.page, 'I like the quiet.');
  await press(noor.page, detail.share('Sam'));
  await sendNow(noor.page);
  await passTime(both, windowMs);
  await look('opening-ours', noor.page);
  await noor.open('/openings');
  await see(noor.page, turn.theirs('Sam'));
  await look('openings-turn', noor.page);
  await writeOpening(noor.page, 'I count the stairs.');
  await see(noor.page, turn.theirs('Sam'));
  await look('opening-second', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.today.shared('Noor'));
  await look('today-opening', sam.page);
  await follow(sam.page, card.today.look);
  await see(sam.page, detail.receive);
  await look('opening-closed', sam.page);
  await press(sam.page, detail.open);
  await see(sam.page, detail.warmNote);
  await look('opening-theirs', sam.page);
}
