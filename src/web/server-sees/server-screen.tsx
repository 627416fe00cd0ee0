/** The real last messages between this device and the relay, with plain words beside the bytes. */
import type { TracedFrame } from '#device';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, EmptyState, Screen as Frame, More, When } from '../shell/parts/index.ts';
import { relativeDay } from '../shell/time.ts';
import { bytesToHexLines, readFrame } from './frames.ts';
import { serverEn } from './messages.ts';

const framesShownMax = 20;
const linesShownMax = 300;

export function Screen() {
  const app = useApp();
  const m = useMessages(serverEn);
  // Read anew with each change of the device.
  app.snapshot.value;
  const trace = app.device.wireTrace();
  const shown = trace.slice(-framesShownMax).reverse();
  return (
    <Frame title={m.title} back="/me" lead={m.lead} aside={<Keeps />}>
      {shown.length === 0 ? (
        <EmptyState title={m.none}>{m.noneText}</EmptyState>
      ) : (
        shown.map((frame, index) => <FrameCard key={`${frame.atMs} ${trace.length - index}`} frame={frame} />)
      )}
      {trace.length > shown.length && <p class="note">{m.more(trace.length - shown.length)}</p>}
    </Frame>
  );
}

function FrameCard({ frame }: { readonly frame: TracedFrame }) {
  const app = useApp();
  const m = useMessages(serverEn);
  const { nowMs, zone, locale } = app.moment.value;
  const read = readFrame(frame, m, (ms) => relativeDay(ms, nowMs, zone, locale));
  return (
    <Card>
      <div class="row-apart">
        <h2>
          {m[frame.direction]}, {m.bytes(frame.bytes.length)}
        </h2>
        <small>
          <When atMs={frame.atMs} hasTime />
        </small>
      </div>
      <p>{read.summary}</p>
      {read.rows.length > 0 && (
        <dl class="wire-fields">
          {read.rows.map(([what, value], index) => (
            <div key={`${index} ${what}`}>
              <dt>{what}</dt>
              <dd class="ltr mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <More title={m.showBytes}>
        {/* A scrolling area must be reachable by keyboard. */}
        <section class="hex" tabIndex={0} aria-label={m.showBytes}>
          {bytesToHexLines(frame.bytes, linesShownMax)}
        </section>
      </More>
    </Card>
  );
}

function Keeps() {
  const m = useMessages(serverEn);
  const shell = useMessages(en);
  return (
    <>
      <Card title={m.keepsTitle} icon="server">
        <List lines={m.keeps} />
      </Card>
      <Card title={m.notTitle} icon="lock">
        <List lines={m.not} />
      </Card>
      <p class="note">{shell.us.noOtherDevice}</p>
    </>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
