/**
 * One protected time. Its owner shares it, shares a change, or takes it back; the other one cheers with one tap, or
 * leaves it, which sends nothing.
 */
import { isTimeChanged, type OwnLifeCommand, ownLife, type ProtectedTime, type TimeWords, wordsOfTime } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Bubble,
  Button,
  Chip,
  Chips,
  EmptyState,
  Screen as Frame,
  hasPartner,
  Note,
  toneOf,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import { cheers, cheerText } from './own-life-content.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en).time;
  const name = useName('partner');
  const time = thingsOf(useApp().snapshot.value, ownLife).get(params.thing ?? '');
  if (time === undefined || time.type !== 'time')
    return (
      <Frame title={m.title} back="/own-life">
        <EmptyState title={m.missing}>{m.missingText}</EmptyState>
      </Frame>
    );
  const isMine = time.owner === 'me';
  return (
    <Frame title={isMine ? m.title : m.titleTheirs(name)} back="/own-life">
      <Words words={wordsOfTime(time)} />
      {isMine ? <OfMine key={time.id} time={time} /> : <OfOther key={time.id} time={time} />}
    </Frame>
  );
}

function Words({ words }: { readonly words: TimeWords | null }) {
  const m = useMessages(cardEn);
  return (
    words !== null && (
      <p class="voice" dir="auto">
        {m.time(m.when(words.days, words.part), words.words)}
      </p>
    )
  );
}

function OfMine({ time }: { readonly time: ProtectedTime }) {
  const m = useMessages(en);
  const card = useMessages(cardEn);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<OwnLifeCommand>(m.refusals);
  const { id: thing, own, shared, standing, cheer } = time;
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  const isChanged = isTimeChanged(time);
  const canShare = own !== null && (standing !== 'ours' || isChanged) && hasPartner(app.snapshot.value);
  const act = async (type: 'share' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'own-life', type, thing });
    if (things !== null && type === 'forget') app.back('/own-life');
  };
  return (
    <>
      {cheer !== null && (
        <Bubble who={m.time.cheered(name)} tone={toneOf(app, 'partner')}>
          {cheerText(cheer.word) ?? m.time.cheeredOther}
        </Bubble>
      )}
      {isLeaving ? (
        <Note icon="send" tone="ours">
          <p>{m.time.leaving(name)}</p>
        </Note>
      ) : standing === 'ours' ? (
        <Note icon="ours" tone="ours">
          <p>
            {isChanged && shared !== null
              ? m.time.changed(name, card.time(card.when(shared.days, shared.part), shared.words))
              : m.time.ours(name)}
          </p>
        </Note>
      ) : (
        <Note icon={standing === 'mine' ? 'lock' : 'undo'}>
          <p>{standing === 'mine' ? m.time.mine : m.time.taken}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && canShare && (
        <div class="buttons">
          <Button onPress={() => void act('share')}>{isChanged ? m.time.shareChange(name) : m.time.share(name)}</Button>
        </div>
      )}
      {!isLeaving && (
        <div class="row">
          {own !== null && (
            <Button kind="quiet" isSmall icon="edit" href={`/own-life/time/${thing}/edit`}>
              {m.time.edit}
            </Button>
          )}
          {standing === 'ours' ? (
            <Button kind="quiet" isSmall icon="undo" onPress={() => void act('withdraw')}>
              {m.time.withdraw}
            </Button>
          ) : (
            own !== null && (
              <Button kind="danger" isSmall onPress={() => void act('forget')}>
                {m.time.delete}
              </Button>
            )
          )}
        </div>
      )}
    </>
  );
}

function OfOther({ time }: { readonly time: ProtectedTime }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<OwnLifeCommand>(m.refusals);
  const { id: thing, cheer } = time;
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  if (time.shared === null)
    return (
      <Note icon="undo">
        <p>{m.time.takenTheirs(name)}</p>
      </Note>
    );
  return (
    <>
      {cheer !== null && (
        <Bubble who={m.time.youCheered} tone={toneOf(app, 'me')} isMine>
          {cheerText(cheer.word) ?? m.time.cheeredOther}
        </Bubble>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.time.leaving(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && (
        <section class="stack">
          <h2>{m.time.cheerTitle}</h2>
          <Chips label={m.time.cheerTitle}>
            {cheers.map(({ id, text }) => (
              <Chip
                key={id}
                isOn={cheer?.word === id}
                onToggle={() => void run({ practice: 'own-life', type: 'cheer', thing, word: id })}
              >
                {text}
              </Chip>
            ))}
          </Chips>
          <p class="note">{m.time.cheerNote(name)}</p>
        </section>
      )}
    </>
  );
}
