/** My answers to the other one's feeling: shared, kept for now, or taken back; and how they landed, if they said so. */
import { canAnswerAnew, type EmpathyAnswer, type EmpathyCommand, empathy } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Note, toneOf, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { LandedWords } from './landed-words.tsx';
import { en } from './messages.ts';

interface MyAnswersProps {
  readonly to: string;
  readonly answers: readonly EmpathyAnswer[];
  /** The feeling is there to be answered. */
  readonly isOpen: boolean;
}

export function MyAnswers({ to, answers, isOpen }: MyAnswersProps) {
  const m = useMessages(en);
  const app = useApp();
  const command = useCommand<EmpathyCommand>(m.refusals);
  const mine = answers.filter(({ by }) => by === 'me');
  const hasDraft = mine.some(({ standing }) => standing === 'mine');
  const canAnswer = isOpen && !hasDraft && canAnswerAnew(thingsOf(app.snapshot.value, empathy), to);
  const isAgain = mine.some(({ standing }) => standing === 'ours');
  return (
    <>
      {mine.map((answer) => (
        <MyAnswer key={answer.id} answer={answer} isOpen={isOpen} run={command.run} />
      ))}
      {command.refused && (
        <Note isNews icon="info">
          <p>{command.refused.sentence}</p>
        </Note>
      )}
      {canAnswer && (
        <div class="buttons">
          <Button kind={isAgain ? 'quiet' : 'main'} href={`/empathy/${to}/answer`}>
            {isAgain ? m.about.again : m.about.find}
          </Button>
        </div>
      )}
    </>
  );
}

interface MyAnswerProps {
  readonly answer: EmpathyAnswer;
  readonly isOpen: boolean;
  readonly run: ReturnType<typeof useCommand<EmpathyCommand>>['run'];
}

function MyAnswer({ answer, isOpen, run }: MyAnswerProps) {
  const m = useMessages(en).about;
  const app = useApp();
  const name = useName('partner');
  const { id, to, words, standing, landed } = answer;
  const isLeaving = app.snapshot.value.windows.some(({ thing }) => thing === id);
  const act = (type: 'withdraw' | 'forget') => void run({ practice: 'empathy', type, thing: id });
  return (
    <section class="stack">
      {standing === 'withdrawn' && (
        <Note icon="undo">
          <p>{m.withdrawn}</p>
          {words !== null && <p>{m.withdrawnKept}</p>}
        </Note>
      )}
      {words !== null && (
        <Bubble who={m.yours} tone={toneOf(app, 'me')} isMine>
          <span dir="auto">{words}</span>
        </Bubble>
      )}
      {isLeaving ? (
        <Note icon="send" tone="ours">
          <p>{m.leaving(name)}</p>
        </Note>
      ) : (
        standing === 'mine' && <p class="note">{m.onlyYou}</p>
      )}
      {standing === 'ours' && landed === null && <p class="note">{`${m.canRead(name)} ${m.inPerson}`}</p>}
      {!isLeaving && (
        <div class="row">
          {standing === 'mine' && isOpen && words !== null && (
            <Button onPress={() => void run({ practice: 'empathy', type: 'answer', thing: id, to, words })} isSmall>
              {m.share(name)}
            </Button>
          )}
          {standing === 'mine' && (
            <Button kind="quiet" isSmall icon="edit" href={`/empathy/${to}/answer?of=${id}`}>
              {m.change}
            </Button>
          )}
          {standing === 'ours' && (
            <Button kind="quiet" isSmall icon="undo" onPress={() => act('withdraw')}>
              {m.withdraw}
            </Button>
          )}
          {standing !== 'ours' && words !== null && (
            <Button kind="danger" isSmall onPress={() => act('forget')}>
              {m.delete}
            </Button>
          )}
        </div>
      )}
      {landed !== null && standing === 'ours' && (
        <Bubble who={name} tone={toneOf(app, 'partner')}>
          <LandedWords landed={landed} />
        </Bubble>
      )}
    </section>
  );
}
