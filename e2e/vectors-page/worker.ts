import { runInBrowser } from './runner.ts';

runInBrowser().then(
  (reports) => postMessage({ reports }),
  (error: unknown) => postMessage({ error: String(error) }),
);
