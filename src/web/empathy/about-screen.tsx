/**
 * Everything that was said to one feeling. Two sides of it: the other one shared it and I answer, or I shared it and
 * read what came. Nothing here asks anybody to say how an answer landed.
 */
import { checkIn, empathy, type SaidToFeeling, saidToFeeling } from '#core';
import { CheckInVoice } from '../check-in/check-in-view.tsx';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { MyAnswers } from './my-answers.tsx';
import { MyAsking } from './my-asking.tsx';
import { TheirAnswers } from './their-answers.tsx';
import { TheirAsking } from './their-asking.tsx';
import '../check-in/feelings.css';
import '../check-in/check-in.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const to = params.feeling ?? '';
  const feeling = thingsOf(app.snapshot.value, checkIn).get(to);
  const things = thingsOf(app.snapshot.value, empathy);
  const said = saidToFeeling(things, to);
  if (feeling === undefined && said.answers.length + said.askings.length === 0) {
    return (
      <Frame title={m.list.title} back="/empathy">
        <EmptyState title={m.about.missing}>{m.about.missingText}</EmptyState>
      </Frame>
    );
  }
  // Who answers whom shows in what was said, too: the check-in may have been taken back, or lie in an earlier month.
  const isMine = feeling === undefined ? isSaidToMe(said) : feeling.author === 'me';
  const words = feeling?.words ?? null;
  return (
    <Frame title={isMine ? m.about.mine : m.about.theirs(name)} back={`/check-in/${to}`}>
      {feeling !== undefined && words !== null && <CheckInVoice checkIn={feeling} words={words} />}
      {!isMine && feeling?.standing === 'withdrawn' && (
        <Note icon="undo">
          <p>{m.about.takenBack(name)}</p>
        </Note>
      )}
      {isMine ? (
        <>
          <TheirAnswers answers={said.answers} />
          {said.askings.map((one) => one.by === 'partner' && <TheirAsking key={one.id} asking={one} />)}
          {words !== null && said.answers.length === 0 && (
            <div class="row">
              <Button kind="quiet" isSmall href={`/empathy/${to}/keep`}>
                {m.keep.title}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <MyAnswers to={to} answers={said.answers} isOpen={feeling?.standing === 'ours'} />
          <MyAsking to={to} askings={said.askings} isOpen={feeling?.standing === 'ours'} />
        </>
      )}
    </Frame>
  );
}

const isSaidToMe = ({ answers, askings }: SaidToFeeling): boolean =>
  [...answers, ...askings].some(({ by }) => by === 'partner');
