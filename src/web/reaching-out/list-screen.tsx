/** What each of the two would like: what waits just now, what is only mine, and what was before. Nothing is counted. */
import { useSignal } from '@preact/signals';
import { coreLimits, isWishWaiting, lastWordAtMs, reachingOut, type Wish, wishesNewestFirst } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, hasPartner, Rows, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { WishRow } from './wish-view.tsx';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const { nowMs } = app.moment.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = wishesNewestFirst(thingsOf(snapshot, reachingOut));
  const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
  const isNow = (wish: Wish): boolean =>
    leaving.has(wish.id) || (!wish.isSetAside && isWishWaiting(wish, nowMs)) || isAnsweredToday(wish, nowMs);
  const now = all.filter(isNow);
  const own = all.filter((wish) => wish.standing === 'mine' && !leaving.has(wish.id));
  const past = all.filter((wish) => wish.standing !== 'mine' && !isNow(wish) && isInSight(wish, nowMs));
  const sections = [
    { title: m.waiting, wishes: now },
    { title: m.own, wishes: own },
    { title: m.past, wishes: past },
  ].filter(({ wishes }) => wishes.length > 0);
  const longest = Math.max(0, ...sections.map(({ wishes }) => wishes.length));
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/reaching-out/new">{m.start}</Button>
      </div>
      {sections.length === 0 && (
        <EmptyState title={m.emptyTitle}>{hasPartner(snapshot) ? m.emptyTwo(name) : m.emptyAlone}</EmptyState>
      )}
      {sections.map(({ title, wishes }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {wishes.slice(0, shownCount.value).map((wish) => (
                <WishRow key={wish.id} wish={wish} />
              ))}
            </Rows>
          </Card>
        </section>
      ))}
      {longest > shownCount.value && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.older}
        </Button>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

const dayMs = 24 * 3_600_000;

const isAnsweredToday = (wish: Wish, nowMs: number): boolean =>
  wish.standing === 'ours' && wish.answer !== null && nowMs - lastWordAtMs(wish) < dayMs;

/** What was between the two goes out of sight after a while: no ledger of who asked and who could not. */
const isInSight = (wish: Wish, nowMs: number): boolean => nowMs - lastWordAtMs(wish) < coreLimits.otherClosedMsMax;
