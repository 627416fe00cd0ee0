/** What a trial of the twelve words said, with the words that may have been meant as buttons. */
import type { PhraseTrial } from '#device';
import { useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { meEn } from './messages.ts';

export interface TrialNoteProps {
  readonly trial: PhraseTrial;
  /** A near word was chosen for this place (from 0). */
  readonly onReplace: (at: number, word: string) => void;
  /** The words can still be seen on this device. */
  readonly isStillHere?: boolean;
}

export function TrialNote({ trial, onReplace, isStillHere }: TrialNoteProps) {
  const m = useMessages(meEn).trial;
  const isGood = trial.type === 'works' || trial.type === 'fits';
  return (
    <Note icon={isGood ? 'check' : 'paper'} isNews>
      <p>{sentenceOf(trial, m)}</p>
      {trial.type === 'unknown-word' && <p>{trial.nearest.length > 0 ? m.meant : m.unreadable}</p>}
      {trial.type === 'unknown-word' && trial.nearest.length > 0 && (
        <div class="chips">
          {trial.nearest.map((word) => (
            <Button key={word} kind="quiet" isSmall onPress={() => onReplace(trial.at, word)}>
              {word}
            </Button>
          ))}
        </div>
      )}
      {!isGood && isStillHere === true && <p>{m.stillHere}</p>}
    </Note>
  );
}

/** Beside "these words do not fit together" only what says more than that. */
export const isOfUse = (trial: PhraseTrial | null): trial is PhraseTrial =>
  trial?.type === 'count' || trial?.type === 'unknown-word';

function sentenceOf(trial: PhraseTrial, m: typeof meEn.trial): string {
  switch (trial.type) {
    case 'count':
      return m.count(trial.count);
    case 'unknown-word':
      return m.unknown(trial.at + 1, trial.word);
    case 'differs':
      return m.differs(trial.at.map((place) => place + 1).join(', '));
    default:
      return m[trial.type];
  }
}
