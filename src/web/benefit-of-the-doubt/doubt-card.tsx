/** One doubt, or one note of what I saw: what can still be done with it. */
import type { DoubtShown } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Card, More, When } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface DoubtCardProps {
  readonly one: DoubtShown;
  readonly onCopy: (question: string) => void;
  readonly onDelete: () => void;
}

export function DoubtCard({ one, onCopy, onDelete }: DoubtCardProps) {
  const m = useMessages(en);
  const { id, saw, explained, turnedOut } = one;
  return (
    <Card
      title={
        <span class="day">
          <When atMs={one.beganAtMs} />
        </span>
      }
      icon="lock"
    >
      <Said title={m.list.saw} words={saw} />
      {explained !== null && (
        <>
          <More title={m.list.more}>
            <Said title={m.list.story} words={explained.story} />
            <Said title={m.list.others} words={explained.others.join('\n')} />
          </More>
          <Said title={m.list.question} words={explained.question} />
          <div class="row">
            <Button kind="quiet" isSmall icon="copy" onPress={() => onCopy(explained.question)}>
              {m.list.copy}
            </Button>
            <Button kind="quiet" isSmall href="/reaching-out/new">
              {m.list.reach}
            </Button>
          </div>
        </>
      )}
      {turnedOut != null && <Said title={m.list.how} words={m.turnedOut[turnedOut.how]} />}
      <div class="row">
        {turnedOut !== undefined && (
          <Button kind="quiet" isSmall href={`/benefit-of-the-doubt/${id}/end`}>
            {turnedOut === null ? m.list.tell : m.list.change}
          </Button>
        )}
        <Button kind="danger" isSmall onPress={onDelete}>
          {m.list.delete}
        </Button>
      </div>
    </Card>
  );
}

function Said({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div class="stack-tight">
      <h3>{title}</h3>
      <p class="voice-small said" dir="auto">
        {words}
      </p>
    </div>
  );
}
