/** Backup: an encrypted file that opens with the phrase; out, and back in. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, Screen as Frame, Note } from '../shell/parts/index.ts';
import { isoDay } from '../shell/time.ts';
import { saveFile } from './files.ts';
import { meEn } from './messages.ts';

export function Screen() {
  const app = useApp();
  const m = useMessages(meEn).backup;
  const savedKilobytes = useSignal<number | null>(null);
  const isRefused = useSignal(false);
  const save = async () => {
    const bytes = await app.device.exportBackup();
    isRefused.value = bytes.length === 0;
    if (isRefused.value) return;
    const { nowMs, zone } = app.moment.value;
    saveFile(m.fileName(isoDay(nowMs, zone)), bytes);
    savedKilobytes.value = Math.ceil(bytes.length / 1024);
    await app.device.noteBackup({ savedAtMs: nowMs });
  };
  if (!app.snapshot.value.isRecoverySet) {
    return (
      <Frame title={m.title} back="/me" lead={m.lead}>
        <Note icon="paper">
          <p>{m.needsPhrase}</p>
        </Note>
        <div class="buttons">
          <Button href="/me/phrase">{m.makePhrase}</Button>
        </div>
        <RemindChoice />
      </Frame>
    );
  }
  return (
    <Frame title={m.title} back="/me" lead={m.lead}>
      <div class="buttons">
        <Button icon="backup" onPress={() => void save()}>
          {m.export}
        </Button>
      </div>
      {savedKilobytes.value !== null && (
        <Note icon="check" isNews>
          <p>{m.exported(savedKilobytes.value)}</p>
        </Note>
      )}
      {isRefused.value && (
        <Note icon="info" isNews>
          <p>{m.notSaved}</p>
        </Note>
      )}
      <RemindChoice />
      <Note icon="restore">
        <p>{m.importNote}</p>
      </Note>
    </Frame>
  );
}

function RemindChoice() {
  const { isBackupReminded } = useApp().preferences;
  const m = useMessages(meEn).backup;
  return (
    <Choice
      label={m.remind}
      value={isBackupReminded.value ? 'on' : 'off'}
      options={(['on', 'off'] as const).map((value) => ({ value, label: m.reminds[value] }))}
      onChange={(value) => (isBackupReminded.value = value === 'on')}
    />
  );
}
