/** Us: what being two would add, or what both hold, and always who can read what. */
import type { Snapshot } from '#device';
import { en } from '../messages/en.ts';
import { type App, takenUp, useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  EmptyState,
  Screen as Frame,
  ListRow,
  Note,
  Rows,
  useName,
  WhoTag,
} from '../shell/parts/index.ts';
import type { UsCard } from '../shell/practice-screens.ts';
import { leaveEn } from './leave-messages.ts';

const cardsShownMax = 12;

export function Screen() {
  const snapshot = useApp().snapshot.value;
  return snapshot.partner === null ? <Alone snapshot={snapshot} /> : <Together />;
}

function Alone({ snapshot }: { readonly snapshot: Snapshot }) {
  const app = useApp();
  const m = useMessages(en);
  const words = useMessages(leaveEn);
  const isUnderWay = snapshot.pairing.step !== 'none' && snapshot.pairing.step !== 'ended';
  return (
    <Frame title={m.us.aloneTitle} lead={m.us.aloneLead}>
      {snapshot.isSilent && (
        <Note icon="lock">
          <p>{words.quiet.isAlone}</p>
          {snapshot.devices.filter((device) => device.kind === 'device' && !device.isRemoved).length > 1 && (
            <Button kind="quiet" onPress={() => void app.device.setSilent(false)}>
              {words.quiet.endAlone}
            </Button>
          )}
        </Note>
      )}
      <Card tone="ours">
        <ul class="plain-list">
          {m.us.twoAdds.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Note icon="lock">
        <p>{m.us.twoNever}</p>
      </Note>
      <div class="buttons">
        <Button href={isUnderWay && snapshot.pairing.step !== 'inviting' ? '/join' : '/us/invite'}>
          {m.us.invite}
        </Button>
        <Button kind="quiet" href="/join">
          {m.us.haveLink}
        </Button>
      </div>
    </Frame>
  );
}

function Together() {
  const app = useApp();
  const m = useMessages(en);
  const words = useMessages(leaveEn);
  const name = useName('partner');
  const cards = usCardsOf(app).slice(0, cardsShownMax);
  const devices = app.snapshot.value.devices;
  return (
    <Frame
      title={m.us.title}
      kicker={
        <span class="row">
          <WhoTag who="me" />
          <WhoTag who="partner" />
        </span>
      }
      lead={m.us.pairedLead(name)}
      aside={
        <Card title={m.us.whoReads} icon="lock">
          <Rows>
            <ListRow
              title={m.us.mineRead}
              note={m.us.countOf(devices.filter((one) => one.who === 'me').length)}
              href="/us/devices"
            />
            <ListRow title={m.us.oursRead} note={m.us.countOf(devices.length)} href="/us/devices" />
            <ListRow title={words.back(name)} note={words.backNote} href="/us/invite/back" />
            <ListRow title={words.row} note={words.rowNote} href="/us/leave" />
            <ListRow title={m.help} note={m.helpNote} href="/help" />
          </Rows>
        </Card>
      }
    >
      {app.snapshot.value.isSilent && (
        <Note icon="later">
          <p>{words.quiet.is}</p>
          <Button kind="quiet" onPress={() => void app.device.setSilent(false)}>
            {words.quiet.end}
          </Button>
        </Note>
      )}
      {cards.length === 0 ? (
        <EmptyState title={m.us.emptyTitle}>{m.us.empty(name)}</EmptyState>
      ) : (
        <section class="stack" aria-label={m.us.sharedTitle}>
          <h2>{m.us.sharedTitle}</h2>
          {cards.map((card) => (
            <div key={card.id}>{card.render()}</div>
          ))}
        </section>
      )}
      <p class="voice-small soft">{m.us.talk}</p>
    </Frame>
  );
}

function usCardsOf(app: App): readonly UsCard[] {
  const snapshot = app.snapshot.value;
  return takenUp(app)
    .flatMap((practice) => practice.usCards?.(snapshot, app.moment.value, app.translate.value) ?? [])
    .sort((a, b) => b.atMs - a.atMs);
}
