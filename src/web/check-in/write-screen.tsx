/**
 * Writing a check-in, or saying an old one in other words: feelings, then how much and what I need, then who may read
 * it. Nothing is kept until the last press; Cancel leaves no trace.
 */
import { useSignal } from '@preact/signals';
import {
  type CheckIn,
  type CheckInCommand,
  checkIn,
  type FeelingNamed,
  type Need,
  needs,
  type Strength,
  strengths,
} from '#core';
import { limits } from '#kernel';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Chip,
  Chips,
  Field,
  hasPartner,
  More,
  Note,
  Range,
  Steps,
  useName,
  type Visibility,
  VisibilityChoice,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { needWords, strengthWords } from './check-in-content.ts';
import { feelingsContent } from './feelings-content.ts';
import { FeelingsField } from './feelings-field.tsx';
import { wallTimeToPastMs } from './felt-at.ts';
import { en } from './messages.ts';
import { useCommand } from './use-command.ts';
import './feelings.css';
import './check-in.css';

const middleStrength = strengths[2] ?? 3;

export function Screen({ params, query }: ScreenProps) {
  const app = useApp();
  const thing = params.thing;
  const old = thing === undefined ? null : (thingsOf(app.snapshot.value, checkIn).get(thing) ?? null);
  return <Writing key={thing ?? 'new'} old={old} isSealing={query.has('sealed')} />;
}

function Writing({ old, isSealing }: { readonly old: CheckIn | null; readonly isSealing: boolean }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<CheckInCommand>(m.refusals);
  const step = useSignal(0);
  const feelings = useSignal<readonly FeelingNamed[]>(old?.words?.feelings ?? []);
  const strength = useSignal<Strength>(old?.words?.strength ?? middleStrength);
  const wanted = useSignal<readonly Need[]>(old?.words?.needs ?? []);
  const note = useSignal(old?.words?.note ?? '');
  const feltAt = useSignal('');
  const visibility = useSignal<Visibility>(isSealing ? 'sealed' : 'mine');

  const home = old === null ? '/check-in' : `/check-in/${old.id}`;
  const stepCount = old === null ? 3 : 2;
  const isTwo = hasPartner(app.snapshot.value);
  const typed = () => ({ feelings: feelings.value, strength: strength.value, needs: wanted.value, note: note.value });

  const save = async (): Promise<void> => {
    const things =
      old === null
        ? await run({
            practice: 'check-in',
            type: 'write',
            visibility: visibility.value === 'later' ? 'for-now' : visibility.value,
            feltAtMs: wallTimeToPastMs(feltAt.value, app.moment.peek().nowMs, app.moment.peek().zone),
            ...typed(),
          })
        : await run({ practice: 'check-in', type: 'rewrite', thing: old.id, ...typed() });
    const written = things?.[0];
    if (things !== null) app.navigate(written === undefined ? home : `/check-in/${written}`, { isReplacing: true });
  };

  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  const frame = {
    place: m.place,
    step: step.value + 1,
    stepCount,
    closeWord: 'cancel' as const,
    onClose: () => app.back(home),
    ...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {}),
  };
  const news = refused && (
    <Note isNews icon="info">
      <p>{refused.sentence}</p>
    </Note>
  );

  if (step.value === 0) {
    return (
      <Steps
        {...frame}
        title={old === null ? m.write.feelings : m.write.edit}
        action={
          <Button isDisabled={feelings.value.length === 0} onPress={() => go(1)}>
            {m.write.continue}
          </Button>
        }
      >
        <FeelingsField
          content={feelingsContent}
          words={m.field}
          chosen={feelings.value}
          countMax={limits.feelingsPerCheckInMax}
          onChange={(chosen) => {
            feelings.value = chosen;
          }}
        />
      </Steps>
    );
  }

  if (step.value === 1) {
    return (
      <Steps
        {...frame}
        title={m.write.more}
        action={
          <>
            {old !== null && news}
            {old === null ? (
              <Button onPress={() => go(2)}>{m.write.continue}</Button>
            ) : (
              <Button onPress={save}>{m.write.saveEdit}</Button>
            )}
          </>
        }
      >
        <Range
          label={m.write.strength}
          words={strengthWords}
          value={strengths.indexOf(strength.value)}
          unsetWord=""
          onInput={(index) => {
            strength.value = strengths[index] ?? middleStrength;
          }}
        />
        <div class="stack">
          <h2>{m.write.needs}</h2>
          <Chips label={m.write.needs}>
            {needs.map((need) => (
              <Chip
                key={need}
                isOn={wanted.value.includes(need)}
                description={needWords(need).definition}
                onToggle={(isOn) => {
                  wanted.value = toggledNeeds(wanted.value, need, isOn);
                }}
              >
                {needWords(need).word}
              </Chip>
            ))}
          </Chips>
          <p class="note" aria-live="polite">
            {wanted.value.length === 0
              ? m.write.needsHint
              : wanted.value.map((need) => needWords(need).definition).join(' ')}
          </p>
        </div>
        <Field
          label={m.write.note}
          hint={m.write.noteHint}
          isLong
          isVoice
          charsMax={limits.noteCharsMax}
          value={note.value}
          onInput={(text) => {
            note.value = text;
          }}
        />
        {old === null && (
          <More title={m.write.earlier}>
            <Field
              label={m.write.feltAt}
              hint={m.write.feltAtHint}
              type="time"
              value={feltAt.value}
              onInput={(time) => {
                feltAt.value = time.slice(0, 5);
              }}
            />
          </More>
        )}
        {old?.standing === 'ours' && <p class="note">{m.write.editShared(name)}</p>}
      </Steps>
    );
  }

  return (
    <Steps
      {...frame}
      title={m.write.visibilityTitle}
      lead={m.write.visibilityLead}
      action={
        <>
          {news}
          {visibility.value === 'ours' && <p class="note">{m.write.sharedNext(name)}</p>}
          <Button onPress={save}>
            {visibility.value === 'ours'
              ? m.write.saveOurs(name)
              : visibility.value === 'sealed'
                ? m.write.saveSealed
                : m.write.save}
          </Button>
        </>
      }
    >
      <VisibilityChoice
        value={visibility.value}
        allowed={['mine', 'later', 'sealed', 'ours']}
        label={m.write.visibility}
        onChange={(value) => {
          clear();
          visibility.value = value;
        }}
      />
      {!isTwo && (
        <More title={m.write.twoTitle}>
          <p class="soft">{m.write.twoSealed}</p>
          <p class="soft">{m.write.twoOurs}</p>
        </More>
      )}
    </Steps>
  );
}

/** "Nothing" stands alone: it takes the others away, and each other takes it away. */
function toggledNeeds(wanted: readonly Need[], need: Need, isOn: boolean): readonly Need[] {
  const others = wanted.filter((other) => other !== need);
  if (!isOn) return others;
  return need === 'nothing' ? ['nothing'] : [...others.filter((other) => other !== 'nothing'), need];
}
