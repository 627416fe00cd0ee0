/**
 * What every journey starts from: a server of its own, and people. A person is a browser profile of its own with one
 * open page on a phone. Whatever the browser complains about during a journey (an error in the console, an exception,
 * a broken content security policy), and every request that leaves for another origin, makes the journey not hold.
 */
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { createServer, type Server } from './server.ts';

export interface PersonOptions {
  readonly timezone?: string;
  /** The clock of this person's device. It goes on from there, and `passTime` moves it. */
  readonly at?: Date;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whether this person likes things to move. Most journeys go without: it is the same way in less time. */
  readonly isMoved?: boolean;
}

export interface Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens the app, at its first screen if no other is named. */
  readonly open: (path?: string) => Promise<void>;
  /** Complaints that this journey expects, such as a refused connection while the server is stopped. */
  readonly expectComplaint: (pattern: RegExp) => void;
}

interface Fixtures {
  readonly server: Server;
  readonly person: (name: string, options?: PersonOptions) => Promise<Person>;
  /** A person who lives with another server than the one of this journey. */
  readonly personAt: (server: Server, name: string, options?: PersonOptions) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  server: async ({ browserName }, use) => {
    expect(browserName).toBe('chromium');
    const server = createServer();
    await server.start();
    await use(server);
    await server.remove();
  },
  personAt: async ({ browser }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (server, name, options = {}) => {
      const person = await createPerson(browser, server, name, options, complaints);
      contexts.push(person.context);
      return person;
    });
    for (const context of contexts) await context.close();
    expect(complaints, 'what the browsers complained about').toEqual([]);
  },
  person: async ({ server, personAt }, use) => {
    await use((name, options) => personAt(server, name, options));
  },
});

export { expect };

async function createPerson(
  browser: Browser,
  server: Server,
  name: string,
  options: PersonOptions,
  complaints: string[],
): Promise<Person> {
  const context = await browser.newContext({
    ...(options.timezone === undefined ? {} : { timezoneId: options.timezone }),
    ...(options.viewport === undefined ? {} : { viewport: options.viewport }),
    reducedMotion: options.isMoved ? 'no-preference' : 'reduce',
    acceptDownloads: true,
  });
  await context.clock.install({ time: options.at ?? tomorrowMorning() });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const expected: RegExp[] = [];
  const complain = (what: string): void => {
    if (!expected.some((pattern) => pattern.test(what))) complaints.push(`${name}: ${what}`);
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  context.on('weberror', (error) => complain(String(error.error())));
  context.on('request', (request) => {
    if (isForeign(request.url(), server.origin())) complain(`a request to ${request.url()}`);
  });
  const page = await context.newPage();
  watchSockets(page, server, complain);
  return {
    name,
    page,
    context,
    open: async (path = '/') => {
      await page.goto(server.origin() + path);
    },
    expectComplaint: (pattern) => expected.push(pattern),
  };
}

function watchSockets(page: Page, server: Server, complain: (what: string) => void): void {
  page.on('websocket', (socket) => {
    if (socket.url() !== `${server.origin().replace('http', 'ws')}/relay`) complain(`a socket to ${socket.url()}`);
  });
}

/** Nine o'clock, so that "today" has many hours left; ahead of the server by a day at most, as a wrong clock would be. */
const tomorrowMorning = (): Date => new Date((Math.floor(Date.now() / dayMs) + 1) * dayMs + 9 * hourMs);

const isForeign = (url: string, origin: string): boolean =>
  !/^(data|blob):/.test(url) && new URL(url).origin !== origin;

/** Moves the clocks of all of them by the same time; what was due meanwhile happens. */
export async function passTime(people: readonly Person[], ms: number): Promise<void> {
  for (const { page, expectComplaint } of people) {
    // A socket that was silent for longer than it may be hangs up, even while it is being opened.
    expectComplaint(/WebSocket is closed before the connection is established/);
    await page.clock.fastForward(ms);
  }
}

/** Moves each clock to the same moment, however far apart they were. */
export async function passTimeUntil(people: readonly Person[], atMs: number): Promise<void> {
  for (const person of people) await passTime([person], atMs - (await person.page.evaluate(() => Date.now())));
}

/**
 * The first visit is over: the whole app is kept in the browser, and the server may go away. From here on a refused
 * connection is nothing to complain about.
 */
export async function hasAppForOffline(people: readonly Person[]): Promise<void> {
  for (const { page, expectComplaint } of people) {
    expectComplaint(/net::ERR_CONNECTION_REFUSED|WebSocket connection to .* failed/);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }
}

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
