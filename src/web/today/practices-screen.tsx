/** The list of practices, and beside it (or after it, on a phone) what one asks, why, and how sure research is. */
import { en } from '../messages/en.ts';
import { takenUp, useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Icon, ListRow, More, Rows } from '../shell/parts/index.ts';
import { useScreenTitle } from '../shell/parts/screen.tsx';
import type { PracticeScreens } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';

export function Screen({ params }: ScreenProps) {
  const app = useApp();
  const m = useMessages(en);
  const chosen = app.practices.value.find((practice) => practice.key === params.key) ?? null;
  const putAside = app.practices.value.filter(({ key }) => app.snapshot.value.aside.has(key));
  return (
    <div class="beside" data-shows={chosen === null ? 'list' : 'detail'}>
      <div class="beside-list screen">
        <ListHead isHeading={chosen === null} />
        <Card>
          <PracticeRows practices={takenUp(app)} chosen={chosen} />
        </Card>
        {putAside.length > 0 && (
          <More title={m.practices.aside}>
            <PracticeRows practices={putAside} chosen={chosen} />
          </More>
        )}
      </div>
      <div class="beside-detail screen">
        {chosen === null ? (
          <div class="beside-hint">
            <EmptyState title={m.practices.title}>{m.practices.none}</EmptyState>
          </div>
        ) : (
          <Detail practice={chosen} />
        )}
      </div>
    </div>
  );
}

interface PracticeRowsProps {
  readonly practices: readonly PracticeScreens[];
  readonly chosen: PracticeScreens | null;
}

function PracticeRows({ practices, chosen }: PracticeRowsProps) {
  const app = useApp();
  const m = useMessages(en);
  return (
    <Rows>
      {practices.map((practice) => {
        const card = practice.listCard(app.translate.value);
        return (
          <ListRow
            key={practice.key}
            icon={practice.icon}
            title={card.title}
            note={`${card.line} ${m.practices.minutes(...card.minutes)}, ${m.practices.people[card.people]}`}
            href={`/practices/${practice.key}`}
            isCurrent={practice === chosen}
          />
        );
      })}
    </Rows>
  );
}

/** The list's own title is the title of the screen only while nothing is chosen: one h1 at a time. */
function ListHead({ isHeading }: { readonly isHeading: boolean }) {
  const m = useMessages(en);
  return (
    <header class="screen-head">
      {isHeading ? <ListTitle title={m.practices.title} /> : <p class="like-h1">{m.practices.title}</p>}
      <p class="soft">{m.practices.lead}</p>
    </header>
  );
}

function ListTitle({ title }: { readonly title: string }) {
  const heading = useScreenTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

function Detail({ practice }: { readonly practice: PracticeScreens }) {
  const app = useApp();
  const m = useMessages(en);
  const card = practice.listCard(app.translate.value);
  const heading = useScreenTitle(card.title);
  return (
    <>
      <header class="screen-head">
        <div class="back beside-back">
          <Button kind="plain" icon="back" onPress={() => app.back('/practices')}>
            {m.back}
          </Button>
        </div>
        <Icon name={practice.icon} />
        <h1 ref={heading} tabIndex={-1}>
          {card.title}
        </h1>
        <p class="voice">{card.line}</p>
        <small>
          {m.practices.minutes(...card.minutes)}, {m.practices.people[card.people]}
        </small>
      </header>
      <Card title={m.practices.why}>
        <p>{card.why}</p>
      </Card>
      <Card title={m.practices.evidence}>
        <p>
          <strong>{m.practices.evidenceWords[card.evidence]}.</strong> {card.evidenceNote}
        </p>
      </Card>
      <Card title={m.practices.leaves}>
        <p>{card.leaves}</p>
      </Card>
      <div class="main-action">
        <Button href={practice.start(app.translate.value).path}>{m.practices.begin}</Button>
      </div>
      <Aside practice={practice.key} />
    </>
  );
}

/** Not for me, or not now: it is offered no more on this device. What was written stays, and nobody is told. */
function Aside({ practice }: { readonly practice: string }) {
  const app = useApp();
  const m = useMessages(en).practices;
  const isAside = app.snapshot.value.aside.has(practice);
  return (
    <div class="stack-tight">
      <p class="note" role="status">
        {isAside ? m.isAside : m.asideNote}
      </p>
      <Button kind="plain" onPress={() => void app.device.setAside(practice, !isAside)}>
        {isAside ? m.takeUp : m.setAside}
      </Button>
    </div>
  );
}
