/**
 * A pack from a file: read on this device, told line by line what stands in its way, or kept. The reader of packs is
 * fetched only here. What an earlier version of the same pack had under the same names gives way to the new one.
 */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { GuidedCommand, KeptScript } from '#core';
import type { Finding, Pack } from '#packs';
import { useCommand } from '../check-in/use-command.ts';
import { useMessages } from '../shell/app.ts';
import { Card, Note } from '../shell/parts/index.ts';
import { isSameScript } from './library.ts';
import { en } from './messages.ts';

/** What the widest letters of a pack of full size may take; what a file has beyond is too much in any case. */
const bytesPerCharMax = 4;

export function AddPack({ kept }: { readonly kept: readonly KeptScript[] }) {
  const { add: m, refusals } = useMessages(en);
  const id = useId();
  const { refused, run, clear } = useCommand<GuidedCommand>(refusals);
  const findings = useSignal<readonly Finding[]>([]);
  const news = useSignal('');

  const read = async (file: File): Promise<void> => {
    clear();
    findings.value = [];
    news.value = '';
    const packs = await import('#packs').catch(() => null); // offline, and this part was never here
    if (packs === null) {
      news.value = m.notHere;
      return;
    }
    const text = await file.slice(0, bytesPerCharMax * (packs.packLimits.charsMax + 1)).text();
    const pack = packs.readPack(text);
    if (!pack.ok) findings.value = pack.error;
    else if (await keepAll(pack.value))
      news.value = m.added(pack.value.practices.length, pack.value.name, pack.value.by);
  };
  const keepAll = async ({ practices }: Pack): Promise<boolean> => {
    for (const script of practices) {
      const old = kept.find((one) => one.script.pack === script.pack && one.script.key === script.key);
      if (old !== undefined && isSameScript(old.script, script)) continue;
      if ((await run({ practice: 'guided', type: 'keep-script', script })) === null) return false;
      if (old !== undefined) await run({ practice: 'guided', type: 'forget', thing: old.id });
    }
    return true;
  };
  return (
    <Card title={m.title} icon="plus">
      <p class="soft">{m.text}</p>
      <div class="guided-file">
        <input
          id={id}
          class="unseen"
          type="file"
          accept=".yaml,.yml,.txt,text/plain,text/yaml,application/yaml"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file can be chosen again once it has been mended.
            if (file !== undefined) void read(file).finally(() => (currentTarget.value = ''));
          }}
        />
        <label class="button" data-kind="quiet" for={id}>
          {m.choose}
        </label>
      </div>
      <div role="status" class="stack">
        {findings.value.length > 0 && (
          <Note icon="info">
            <p>{m.findings}</p>
            <ul class="plain-list guided-findings">
              {findings.value.map(({ line, sentence }) => (
                <li key={`${line} ${sentence}`}>{m.line(line, sentence)}</li>
              ))}
            </ul>
          </Note>
        )}
        {refused !== null && <p>{refused.sentence}</p>}
        {news.value !== '' && <p>{news.value}</p>}
      </div>
    </Card>
  );
}
