import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Page,
  type Route,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { readDemo } from '../../scripts/demo.ts';
import { type Standin, startStandin } from '../../standin/serve.ts';
import { buildProbe, probePath } from './probe/buildProbe.ts';

/**
 * The pretend Teams window against the real, unmodified teams-js and MSAL: on its own origin as `npm start`
 * serves it, and cross-origin as the end-to-end tests of the product do.
 */

const clientId = '5b1f0c00-0000-4000-8000-00000000abcd';
const anders = '7b1f0c00-0000-4000-8000-000000000002';
const eva = '7b1f0c00-0000-4000-8000-000000000003';
const organisation = readDemo();
const validDomains = 'https://res.cdn.office.net/**';

let browser: Browser;
let folder: string;
let context: BrowserContext | undefined;
let seedings = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaskad-window-'));
  [browser] = await Promise.all([
    chromium.connect(inject('browserEndpoint')),
    buildProbe(join(folder, 'web')),
  ]);
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(
  name: string,
  more: { allowedHosts?: string[]; tabOrigin?: string; listen?: boolean },
): Promise<Standin> {
  return startStandin({
    folder: join(folder, name),
    webFolder: join(folder, 'web'),
    organisation,
    clientId,
    seed: async () => {
      seedings += 1;
    },
    port: 0,
    tabPath: probePath,
    ...more,
  });
}

type Opened = { page: Page; frame: FrameLocator; troubles: string[] };

async function open(url: string, prepare?: (context: BrowserContext) => Promise<void>): Promise<Opened> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route(validDomains, (route) =>
    route.fulfill({
      json: { validOrigins: ['teams.microsoft.com'] },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
  await prepare?.(context);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.goto(url);
  return { page, frame: page.frameLocator('iframe'), troubles };
}

async function shown(frame: FrameLocator, place: string): Promise<Record<string, unknown>> {
  const text = frame.locator(`#${place}:not(:empty)`);
  return JSON.parse((await text.textContent()) ?? '{}') as Record<string, unknown>;
}

async function signsIn(standin: Standin, frame: FrameLocator): Promise<void> {
  const token = await shown(frame, 'token');
  expect(token).toMatchObject({
    name: 'Anders Ekholm',
    homeAccountId: `${anders}.${organisation.tenantId}`,
    isRecommended: true,
    againFromCache: true,
  });
  // The stand-in's own Graph checks the signature: what it lets in, tokens.ts has verified.
  const answer = await standin.fetch(
    new Request(`${standin.url}graph/v1.0/me`, {
      headers: { Authorization: `Bearer ${String(token['popupToken'])}` },
    }),
  );
  expect(await answer.json()).toMatchObject({ id: anders, displayName: 'Anders Ekholm' });
}

describe('on its own origin', () => {
  let standin: Standin;
  beforeAll(async () => {
    standin = await start('own', {});
  });
  afterAll(() => standin.close());
  const at = (hash: string) => `${standin.url}#person=${anders}&day=2023-08-25&${hash}`;

  it('tells teams-js who, where and when, and gives MSAL a token that the stand-in verifies', async () => {
    const { frame, troubles } = await open(at('place=channel:regionservice'));
    expect(await shown(frame, 'context')).toMatchObject({
      app: { locale: 'sv-se', theme: 'default', host: { name: 'Teams' } },
      page: { id: 'department/regionservice', frameContext: 'content' },
      user: {
        id: anders,
        userPrincipalName: 'anders.ekholm@kaskad.example',
        tenant: { id: organisation.tenantId },
      },
      channel: { displayName: 'Regionservice' },
      sharePointSite: { teamSiteDomain: organisation.site.hostname, teamSitePath: organisation.site.path },
      day: '2023-08-25',
      department: 'regionservice',
    });
    await signsIn(standin, frame);
    expect(troubles).toEqual([]);
  });

  it('changes theme over the wire, and language with a new frame', async () => {
    const { page, frame } = await open(at('place=channel:regionservice'));
    await shown(frame, 'token');
    await page.getByLabel('Tema').selectOption('dark');
    await frame.locator('#theme', { hasText: 'dark' }).waitFor();
    expect(await shown(frame, 'context')).toMatchObject({ app: { theme: 'default' } });
    await page.getByLabel('Språk').selectOption('en');
    await frame.locator('#context', { hasText: 'en-us' }).waitFor();
    expect(await shown(frame, 'context')).toMatchObject({ app: { theme: 'dark' } });
    expect(page.url()).toContain('theme=dark&lang=en');
  });

  it('opens another person in another place with another frame', async () => {
    const { page, frame } = await open(at('place=channel:regionservice'));
    await shown(frame, 'token');
    await page.getByLabel('Du är').selectOption(eva);
    await page.getByLabel('Plats').selectOption('meeting:regionservice-kost');
    await frame.locator('#context', { hasText: 'sidePanel' }).waitFor();
    expect(await shown(frame, 'context')).toMatchObject({
      user: { id: eva },
      meeting: { id: 'meeting-regionservice-kost' },
      page: { id: 'unit/regionservice-kost', frameContext: 'sidePanel' },
    });
    expect((await page.locator('iframe').boundingBox())?.width).toBe(280);
    expect(await shown(frame, 'token')).toMatchObject({ name: 'Eva Strand' });
  });

  it('moves the pretend day for the tab and for the graph', async () => {
    const { page, frame } = await open(at('place=personal'));
    await shown(frame, 'token');
    await page.getByLabel('Dag').fill('2024-01-15');
    await frame.locator('#context', { hasText: '2024-01-15' }).waitFor();
    expect(standin.day()).toBe('2024-01-15');
    expect(page.url()).toContain('day=2024-01-15');
  });

  it('sets the tab up in a channel, and shows it there', async () => {
    const { page, frame } = await open(at('place=channel'));
    await page.getByRole('button', { name: 'Ställ in fliken' }).click();
    const save = page.getByRole('button', { name: 'Spara' });
    await shown(frame, 'token');
    expect(await save.isDisabled()).toBe(true);
    await frame.locator('#valid').click();
    await save.click();
    await frame.locator('#context', { hasText: 'department/ekonomi' }).waitFor();
    expect(await shown(frame, 'context')).toMatchObject({
      page: { frameContext: 'content' },
      department: 'ekonomi',
    });
    await page.reload();
    expect(await shown(frame, 'context')).toMatchObject({ page: { id: 'department/ekonomi' } });
  });

  it('shares a link, follows one, and says plainly what it cannot do', async () => {
    const { page, frame, troubles } = await open(at('place=channel:regionservice'));
    await shown(frame, 'token');
    // teams-js refuses by itself what the runtime does not name; what it sends all the same, the host refuses.
    await frame.locator('#people').click();
    await frame.locator('#error', { hasText: '"errorCode":100' }).waitFor();
    await frame.locator('#old').click();
    await frame.locator('#error', { hasText: 'does not support authentication.getAuthToken' }).waitFor();
    expect(troubles).toEqual([expect.stringContaining('authentication.getAuthToken')]);
    await frame.locator('#share').click();
    expect(await page.getByLabel('Minskade utsläpp från resor').inputValue()).toContain('page=goal/resor');
    await page.getByRole('button', { name: 'Stäng' }).click();
    await frame.locator('#link').click();
    await frame.locator('#context', { hasText: '"subPageId":"gaps"' }).waitFor();
    expect(await shown(frame, 'context')).toMatchObject({ page: { id: 'overview', subPageId: 'gaps' } });
  });

  it("shows the tab's own failure, and tries again with a new frame", async () => {
    const { page, frame } = await open(at('place=channel:hr'));
    await page.getByText('The probe fails once here.').waitFor();
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await shown(frame, 'token');
  });

  it('welcomes with three ways in, remembers, and starts over after asking', async () => {
    const { page, frame } = await open(standin.url);
    await page.getByRole('button', { name: /Prova i ett möte/ }).click();
    expect(await shown(frame, 'context')).toMatchObject({ user: { id: eva } });
    const seedingsBefore = seedings;
    await page.getByRole('button', { name: 'Börja om' }).click();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('alertdialog').getByRole('button', { name: 'Börja om' }).click(),
    ]);
    await shown(frame, 'token');
    expect(seedings).toBe(seedingsBefore + 1);
    expect(standin.day()).toBe('2023-08-25');
    await page.getByRole('button', { name: 'Uppgifter' }).click();
    await page.getByRole('button', { name: /Prova som avdelningschef/ }).waitFor();
  });

  it.each([1920, 1280, 1024, 360])('fills the screen without horizontal scroll at %i px', async (width) => {
    const { page, frame } = await open(at('place=channel:regionservice'));
    await page.setViewportSize({ width, height: 800 });
    await shown(frame, 'token');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    const box = await page.locator('iframe').boundingBox();
    expect(box && box.y + box.height).toBe(800);
  });
});

