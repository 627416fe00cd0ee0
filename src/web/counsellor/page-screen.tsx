/** One page: how it stands between the two, in words that are the same for every reason; and my own page beside it. */
import { useSignal } from '@preact/signals';
import { type CounsellorCommand, type CounsellorPage, counsellor, liveConsents, pageStanding } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, Note, Sheet } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { useDay } from './shared-words.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const found = thingsOf(useApp().snapshot.value, counsellor).get(params.thing ?? '');
  if (found?.type === 'page' && !found.isForgotten) return <Page key={found.id} page={found} />;
  return (
    <Frame title={m.list.title} back="/counsellor">
      <EmptyState title={m.page.missing}>{m.page.missingText}</EmptyState>
    </Frame>
  );
}

function Page({ page }: { readonly page: CounsellorPage }) {
  const m = useMessages(en);
  const app = useApp();
  const day = useDay();
  const { refused, run } = useCommand<CounsellorCommand>(m.refusals);
  const asks = useSignal<'withdraw' | 'forget' | null>(null);
  const standing = pageStanding(thingsOf(app.snapshot.value, counsellor), page.id, app.moment.value.nowMs);
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'counsellor', type, thing: page.id });
    close();
    if (things !== null && type === 'forget') app.back('/counsellor');
  };
  const own = (
    <>
      <Card title={m.page.mine} icon="lock">
        <p>{m.page.mineText}</p>
        <div class="row">
          <Button kind={page.isShared ? 'quiet' : 'main'} isSmall href={`/counsellor/${page.id}/mine`}>
            {m.page.mineOpen}
          </Button>
        </div>
      </Card>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="row">
        <Button kind="danger" isSmall onPress={() => (asks.value = 'forget')}>
          {m.page.delete}
        </Button>
      </div>
    </>
  );
  return (
    <Frame title={m.page.title(day.ofDate(page.day))} back="/counsellor" {...(page.isShared ? { aside: own } : {})}>
      {page.isShared && <OfBoth page={page} onWithdraw={() => (asks.value = 'withdraw')} />}
      {!page.isShared && own}
      <Sheet
        isOpen={asks.value !== null}
        onClose={close}
        title={asks.value === 'withdraw' ? m.page.withdrawTitle : m.page.deleteTitle}
      >
        <p>
          {asks.value === 'forget'
            ? m.page.deleteText
            : standing === 'sealed'
              ? m.page.withdrawSealed
              : m.page.withdrawText}
        </p>
        <div class="buttons">
          {asks.value === 'withdraw' ? (
            <Button onPress={() => void act('withdraw')}>{m.page.withdraw}</Button>
          ) : (
            <Button kind="danger" onPress={() => void act('forget')}>
              {m.page.delete}
            </Button>
          )}
          <Button kind="quiet" onPress={close}>
            {m.page.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}

function OfBoth({ page, onWithdraw }: { readonly page: CounsellorPage; readonly onWithdraw: () => void }) {
  const m = useMessages(en).page;
  const app = useApp();
  const { nowMs } = app.moment.value;
  const things = thingsOf(app.snapshot.value, counsellor);
  const standing = pageStanding(things, page.id, nowMs);
  const isLeaving = app.snapshot.value.windows.some(
    ({ practice, thing }) => practice === 'counsellor' && !things.has(thing),
  );
  const words = isLeaving && standing === 'choosing' ? m.sealing : m[standing];
  return (
    <Card title={m.together} icon="ours">
      <p>{words}</p>
      {standing === 'choosing' && !isLeaving && <p class="note">{m.free}</p>}
      <div class="row">
        {standing === 'choosing' && !isLeaving && (
          <Button isSmall href={`/counsellor/${page.id}/choose`}>
            {m.choose}
          </Button>
        )}
        {standing === 'open' && (
          <Button isSmall href={`/counsellor/${page.id}/print`}>
            {m.look}
          </Button>
        )}
        {liveConsents(things, page.id, nowMs).length > 0 && standing !== 'ended' && (
          <Button kind="quiet" isSmall icon="undo" onPress={onWithdraw}>
            {m.withdraw}
          </Button>
        )}
      </div>
    </Card>
  );
}
