import { runInBrowser } from './runner.ts';

Object.assign(globalThis, { runInBrowser });
