/**
 * Starts Attune's server: the relay, and the app beside it. Prints where it is, or one sentence why not, and nothing
 * about anyone. Settings: PORT, HOST, DATA_DIR, ALLOWED_ORIGINS, CONNECT_ORIGINS, BEHIND_PROXY, STORE_BYTES_MAX,
 * QUOTA_BYTES, APP_DIR; settings.ts says what each means.
 */
import { setFlagsFromString } from 'node:v8';
import { nodeVersionProblem } from './node-version.ts';

const stopMsMax = 1_800;

// V8 lets the space for young objects grow to 32 MB before it is reclaimed; a relay of short frames needs 2. Measured
// at 2,000 idle connections: 12.6 instead of 18.8 kB each. The flag is read at each growth, so it may be set here.
setFlagsFromString('--semi-space-growth-factor=1');

function endWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The last resort: a defect of ours. The message of an error may quote data, so only its kind and place are shown. */
process.on('uncaughtException', (error) => {
  const place = /([\w.-]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1] ?? 'an unknown place';
  endWith(
    `Attune stopped because of a mistake of its own (${error.name} at ${place}). Nothing that it had acknowledged is lost. Start it again; if it stops again, please report this line.`,
  );
});

const versionProblem = nodeVersionProblem(process.versions.node);
if (versionProblem !== null) endWith(versionProblem);

// Only now: older versions of Node have no node:sqlite, and would end with a stack instead of a sentence.
const [{ environmentToSettings, settingsToAddress }, { startServer }] = await Promise.all([
  import('./settings.ts'),
  import('./server.ts'),
]);
const settings = environmentToSettings(process.env);
if (!settings.ok) endWith(settings.error);
const server = await startServer(settings.value, endWith);
if (!server.ok) endWith(server.error);

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), stopMsMax).unref();
    void server.value.stop().then(() => process.exit(0));
  });

process.stdout.write(`Attune is at ${settingsToAddress(settings.value.host, server.value.port)}\n`);
