/** A way through openings: alone, then with two. It passes every state that looks different. */
import { passTime } from './journey.ts';
import { agreeOn, openingWords, writeOpening } from './pages/openings.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { daysBefore, type Travel, windowMs } from './travel.ts';

const { list, detail, card } = openingWords;

export async function tourOpenings({ person, look }: Travel): Promise<void> {
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await noor.open('/openings');
  await seeTitle(noor.page, list.title);
  await look('openings-alone', noor.page);
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
  await writeOpening(noor.page, 'I like the quiet.');
  await press(noor.page, detail.share('Sam'));
  await sendNow(noor.page);
  await passTime(both, windowMs);
  await look('opening-ours', noor.page);
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
