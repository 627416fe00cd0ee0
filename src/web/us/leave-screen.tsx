/** Quiet for a while, or leaving: what happens, what stays, what nobody can take back; then one confirmation. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, Screen as Frame, ListRow, Note, Rows, Sheet, useName } from '../shell/parts/index.ts';
import { leaveEn } from './leave-messages.ts';

export function Screen() {
  const app = useApp();
  const m = useMessages(leaveEn);
  const name = useName('partner');
  const isAsking = useSignal(false);
  const snapshot = app.snapshot.value;
  if (snapshot.partner === null) {
    return (
      <Frame title={m.left} back="/us" lead={m.leftLead}>
        {snapshot.isSilent && (
          <Note icon="lock">
            <p>{m.quiet.isAlone}</p>
          </Note>
        )}
        <Button href="/us">{m.goOn}</Button>
      </Frame>
    );
  }
  return (
    <Frame title={m.title} back="/us" lead={m.lead} aside={<Quiet name={name} />}>
      <Card title={m.leave.title}>
        <Lines title={m.leave.now} lines={m.leave.nowLines(name)} />
        <Lines title={m.leave.stays} lines={m.leave.staysLines} />
        <Lines title={m.leave.never} lines={m.leave.neverLines(name)} />
        <Note icon="care">
          <p>{m.leave.first}</p>
        </Note>
        <Rows>
          <ListRow icon="care" title={m.leave.help} href="/help" />
          <ListRow icon="backup" title={m.leave.export} href="/settings/export" />
        </Rows>
        <Button kind="danger" onPress={() => (isAsking.value = true)}>
          {m.leave.go}
        </Button>
      </Card>
      <Sheet isOpen={isAsking.value} title={m.sure.title} onClose={() => (isAsking.value = false)}>
        <Sure name={name} onStay={() => (isAsking.value = false)} />
      </Sheet>
    </Frame>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section class="stack">
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function Quiet({ name }: { readonly name: string }) {
  const app = useApp();
  const m = useMessages(leaveEn).quiet;
  const { isSilent } = app.snapshot.value;
  return (
    <Card title={m.title} icon="later">
      <p>{isSilent ? m.is : m.what(name)}</p>
      <Button kind="quiet" onPress={() => void app.device.setSilent(!isSilent)}>
        {isSilent ? m.end : m.begin}
      </Button>
    </Card>
  );
}

function Sure({ name, onStay }: { readonly name: string; readonly onStay: () => void }) {
  const app = useApp();
  const m = useMessages(leaveEn).sure;
  const how = useSignal<'silent' | 'tell'>('silent');
  const isNotSaved = useSignal(false);
  const isUnderWay = useSignal(false);
  const others = app.snapshot.value.devices.filter(
    (device) => device.who === 'me' && device.kind === 'device' && !device.isThis && !device.isRemoved,
  );
  const leave = async () => {
    isUnderWay.value = true;
    const left = await app.device.leave(how.value === 'silent');
    isUnderWay.value = false;
    if (!left.ok) isNotSaved.value = true;
  };
  return (
    <>
      <p>{m.text(name)}</p>
      {others.length > 0 && (
        <Choice
          look="list"
          label={m.devices}
          value={how.value}
          options={(['silent', 'tell'] as const).map((value) => ({ value, ...m[value] }))}
          onChange={(value) => (how.value = value)}
        />
      )}
      {isNotSaved.value && (
        <Note icon="info" isNews>
          <p>{m.notSaved}</p>
        </Note>
      )}
      <div class="buttons">
        <Button kind="danger" isDisabled={isUnderWay.value} onPress={() => void leave()}>
          {m.now}
        </Button>
        <Button kind="quiet" onPress={onStay}>
          {m.stay}
        </Button>
      </div>
    </>
  );
}
