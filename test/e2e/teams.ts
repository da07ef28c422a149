import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, FrameLocator, Page, Route } from 'playwright-core';
import { inject } from 'vitest';
import { headersFor, readHosting } from '../../scripts/hostingFiles.ts';
import type { Standin } from '../../standin/serve.ts';
import { region, startRegion, tabOrigin } from './region.ts';
import { forward, openWire, type Wire, withPageForRedirect } from './wire.ts';

/**
 * The production build from dist/, unmodified, on an https origin of its own, framed by the pretend Teams window
 * as https://teams.microsoft.com, with https://graph.microsoft.com answered by the stand-in. Everything crosses
 * origins as it does in reality; only the network in between is the test's. The tab's origin lies on the window's site,
 * because Debian's Chromium gives a framed page of another site no storage, where Chrome and Edge give it its own.
 */
const windowOrigin = 'https://teams.microsoft.com';
const root = join(import.meta.dirname, '../..');

const people = {
  strategist: 'Ingrid Sandell',
  head: 'Anders Ekholm',
  unitHead: 'Karin Holm',
  staff: 'Eva Strand',
  receptionist: 'Samira Haddadi',
  otherHead: 'Helena Wester',
  auditor: 'Olof Wiklund',
} as const;

export type Role = keyof typeof people;

export type Seat = {
  readonly page: Page;
  /** The tab inside the window. */
  readonly tab: FrameLocator;
  /** What the browser complained of: console errors, page errors, refused policies. */
  readonly complaints: readonly string[];
  /** Another tab of the same person and place in the same browser: what lies on the device is there. */
  another(): Promise<Seat>;
};

export type Place = {
  role: Role;
  place: string;
  theme?: 'light' | 'dark' | 'contrast';
  lang?: 'sv' | 'en';
  /** The page within the tab that a link names. */
  subPage?: string;
  /** The activity feed stands open beside the place. */
  hasFeed?: boolean;
  /** How the pretend Teams signs the tab in, where not by itself. */
  auth?: 'popup' | 'refused';
  /** Runs in every page before its own code. */
  before?: () => void;
};

export type Teams = {
  readonly standin: Standin;
  /** Sits down in front of the window as somebody, somewhere. */
  sit(where: Place, size?: { width: number; height: number }): Promise<Seat>;
  /** The browser of somebody who has not opened Teams. */
  browse(): Promise<BrowserContext>;
  /** False cuts the tabs' way to Graph, as when the network goes. */
  setNetwork(isUp: boolean): void;
  /** The tabs' way to Graph, where requests can be held. */
  readonly wire: Wire;
  /** Everybody leaves, with what lies on their devices; the site stays. */
  leave(): Promise<void>;
  /** Stops the stand-in and starts it again from what it left on disk. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

/** [H1] What every host of the tab is told to send, word for word: the window's origin is one of those that may frame it. */
const hosting = readHosting();

/** A region of its own, freshly seeded, with as many people in front of it as a test wants. */
export async function openTeams(browser: Browser, organisation = region): Promise<Teams> {
  const folder = mkdtempSync(join(tmpdir(), 'kaskad-e2e-'));
  const contexts: BrowserContext[] = [];
  const wire = openWire();
  if (organisation === region) cpSync(inject('seededFolder'), folder, { recursive: true });
  const start = () => startRegion(folder, organisation);
  let standin = await start();

  async function prepare(context: BrowserContext): Promise<void> {
    await context.route(`${windowOrigin}/**`, (route) => forward(route, standin.fetch));
    await context.route(`${tabOrigin}/**`, (route) => serveTab(route, standin));
    await context.route('https://graph.microsoft.com/**', (route) =>
      wire.carry(route, (request) => standin.network.graph(request)),
    );
    // SharePoint's own host: downloads and uploads.
    await context.route(`https://${region.site.hostname}/**`, (route) =>
      wire.carry(route, (request) => standin.network.files(request)),
    );
    await context.route('https://login.microsoftonline.com/**', (route) =>
      forward(route, async (request) => withPageForRedirect(await standin.entra.fetch(request))),
    );
    await context.route('https://res.cdn.office.net/**', (route) =>
      route.fulfill({
        json: { validOrigins: ['teams.microsoft.com'] },
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    );
    // The demonstration's day; tokens keep real time, and so does everything that waits.
    await context.clock.setFixedTime(new Date(`${region.day}T10:00:00`));
  }

  async function contextOf(viewport: { width: number; height: number }): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      // A drawer on its way in would be clicked where it is no longer.
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    await prepare(context);
    return context;
  }

  async function open(context: BrowserContext, address: string): Promise<Seat> {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    const tab = page.frameLocator('iframe:not([title$=" på skärmen"])');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    // The window lifts its loading sign from over the frame; until that is drawn, a click lands on the sign.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    return { page, tab, complaints, another: () => open(context, address) };
  }

  const leave = async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };

  return {
    get standin() {
      return standin;
    },
    wire,
    async sit(
      { role, place, theme = 'light', lang = 'sv', subPage, hasFeed, auth, before },
      size = { width: 1280, height: 900 },
    ) {
      const context = await contextOf(size);
      if (before) await context.addInitScript(before);
      const person = region.people.find(({ name }) => name === people[role]);
      const hash = new URLSearchParams({
        person: person?.id ?? '',
        place,
        theme,
        lang,
        ...(hasFeed && { feed: 'open' }),
        ...(auth && { auth }),
        ...(subPage !== undefined && { page: subPage }),
      });
      return open(context, `${windowOrigin}/#${hash}`);
    },
    browse: () => contextOf({ width: 1280, height: 900 }),
    setNetwork(isUp) {
      wire.setUp(isUp);
      // Browsers tell their pages; a network that comes back without a word is the switch's (networkAndFeed.test.ts).
      const pages = isUp ? contexts.flatMap((context) => context.pages()) : [];
      for (const frame of pages.flatMap((page) => page.frames()))
        if (frame.url().startsWith(tabOrigin))
          void frame.evaluate(() => window.dispatchEvent(new Event('online'))).catch(() => undefined);
    },
    leave,
    async restart() {
      await standin.close();
      standin = await start();
    },
    async close() {
      await leave();
      await standin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The tab's own frame, for what only code in the page can tell. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(`${tabOrigin}/`));
  if (!frame) throw new Error('The tab is not open');
  return frame;
}

async function serveTab(route: Route, standin: Standin): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/config.json') {
    const { tenantId, site } = standin.organisation();
    const { hostname, path } = site;
    const clientId = 'c0ffee00-0000-4000-8000-000000000001';
    return route.fulfill({
      json: { clientId, tenantId, site: { hostname, path } },
      headers: headersFor(hosting, pathname),
    });
  }
  const body = await readFile(join(root, 'dist', pathname)).catch(() => undefined);
  if (!body) return route.fulfill({ status: 404, body: 'not there' });
  return route.fulfill({
    body,
    headers: {
      'Content-Type': contentTypes[extname(pathname)] ?? 'application/octet-stream',
      ...headersFor(hosting, pathname),
    },
  });
}
