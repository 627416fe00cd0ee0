/** The quiet card about a backup file: the last in line, so it takes no other card's place. It says when it was shown, so that it rests afterwards; nothing of it leaves. */
import { useEffect } from 'preact/hooks';
import { en } from '../messages/en.ts';
import { type App, useApp, useMessages } from '../shell/app.ts';
import { Button, Card } from '../shell/parts/index.ts';
import { backupDue } from './backup-due.ts';
import type { Offer } from './pick-today.ts';

export function backupOffer({ preferences, snapshot, moment }: App): readonly Offer[] {
  const facts = {
    ...snapshot.value.backup,
    isReminded: preferences.isBackupReminded.value,
  };
  const due = backupDue(facts, snapshot.value, moment.value.nowMs);
  if (due === null) return [];
  const candidate = { id: 'backup', priority: 30, isForOne: false, render: () => <BackupCard due={due} /> };
  return [{ practice: 'backup', order: 1_000, candidate }];
}

function BackupCard({ due }: { readonly due: 'none' | 'old' }) {
  const { device, preferences, snapshot, moment } = useApp();
  const m = useMessages(en).today.backup;
  const { isBackupReminded } = preferences;
  const remind = (remindedAtMs: number): void => void device.noteBackup({ remindedAtMs });
  useEffect(() => {
    const { nowMs } = moment.peek();
    const saidMs = snapshot.peek().backup.remindedAtMs;
    if (saidMs === null || nowMs - saidMs >= dayMs) remind(nowMs);
  }, []);
  return (
    <Card title={m.title} icon="backup">
      <p>{m[due]}</p>
      <div class="row">
        <Button kind="quiet" isSmall href="/me/backup">
          {m.make}
        </Button>
        {/* As if it had been shown for its whole day. */}
        <Button kind="plain" isSmall onPress={() => remind(moment.peek().nowMs - dayMs)}>
          {m.later}
        </Button>
        <Button kind="plain" isSmall onPress={() => (isBackupReminded.value = false)}>
          {m.never}
        </Button>
      </div>
    </Card>
  );
}

const dayMs = 86_400_000;
