/** Hours for questions: agreed by both, with a soft end; and what I keep for the next one, for me alone. */
import { useSignal } from '@preact/signals';
import {
  agreedHours,
  dueToInstantMs,
  type HourMinutes,
  hourEndMs,
  hourMinutes,
  instantToWallDate,
  isWallDate,
  isWallTime,
  keptQuestions,
  livePath,
  offeredHour,
  type QuestionHour,
  type RebuildingCommand,
  type RebuildingPath,
  rebuilding,
  wallDatePlusDays,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, Field, Screen as Frame, Note, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { clockTime, relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';
import '../promises/promises.css';

const softMs = 5 * 60_000;

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const path = livePath(thingsOf(app.snapshot.value, rebuilding), app.moment.value.nowMs);
  return (
    <Frame title={m.hours.title} lead={m.hours.lead} back="/rebuilding">
      {path !== null && <Hours path={path} />}
      <Questions />
      {path !== null && <Offer path={path} />}
    </Frame>
  );
}

function Hours({ path }: { readonly path: RebuildingPath }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { nowMs, zone, locale } = app.moment.value;
  const { refused, run } = useCommand<RebuildingCommand>(m.refusals);
  const things = thingsOf(app.snapshot.value, rebuilding);
  const coming = agreedHours(things, path).filter((hour) => nowMs < hourEndMs(hour));
  const [theirs, mine] = [offeredHour(things, path, 'partner', nowMs), offeredHour(things, path, 'me', nowMs)];
  const isLeaving = ({ id }: QuestionHour): boolean => app.snapshot.value.windows.some(({ thing }) => thing === id);
  const at = ({ startMs, minutes }: QuestionHour): string =>
    m.hours.at(relativeDay(startMs, nowMs, zone, locale), clockTime(startMs, zone, locale), minutes);
  const give = (type: 'agree-hour' | 'set-aside' | 'end', thing: string): void =>
    void run({ practice: 'rebuilding', type, thing });
  const letGo = (hour: QuestionHour) =>
    isLeaving(hour) ? (
      <p class="note">{m.hours.leaving}</p>
    ) : (
      <div>
        <Button kind="quiet" isSmall icon="undo" onPress={() => give('end', hour.id)}>
          {m.hours.letGo}
        </Button>
      </div>
    );
  return (
    <>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {coming.map((hour) =>
        hour.startMs <= nowMs ? (
          <Card key={hour.id} title={m.hours.now} icon="talk">
            <p>{m.hours.nowText(clockTime(hourEndMs(hour), zone, locale))}</p>
            {hourEndMs(hour) - nowMs <= softMs && <p>{m.hours.soft}</p>}
            {letGo(hour)}
          </Card>
        ) : (
          <Card key={hour.id} title={m.hours.agreed} icon="check">
            <p>{at(hour)}</p>
            {letGo(hour)}
          </Card>
        ),
      )}
      {theirs !== null && (
        <Card title={m.hours.toMe(name)} icon="question">
          <p>{at(theirs)}</p>
          <div class="row">
            <Button isSmall onPress={() => give('agree-hour', theirs.id)}>
              {m.hours.yes}
            </Button>
            <Button kind="quiet" isSmall onPress={() => give('set-aside', theirs.id)}>
              {m.hours.leave}
            </Button>
          </div>
          <p class="note">{m.open.noReason(name)}</p>
        </Card>
      )}
      {mine !== null && (
        <Card title={at(mine)} icon="send">
          <p>{m.hours.byMe(name)}</p>
          {letGo(mine)}
        </Card>
      )}
    </>
  );
}

function Questions() {
  const m = useMessages(en);
  const { refused, run, clear } = useCommand<RebuildingCommand>(m.refusals);
  const words = useSignal('');
  const kept = keptQuestions(thingsOf(useApp().snapshot.value, rebuilding));
  const keep = async (): Promise<void> => {
    const things = await run({ practice: 'rebuilding', type: 'keep-question', words: words.value });
    if (things !== null) words.value = '';
  };
  return (
    <Card title={m.hours.questions} icon="lock">
      <p>{m.hours.questionsText}</p>
      {kept.map(({ id, words: said }) => (
        <div key={id} class="stack-tight">
          <p class="voice-small" dir="auto">
            {said}
          </p>
          <div>
            <Button
              kind="quiet"
              isSmall
              onPress={() => void run({ practice: 'rebuilding', type: 'forget', thing: id })}
            >
              {m.hours.done}
            </Button>
          </div>
        </div>
      ))}
      <Field
        label={m.hours.question}
        error={refused?.sentence ?? null}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
      <div>
        <Button kind="quiet" isSmall onPress={() => void keep()}>
          {m.hours.keepIt}
        </Button>
      </div>
    </Card>
  );
}

function Offer({ path }: { readonly path: RebuildingPath }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<RebuildingCommand>(m.refusals);
  const { nowMs, zone } = app.moment.peek();
  const isAsked = offeredHour(thingsOf(app.snapshot.value, rebuilding), path, 'partner', nowMs) !== null;
  const today = instantToWallDate(nowMs, zone);
  const date = useSignal(wallDatePlusDays(today, 1));
  const time = useSignal('19:00');
  const minutes = useSignal<HourMinutes>(30);
  const isWhole = isWallDate(date.value) && isWallTime(time.value);
  const offer = (): void => {
    const startMs = dueToInstantMs(date.value, time.value, app.moment.peek().zone);
    void run({ practice: 'rebuilding', type: 'offer-hour', startMs, minutes: minutes.value });
  };
  return (
    <section class="stack">
      <h2>{m.hours.newTitle}</h2>
      <div class="promise-when">
        <Field
          label={m.hours.date}
          type="date"
          min={today}
          value={date.value}
          onInput={(text) => {
            clear();
            date.value = text;
          }}
        />
        <Field
          label={m.hours.time}
          type="time"
          value={time.value}
          onInput={(text) => {
            clear();
            time.value = text.slice(0, 5);
          }}
        />
      </div>
      <Choice
        label={m.hours.minutes}
        value={String(minutes.value)}
        options={hourMinutes.map((count) => ({ value: String(count), label: m.hours.minutesOf(count) }))}
        onChange={(value) => {
          minutes.value = hourMinutes.find((count) => String(count) === value) ?? minutes.value;
        }}
      />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        <Button kind={isAsked ? 'quiet' : 'main'} isDisabled={!isWhole} onPress={offer}>
          {m.hours.offer(name)}
        </Button>
      </div>
    </section>
  );
}
