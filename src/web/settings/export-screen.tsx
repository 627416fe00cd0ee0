/** What I wrote, as a page to read or as a data file; and back from a data file. Neither is locked, and both say so. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { myCopyLimits, myCopyToText } from '#core';
import type { MyCopyRefusal } from '#device';
import { textToBytes } from '#kernel';
import { readFile, saveFile } from '../me/files.ts';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, More, Note } from '../shell/parts/index.ts';
import { isoDay } from '../shell/time.ts';
import { exportEn } from './export-messages.ts';
import { pageWordsOf } from './page-words.ts';
import { copyToPage } from './readable-page.ts';

export function Screen() {
  const app = useApp();
  const shell = useMessages(en);
  const m = useMessages(exportEn);
  const savedKilobytes = useSignal<number | null>(null);
  const save = async (form: 'page' | 'data') => {
    savedKilobytes.value = null;
    const copy = await app.device.makeMyCopy();
    const { nowMs, zone } = app.moment.value;
    const text =
      form === 'data'
        ? myCopyToText(copy)
        : copyToPage(copy, app.language.value.locale, pageWordsOf(app, m.doc, copy.names.partner || shell.theOther));
    const bytes = textToBytes(text);
    const today = isoDay(nowMs, zone);
    saveFile(form === 'data' ? m.dataFile(today) : m.pageFile(today), bytes);
    savedKilobytes.value = Math.ceil(bytes.length / 1024);
  };
  return (
    <Frame title={m.title} back="/settings" lead={m.lead} aside={<BringBack />}>
      <Note icon="care">
        <p>{m.notLocked}</p>
      </Note>
      <div class="buttons">
        <Button icon="backup" onPress={() => void save('page')}>
          {m.page}
        </Button>
        <Button kind="quiet" onPress={() => void save('data')}>
          {m.data}
        </Button>
      </div>
      {savedKilobytes.value !== null && (
        <Note icon="check" isNews>
          <p>{m.saved(savedKilobytes.value)}</p>
        </Note>
      )}
      <More title={m.what}>
        <ul class="plain-list">
          {m.whatLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </More>
    </Frame>
  );
}

function BringBack() {
  const app = useApp();
  const m = useMessages(exportEn);
  const id = useId();
  const file = useSignal<File | null>(null);
  const isBusy = useSignal(false);
  const answer = useSignal<number | MyCopyRefusal | null>(null);
  const bringBack = async (chosen: File) => {
    isBusy.value = true;
    answer.value = null;
    answer.value = await fromFile(chosen);
    isBusy.value = false;
  };
  const fromFile = async (chosen: File): Promise<number | MyCopyRefusal> => {
    if (chosen.size > myCopyLimits.charsMax) return 'too-big';
    const back = await app.device.bringBackMyCopy(new TextDecoder().decode(await readFile(chosen)));
    return back.ok ? back.value.things : back.error;
  };
  return (
    <Card title={m.backTitle} icon="restore">
      <p>{m.backLead}</p>
      {!app.snapshot.value.isRecoverySet && <p class="note">{m.backFirst}</p>}
      <label class="button file-button" data-kind="quiet" for={id}>
        {file.value === null ? m.choose : m.chosen(file.value.name)}
      </label>
      <input
        id={id}
        class="unseen"
        type="file"
        onChange={(event) => {
          file.value = event.currentTarget.files?.[0] ?? null;
          answer.value = null;
        }}
      />
      {isBusy.value && (
        <p class="note" role="status">
          {m.working}
        </p>
      )}
      {answer.value !== null && (
        <Note icon={typeof answer.value === 'number' ? 'check' : 'info'} isNews>
          <p>{wordsOf(answer.value, m)}</p>
        </Note>
      )}
      <Button
        kind="quiet"
        isDisabled={file.value === null || isBusy.value}
        onPress={() => file.value !== null && void bringBack(file.value)}
      >
        {m.bring}
      </Button>
    </Card>
  );
}

function wordsOf(answer: number | MyCopyRefusal, m: typeof exportEn): string {
  if (typeof answer !== 'number') return m.refusals[answer];
  return answer === 0 ? m.known : m.done(answer);
}
