/**
 * `npm test`: makes the machine ready, then runs every check of the house, cheapest first, and stops at the first that
 * does not hold. `npm test -- lint`, `unit`, `sim` or `e2e` runs one part. Whatever happens, the last lines say what ran,
 * how long it took, and how many tests passed and failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBrowser,
  ensurePackages,
  findNode,
  rootFolder,
  runCommand,
  SetupProblem,
  toolEnvironment,
} from './setup.mjs';

/** @typedef {{ isGood: boolean, passed: number, failed: number, secondTries: number }} Counts */
/** @typedef {{ name: string, part: string, run: () => Promise<Counts> }} Step */
/** @typedef {Counts & { name: string, seconds: number }} Outcome */

const parts = ['lint', 'unit', 'sim', 'e2e'];
const testTimeoutMs = 600_000;
/** So many journeys may have held only at their second try (docs/decisions/0024). */
const secondTriesMax = 3;

await runCommand(async () => {
  const [part] = process.argv.slice(2);
  if (part !== undefined && !parts.includes(part)) {
    throw new SetupProblem(`There is no part "${part}". Parts: ${parts.join(', ')}; none of them runs all.`);
  }
  ensurePackages();
  const node = findNode();
  const hasJourneys = existsSync(join(rootFolder, 'playwright.config.ts'));
  /** @type {NodeJS.ProcessEnv} */
  const environment = toolEnvironment();
  if (hasJourneys && (part === undefined || part === 'e2e')) environment.CHROME = ensureBrowser();

  const bin = (/** @type {string} */ path) => join(rootFolder, 'node_modules', path);
  const call = (/** @type {readonly string[]} */ args) => runAndCount(node, args, environment);
  /** @type {readonly Step[]} */
  const steps = [
    {
      name: 'format and lint',
      part: 'lint',
      run: () => call([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=50']),
    },
    { name: 'types', part: 'lint', run: () => call(['tools/typecheck.mjs']) },
    {
      name: 'unit tests',
      part: 'unit',
      run: () => call(testArguments(['src', 'content', 'test'])),
    },
    { name: 'simulation', part: 'sim', run: () => call(testArguments(['sim'])) },
    { name: 'build', part: 'e2e', run: () => call(['tools/build.mjs']) },
    ...(hasJourneys
      ? [
          {
            name: 'journeys',
            part: 'e2e',
            run: () => call([bin('@playwright/test/cli.js'), 'test', '--project=journeys']),
          },
        ]
      : []),
  ];

  /** @type {Outcome[]} */
  const outcomes = [];
  for (const step of steps.filter((candidate) => part === undefined || candidate.part === part)) {
    console.log(`\n== ${step.name}`);
    const startMs = performance.now();
    const outcome = await step.run();
    outcomes.push({ name: step.name, ...outcome, seconds: (performance.now() - startMs) / 1000 });
    if (!outcome.isGood) break;
  }
  printClosing(outcomes);
  process.exitCode = outcomes.every((outcome) => outcome.isGood) ? 0 : 1;
});

/** @param {readonly Outcome[]} outcomes */
function printClosing(outcomes) {
  console.log('');
  for (const { name, isGood, passed, failed, secondTries, seconds } of outcomes) {
    const again = secondTries > 0 ? `, ${secondTries} of them at the second try (see above)` : '';
    const counted = passed + failed > 0 ? `  ${passed} passed, ${failed} failed${again}` : '';
    console.log(`${isGood ? 'ok ' : 'NOT'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s${counted}`);
  }
  const sum = (/** @type {'passed' | 'failed' | 'seconds'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const broken = outcomes.find((outcome) => !outcome.isGood);
  const failed = Math.max(sum('failed'), broken === undefined ? 0 : 1);
  console.log(`${sum('passed')} passed, ${failed} failed, in ${sum('seconds').toFixed(1)} s`);
  if (broken !== undefined) console.log(`\nStopped at: ${broken.name}`);
}

/** @param {readonly string[]} folders */
function testArguments(folders) {
  const files = folders
    .filter((folder) => existsSync(join(rootFolder, folder)))
    .flatMap((folder) =>
      readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
  if (files.length === 0) return ['-e', 'console.log("0 passed, 0 failed")'];
  const reporter = './tools/brief-reporter.mjs';
  return ['--test', '--test-concurrency=2', `--test-timeout=${testTimeoutMs}`, `--test-reporter=${reporter}`, ...files];
}

/**
 * Runs a program, shows what it prints, and reads the counts that `node --test` and Playwright print last.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Counts>}
 */
function runAndCount(program, args, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: rootFolder, env: environment, stdio: ['inherit', 'pipe', 'inherit'] });
    let tail = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (/** @type {string} */ text) => {
      process.stdout.write(text);
      tail = (tail + text).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const count = (/** @type {string} */ word) =>
        Number([...tail.matchAll(new RegExp(`(\\d+) ${word}\\b`, 'g'))].at(-1)?.[1] ?? 0);
      const secondTries = count('flaky');
      const isGood = code === 0 && secondTries <= secondTriesMax;
      resolve({ isGood, passed: count('passed') + secondTries, failed: count('failed'), secondTries });
    });
  });
}