describe('cross-origin, as https://teams.microsoft.com', () => {
  it('serves the tab of another origin as strictly as Teams', async () => {
    const standin = await start('cross', {
      allowedHosts: ['teams.microsoft.com'],
      tabOrigin: 'https://kaskad.example',
      listen: false,
    });
    const { page, frame, troubles } = await open(
      `https://teams.microsoft.com/#person=${anders}&place=channel:regionservice`,
      async (routes) => {
        const fulfil = (route: Route) => fulfilWith(standin, route);
        await routes.route('https://teams.microsoft.com/**', fulfil);
        await routes.route('https://kaskad.example/**', fulfil);
      },
    );
    await signsIn(standin, frame);
    await page.getByLabel('Tema').selectOption('contrast');
    await frame.locator('#theme', { hasText: 'contrast' }).waitFor();
    // The tab's own origin cannot sign anybody in: it is not the window.
    const status = await frame.locator('body').evaluate(async () => {
      const response = await fetch('/standin/token', { method: 'POST', body: '{}' });
      return response.status;
    });
    expect(status).toBe(403);
    expect(troubles.filter((line) => !line.includes('403'))).toEqual([]);
    await standin.close();
  });
});

async function fulfilWith(standin: Standin, route: Route): Promise<void> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const response = await standin.fetch(
    new Request(asked.url(), {
      method: asked.method(),
      headers: await asked.allHeaders(),
      ...(body !== null && { body: new Uint8Array(body) }),
    }),
  );
  // The stand-in lets only itself frame the tab; in production the tab's host lets Teams.
  const headers = Object.fromEntries(response.headers);
  const policy = headers['content-security-policy']?.replace(
    "frame-ancestors 'self'",
    'frame-ancestors https://teams.microsoft.com',
  );
  await route.fulfill({
    status: response.status,
    headers: { ...headers, ...(policy !== undefined && { 'content-security-policy': policy }) },
    body: Buffer.from(await response.arrayBuffer()),
  });
}
