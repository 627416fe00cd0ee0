/** One side: mine to keep, share or take back; or what the other shares, while the path goes on. */
import { useSignal } from '@preact/signals';
import { firstExcuse, livePath, type RebuildingCommand, type RebuildingSide, rebuilding, theirSides } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, Sheet, toneOf, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { excuses } from './rebuilding-content.ts';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const things = thingsOf(app.snapshot.value, rebuilding);
  const path = livePath(things, app.moment.value.nowMs);
  const found = things.get(params.thing ?? '');
  const isShown =
    found?.type === 'side' &&
    (found.author === 'me' || (path !== null && theirSides(things, path).some(({ id }) => id === found.id)));
  if (found?.type !== 'side' || !isShown || found.words === null)
    return (
      <Frame title={m.hub.title} back="/rebuilding">
        <EmptyState title={m.side.missing}>{m.side.missingText}</EmptyState>
      </Frame>
    );
  const { words } = found;
  const isMine = found.author === 'me';
  return (
    <Frame title={isMine ? m.side.titleMine[words.role] : m.side.titleTheirs(name)} back="/rebuilding">
      <section class={`bubble ${toneOf(app, found.author)}`} data-is-mine={isMine || undefined}>
        <div class="stack">
          {(['first', 'second'] as const)
            .filter((field) => words[field] !== '')
            .map((field) => (
              <div key={field} class="stack-tight">
                <h2>{m.write[field][words.role]}</h2>
                <p class="voice-small said" dir="auto">
                  {words[field]}
                </p>
              </div>
            ))}
        </div>
      </section>
      {isMine ? (
        <Own side={found} canShare={path?.myRole === words.role} />
      ) : (
        <p class="soft">{words.role === 'broke' ? m.side.receiveHurt : m.side.receiveBroke}</p>
      )}
    </Frame>
  );
}

function Own({ side, canShare }: { readonly side: RebuildingSide; readonly canShare: boolean }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<RebuildingCommand>(m.refusals);
  const isDeleting = useSignal(false);
  const { id: thing, standing, words } = side;
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  const excuse = words?.role === 'broke' ? firstExcuse(`${words.first} ${words.second}`, excuses.match) : null;
  const act = async (type: 'share' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'rebuilding', type, thing });
    isDeleting.value = false;
    if (things !== null && type === 'forget') app.back('/rebuilding');
  };
  const standingWords = isLeaving
    ? m.side.leaving(name)
    : { mine: m.side.mine, ours: m.side.ours(name), withdrawn: m.side.taken }[standing];
  return (
    <>
      <Note icon={isLeaving ? 'send' : standing === 'ours' ? 'ours' : 'lock'}>
        <p>{standingWords}</p>
      </Note>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {standing === 'mine' && !isLeaving && canShare && (
        <>
          {excuse !== null && (
            <Note icon="edit">
              <p>
                {excuses.hint} “{excuse}”. {m.write.excuse}
              </p>
            </Note>
          )}
          <div class="buttons">
            <Button onPress={() => void act('share')}>{m.side.share(name)}</Button>
          </div>
        </>
      )}
      {!isLeaving && (
        <div class="row">
          {standing === 'mine' && (
            <Button kind="quiet" isSmall icon="edit" href={`/rebuilding/side/${thing}/edit`}>
              {m.side.edit}
            </Button>
          )}
          {standing === 'ours' ? (
            <Button kind="quiet" isSmall icon="undo" onPress={() => void act('withdraw')}>
              {m.side.withdraw}
            </Button>
          ) : (
            <Button kind="danger" isSmall onPress={() => (isDeleting.value = true)}>
              {m.side.delete}
            </Button>
          )}
        </div>
      )}
      <Sheet isOpen={isDeleting.value} onClose={() => (isDeleting.value = false)} title={m.side.deleteTitle}>
        <p>{m.side.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act('forget')}>
            {m.side.delete}
          </Button>
          <Button kind="quiet" onPress={() => (isDeleting.value = false)}>
            {m.side.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
