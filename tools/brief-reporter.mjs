/**
 * What `node --test` prints here: one line a file, every failure in full, and a closing line "N passed, M failed".
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* briefReporter(source) {
  let failures = 0;
  for await (const event of source) {
    if (event.type === 'test:fail') {
      const { name, file, line, details } = event.data;
      const error = details.error;
      if ('failureType' in error && error.failureType === 'subtestsFailed') continue;
      failures += 1;
      const place = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line ?? 1})`;
      yield `\n${failures}) ${name}${place}\n${inspect(error.cause ?? error, { depth: 6 })}\n\n`;
    } else if (event.type === 'test:stderr') {
      yield event.data.message;
    } else if (event.type === 'test:summary') {
      const { file, counts, success, duration_ms: durationMs } = event.data;
      const seconds = (durationMs / 1000).toFixed(1).padStart(6);
      if (file !== undefined) {
        yield `${success ? 'ok ' : 'NOT'} ${String(counts.tests).padStart(4)} tests ${seconds} s  ${relative(process.cwd(), file)}\n`;
      } else {
        const skipped = counts.skipped + counts.todo;
        const failed = counts.tests - counts.passed - skipped;
        yield `${counts.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
      }
    }
  }
}
