/** Pieces of a card that several screens show: what it could be, what to ask, and the feelings to choose from. */
import { FeelingTag, quadrantToQuarter } from '../check-in/feeling-parts.tsx';
import { feelingToFace, wordToLabel } from '../check-in/feelings.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { useMessages } from '../shell/app.ts';
import { Choice, type ChoiceOption, Shape } from '../shell/parts/index.ts';
import type { CueCard } from './cues-content.ts';
import { en } from './messages.ts';

const lookOf = (id: string) => feelingToFace({ type: 'known', id }, feelingsContent);

/** Stands among the feelings for "I cannot tell"; no feeling has this id. */
export const cannotTell = 'cannot-tell';

interface GuessChoiceProps {
  readonly label: string;
  readonly card: CueCard;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** What it could be, for oneself. Whatever is chosen, nothing says whether it was so. */
export function GuessChoice({ label, card, value, onChange }: GuessChoiceProps) {
  const m = useMessages(en);
  const options: readonly ChoiceOption<string>[] = card.feelings.map((id) => {
    const { word, quadrant } = lookOf(id);
    const quarter = quadrant === null ? null : quadrantToQuarter[quadrant];
    return quarter === null
      ? { value: id, label: wordToLabel(word) }
      : { value: id, label: wordToLabel(word), tone: quarter, mark: <Shape quarter={quarter} /> };
  });
  return (
    <div class="cues-choice">
      <Choice
        look="list"
        label={label}
        isLabelUnseen
        value={value}
        options={[...options, { value: cannotTell, label: m.cannotTell, hint: m.look.always }]}
        onChange={onChange}
      />
    </div>
  );
}

/** Two or three readings, none of them the one. */
export function Readings({ card }: { readonly card: CueCard }) {
  const m = useMessages(en).look;
  return (
    <ul class="stack">
      {card.readings.map(({ feelings, words }) => (
        <li key={words} class="stack-tight">
          {feelings.length === 0 ? (
            <p class="note">{m.nothing}</p>
          ) : (
            <p class="row">
              {feelings.map((id) => (
                <FeelingTag key={id} face={lookOf(id)} />
              ))}
            </p>
          )}
          <p>{words}</p>
        </li>
      ))}
    </ul>
  );
}

export function Question({ card }: { readonly card: CueCard }) {
  const m = useMessages(en).look;
  return (
    <div class="stack-tight">
      <h2>{m.ask}</h2>
      <p class="voice">{card.question}</p>
    </div>
  );
}
