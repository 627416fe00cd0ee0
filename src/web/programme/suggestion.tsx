/** A suggestion as it is offered: what it is, two ways on, and why this one, openly. */
import type { ProgrammeCommand, Suggestion } from '#core';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, More } from '../shell/parts/index.ts';
import { en } from './card-messages.ts';
import type { PathChoice } from './programme-content.ts';

interface OfferedProps {
  readonly suggestion: Suggestion;
  readonly choice: PathChoice;
  /** The main action of its screen, or one card among others. */
  readonly isMain: boolean;
}

export function Offered({ suggestion, choice, isMain }: OfferedProps) {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const putBy = () => {
    const command: ProgrammeCommand = { practice: 'programme', type: 'put-by', thing: suggestion.id };
    return app.device.command(command);
  };
  const begin = async (): Promise<void> => {
    await putBy();
    app.navigate(choice.path);
  };
  return (
    <>
      <div class="stack-tight">
        <p class="voice-small">{choice.title}</p>
        <p class="soft">{choice.line}</p>
        <small>{shell.practices.minutes(choice.minutes.from, choice.minutes.to)}</small>
      </div>
      <div class="row">
        <Button kind={isMain ? 'main' : 'quiet'} isSmall onPress={() => void begin()}>
          {m.today.begin}
        </Button>
        {!suggestion.isPutBy && (
          <Button kind="plain" onPress={() => void putBy()}>
            {m.today.notToday}
          </Button>
        )}
      </div>
      <WhyThisOne suggestion={suggestion} />
    </>
  );
}

function WhyThisOne({ suggestion: { choices } }: { readonly suggestion: Suggestion }) {
  const m = useMessages(en).lot;
  const isEqual = new Set(choices.map(({ weight }) => weight)).size === 1;
  return (
    <More title={m.why}>
      {choices.length < 2 ? (
        <p class="note">{m.only}</p>
      ) : (
        <p class="note">
          {m.among(choices.length)} {isEqual ? m.equal : m.unequal} {m.kept}
        </p>
      )}
    </More>
  );
}
