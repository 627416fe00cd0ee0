/** What was shared with somebody whom I have left: to read, to save as a page, to delete. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { birthOf, type MyCopy } from '#core';
import { textToBytes } from '#kernel';
import { saveFile } from '../me/files.ts';
import { en } from '../messages/en.ts';
import { exportEn } from '../settings/export-messages.ts';
import { pageWordsOf } from '../settings/page-words.ts';
import { copyToPage, type Said, saidIn } from '../settings/readable-page.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, Sheet } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { isoDay } from '../shell/time.ts';
import { leaveEn } from './leave-messages.ts';

const thingsShownStep = 30;

export function Screen({ params }: ScreenProps) {
  const app = useApp();
  const shell = useMessages(en);
  const exportWords = useMessages(exportEn);
  const m = useMessages(leaveEn).kept;
  const copy = useSignal<MyCopy | null>(null);
  const shownCount = useSignal(thingsShownStep);
  const isAsking = useSignal(false);
  const space = params.space ?? '';
  useEffect(() => {
    void app.device.readKept(space).then((kept) => (copy.value = kept));
  }, [space]);
  const parting = app.snapshot.value.partings.find((one) => one.space === space);
  const name = parting?.name || shell.theOther;
  if (parting === undefined) {
    return (
      <Frame title={m.title(name)} back="/me">
        <p>{m.nothing}</p>
      </Frame>
    );
  }
  const words = { ...pageWordsOf(app, exportWords.doc, name), me: shell.you };
  const things = [...(copy.value?.things ?? [])].reverse().flatMap((thing) => {
    const said = saidIn(thing);
    return said.length === 0 ? [] : [{ thing, said }];
  });
  const save = () => {
    if (copy.value === null) return;
    const { nowMs, zone } = app.moment.value;
    const page = copyToPage(copy.value, app.language.value.locale, pageWordsOf(app, exportWords.doc, name));
    saveFile(exportWords.pageFile(isoDay(nowMs, zone)), textToBytes(page));
  };
  const forget = async () => {
    await app.device.forgetKept(space);
    app.navigate('/me', { isReplacing: true });
  };
  return (
    <Frame title={m.title(name)} back="/me" lead={m.lead}>
      {things.length === 0 && copy.value !== null && <EmptyState title={m.nothing}>{null}</EmptyState>}
      {things.slice(0, shownCount.value).map(({ thing, said }) => (
        <Card
          key={thing.id}
          title={`${words.day(new Date(birthOf(thing.id)).toISOString())} · ${words.practice(thing.practice)}`}
        >
          {said.map((one, at) => (
            <SaidLines key={at} said={one} who={one.event.by === 'me' ? words.me : words.partner} />
          ))}
        </Card>
      ))}
      {things.length > shownCount.value && (
        <Button kind="quiet" onPress={() => (shownCount.value += thingsShownStep)}>
          {m.more}
        </Button>
      )}
      <div class="buttons">
        <Button kind="quiet" icon="backup" onPress={save}>
          {m.save}
        </Button>
        <Button kind="plain" onPress={() => (isAsking.value = true)}>
          {m.delete}
        </Button>
      </div>
      <Sheet isOpen={isAsking.value} title={m.sureTitle} onClose={() => (isAsking.value = false)}>
        <p>{m.sure}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.deleteNow}
          </Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}

function SaidLines({ said, who }: { readonly said: Said; readonly who: string }) {
  const m = useMessages(exportEn).doc;
  return (
    <div class="stack">
      <p class="note">{who}</p>
      {said.event.body === null ? (
        <p class="soft">{m.takenBack}</p>
      ) : (
        said.lines.map(([label, text]) => (
          <p key={`${label} ${text}`}>
            <span class="soft">{label}</span> {text}
          </p>
        ))
      )}
    </div>
  );
}
