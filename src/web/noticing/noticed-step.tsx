/** What I noticed: kinds, the camera's words for each, and my own. */
import { limits } from '#kernel';
import { useMessages } from '../shell/app.ts';
import { Chip, Chips, Field } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import type { Noticed } from './noticed-words.ts';
import { kinds } from './noticing-content.ts';

export function NoticedStep({
  noticed,
  onChange,
}: {
  readonly noticed: Noticed;
  readonly onChange: (noticed: Noticed) => void;
}) {
  const m = useMessages(en);
  const toggled = <T,>(values: readonly T[], value: T, isOn: boolean): readonly T[] =>
    isOn ? [...values, value] : values.filter((other) => other !== value);
  return (
    <>
      <div class="stack">
        <h2>{m.steps.kinds}</h2>
        <Chips label={m.steps.kinds}>
          {kinds.map((kind) => (
            <Chip
              key={kind.id}
              isOn={noticed.kinds.includes(kind.id)}
              description={kind.definition}
              onToggle={(isOn) => {
                const gone = isOn ? [] : kind.cues.map(({ id }) => id);
                const cues = noticed.cues.filter((id) => !gone.includes(id));
                onChange({ ...noticed, cues, kinds: toggled(noticed.kinds, kind.id, isOn) });
              }}
            >
              {kind.word}
            </Chip>
          ))}
        </Chips>
      </div>
      {kinds
        .filter((kind) => noticed.kinds.includes(kind.id))
        .map((kind) => (
          <div key={kind.id} class="stack">
            <h2>{kind.definition}</h2>
            <Chips label={kind.word}>
              {kind.cues.map((cue) => (
                <Chip
                  key={cue.id}
                  isOn={noticed.cues.includes(cue.id)}
                  onToggle={(isOn) => onChange({ ...noticed, cues: toggled(noticed.cues, cue.id, isOn) })}
                >
                  {cue.word}
                </Chip>
              ))}
            </Chips>
          </div>
        ))}
      <Field
        label={m.steps.ownWords}
        hint={m.steps.ownWordsHint}
        isLong
        isVoice
        charsMax={limits.lineCharsMax}
        value={noticed.own}
        onInput={(own) => onChange({ ...noticed, own })}
      />
    </>
  );
}
