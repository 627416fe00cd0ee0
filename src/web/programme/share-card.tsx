/**
 * Where each of us is, as far as each has said. Telling is one clear act and can be taken back; walking together moves
 * only my own path.
 */
import { useSignal } from '@preact/signals';
import { coreLimits, type Path, type ProgrammeCommand, programme, type StepShared, sharedStepOf } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Note, Sheet, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { relativeDay } from '../shell/time.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';

export function ShareCard({ path }: { readonly path: Path }) {
  const m = useMessages(en);
  return (
    <>
      <TheirStep path={path} />
      <Card title={m.share.title} icon="programme">
        <MyStep path={path} />
      </Card>
    </>
  );
}

/** Theirs, with the way to walk it together. Taken back, a mark stays for a while. */
export function TheirStep({ path }: { readonly path: Path | null }) {
  const m = useMessages(en).share;
  const { isAt, stages } = useMessages(cardEn);
  const app = useApp();
  const name = useName('partner');
  const { nowMs, zone, locale } = app.moment.value;
  const theirs = sharedStepOf(thingsOf(app.snapshot.value, programme), 'partner');
  if (theirs === null) return null;
  if (theirs.stage === null)
    return nowMs - theirs.atMs < coreLimits.otherClosedMsMax ? <p class="note">{m.theirsGone(name)}</p> : null;
  const isThere = path !== null && path.isTogether && path.stage === theirs.stage;
  return (
    <Card title={isAt(name, stages[theirs.stage])} icon="programme" tone="ours">
      <p class="note">{m.said(relativeDay(theirs.atMs, nowMs, zone, locale))}</p>
      {!isThere && <WalkTogether theirs={theirs} isOnPath={path !== null} title={stages[theirs.stage]} />}
    </Card>
  );
}

interface WalkProps {
  readonly theirs: StepShared;
  /** Then my own place moves, and I am asked first. */
  readonly isOnPath: boolean;
  readonly title: string;
}

function WalkTogether({ theirs, isOnPath, title }: WalkProps) {
  const m = useMessages(en);
  const name = useName('partner');
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const isAsking = useSignal(false);
  const ask = (): void => {
    isAsking.value = true;
  };
  const walk = async (): Promise<void> => {
    isAsking.value = false;
    const things = await run({ practice: 'programme', type: 'join', thing: theirs.id });
    if (things !== null) window.scrollTo(0, 0);
  };
  return (
    <>
      <div>
        <Button kind="quiet" isSmall onPress={() => (isOnPath ? ask() : void walk())}>
          {m.share.walk}
        </Button>
      </div>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <Sheet isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={m.share.walkTitle(title)}>
        <p>{m.share.walkText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void walk()}>{m.share.walk}</Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.share.walkStay}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

function MyStep({ path }: { readonly path: Path }) {
  const m = useMessages(en);
  const { stages } = useMessages(cardEn);
  const { snapshot } = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const shown = sharedStepOf(thingsOf(snapshot.value, programme), 'me')?.stage ?? null;
  const isLeaving = snapshot.value.windows.some(({ practice }) => practice === 'programme');
  return (
    <>
      {shown !== null && <p>{m.share.shown(name, stages[shown])}</p>}
      {shown === null && !isLeaving && <p>{m.share.mine}</p>}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {isLeaving ? (
        <p class="note">{m.share.leaving(name)}</p>
      ) : (
        <div class="row">
          {shown !== path.stage && (
            <Button kind="quiet" isSmall onPress={() => void run({ practice: 'programme', type: 'share-step' })}>
              {shown === null ? m.share.tell(name) : m.share.tellAnew(name)}
            </Button>
          )}
          {shown !== null && (
            <Button kind="plain" onPress={() => void run({ practice: 'programme', type: 'withdraw-step' })}>
              {m.share.takeBack}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
