/**
 * Makes a bare machine ready: packages, a Node that is new enough, a browser for the tests. Depends on nothing and runs
 * on Node 20, since it is what installs everything else. Each step that cannot be done says so in a sentence.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = dirname(dirname(fileURLToPath(import.meta.url)));
export const nodeMajorMin = 24;

/** A problem that the person at the keyboard can solve; shown without a stack. */
export class SetupProblem extends Error {}

/** Runs `npm ci` unless node_modules is what package-lock.json says. */
export function ensurePackages(root = rootFolder) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  const stampPath = join(root, 'node_modules', '.attune-lock-hash');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8').trim() === hash) return;
  if (!isInstalledByHand(root, lock)) {
    console.log('Installing packages (npm ci) …');
    const npm = process.env.npm_execpath?.endsWith('.js')
      ? [process.execPath, process.env.npm_execpath]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
    const [program = 'npm', ...first] = npm;
    const done = spawnSync(program, [...first, 'ci', '--include=dev', '--include=optional'], {
      cwd: root,
      stdio: 'inherit',
      env: withoutNpmSettings(process.env),
    });
    if (done.status !== 0) {
      throw new SetupProblem(
        'The packages could not be installed: `npm ci` ended early (see above). It needs npm 10 or newer, a connection to the package registry, and about 400 MB of disk.',
      );
    }
  }
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, `${hash}\n`);
}

/**
 * Whether node_modules holds exactly the versions of the lock file, as after `npm ci` by hand. npm keeps a list of what
 * it installed; packages for other platforms are rightly absent from it.
 * @param {string} root
 * @param {string} lock
 */
function isInstalledByHand(root, lock) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  for (const [path, { version }] of Object.entries(installed)) if (wanted[path]?.version !== version) return false;
  return Object.entries(wanted).every(([path, { optional }]) => path === '' || optional === true || path in installed);
}

/**
 * The settings of the npm that called us must not steer the npm that we call (`npm start --omit=dev` would leave out
 * what builds the app).
 * @param {NodeJS.ProcessEnv} environment
 */
function withoutNpmSettings(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_config_(omit|include|production|prefix|global)$/i.test(name)),
  );
}

/** The Node that runs the project: the pinned one, else this one if it is new enough. */
export function findNode(root = rootFolder) {
  const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return process.execPath;
  throw new SetupProblem(
    `Attune runs on Node ${nodeMajorMin} or newer; this is ${process.version}, and the pinned one is not in node_modules (it exists for Linux on x64 with glibc). Please install Node ${nodeMajorMin}, then try again.`,
  );
}

/** The environment in which commands find the tools of this project first. */
export function toolEnvironment(root = rootFolder) {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` };
}

/** A Chromium on this machine, or null: `CHROME`, the PATH, or one that Playwright has fetched. */
export function findBrowser() {
  const named = process.env.CHROME;
  if (named) {
    if (isProgram(named)) return named;
    throw new SetupProblem(
      `CHROME names ${named}, which is not a program that can be run. Name another one, or leave CHROME unset.`,
    );
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return null;
  const fetched = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse();
  for (const name of fetched) {
    for (const inside of ['chrome-linux64/chrome', 'chrome-linux/chrome']) {
      const program = join(cache, name, inside);
      if (isProgram(program)) return program;
    }
  }
  return null;
}

/** Finds a Chromium, or installs one: from the system's packages when allowed to, else Playwright's own. */
export function ensureBrowser(root = rootFolder) {
  const found = findBrowser();
  if (found !== null) return found;
  const run = (/** @type {string} */ program, /** @type {readonly string[]} */ args) =>
    spawnSync(program, args, { cwd: root, stdio: 'inherit', env: toolEnvironment(root) }).status === 0;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing a browser for the tests (apt-get install chromium) …');
    if (
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
    ) {
      const installed = findBrowser();
      if (installed !== null) return installed;
    }
  }
  console.log('Installing a browser for the tests (playwright install chromium) …');
  if (run('npx', ['playwright', 'install', 'chromium'])) {
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new SetupProblem(
    'The journeys need a Chromium and none could be found or installed. Install one (on Debian: apt-get install chromium), or name one: CHROME=/path/to/chrome npm test',
  );
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: either way no browser for us
  }
}

/**
 * Runs a command's main part and shows a SetupProblem as a sentence.
 * @param {() => Promise<void> | void} main
 */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
