/** Beside the question: my two maps, the questions that were asked in writing, and those of my own. */
import { useSignal } from '@preact/signals';
import { type OpenQuestions, ownQuestions, sharedQuestions } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, ListRow, Rows, useName, When } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { sharedState } from './sealed-question.ts';

const sharedShownMax = 6;

export function HomeAside({ things }: { readonly things: OpenQuestions }) {
  const m = useMessages(en).home;
  const { value: snapshot } = useApp().snapshot;
  const name = useName('partner');
  const shownCount = useSignal(sharedShownMax);
  const shared = sharedQuestions(things);
  const own = ownQuestions(things);
  return (
    <>
      <Card title={m.maps}>
        <Rows label={m.maps}>
          <ListRow title={m.mapOf(name)} note={m.onlyYou} icon="lock" href="/open-questions/map" />
          <ListRow title={m.mapOfMe} note={m.onlyYou} icon="lock" href="/open-questions/map?of=me" />
        </Rows>
      </Card>
      {shared.length > 0 && (
        <Card title={m.shared}>
          <Rows label={m.shared}>
            {shared.slice(0, shownCount.value).map((one) => (
              <ListRow
                key={one.id}
                title={<span dir="auto">{one.question.text}</span>}
                note={
                  <>
                    {m.state[sharedState(snapshot, one)]}, <When atMs={one.askedAtMs} />
                  </>
                }
                href={`/open-questions/${one.id}`}
              />
            ))}
          </Rows>
          {shared.length > shownCount.value && (
            <Button kind="plain" onPress={() => (shownCount.value += sharedShownMax)}>
              {m.older}
            </Button>
          )}
        </Card>
      )}
      {own.length > 0 && (
        <Card title={m.ownQuestions}>
          <Rows label={m.ownQuestions}>
            {own.map(({ id, text }) => (
              <ListRow key={id} title={<span dir="auto">{text}</span>} href={`/open-questions?q=${id}`} />
            ))}
          </Rows>
        </Card>
      )}
    </>
  );
}
