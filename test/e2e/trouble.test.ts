import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

/** The tab where nothing is as it should be: every state says what to do. */

const dist = join(import.meta.dirname, '../../dist');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'sv-SE' });
  await context.route('https://res.cdn.office.net/**', (route) => route.abort());
  await context.route('https://kaskad.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = await readFile(join(dist, pathname)).catch(() => undefined);
    if (!body) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ body, contentType: types[extname(pathname)] ?? 'application/octet-stream' });
  });
});
afterEach(() => context.close());
afterAll(() => browser.close());

async function openPage(html: string): Promise<Page> {
  await context.route('https://teams.microsoft.com/', (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('https://teams.microsoft.com/');
  return page;
}

describe('without a host that answers', () => {
  it('gives up on a silent window after eight seconds, and says what to do', async () => {
    const page = await openPage(
      '<iframe src="https://kaskad.example/index.html" width="800" height="600"></iframe>',
    );
    const tab = page.frameLocator('iframe');
    await tab.locator('.frame').waitFor({ state: 'attached' });
    await expect
      .poll(async () => {
        await page.clock.runFor(4_000);
        return tab.getByRole('heading', { name: 'Teams svarar inte' }).count();
      })
      .toBe(1);
    await tab.getByText('Ladda om fliken. Hjälper det inte: starta om Teams.').waitFor();
    await tab.getByRole('button', { name: 'Försök igen' }).waitFor();
  });

  it('[T10] asks who it is when it stands alone', async () => {
    await context.route('https://kaskad.example/config.json', (route) =>
      route.fulfill({
        json: {
          clientId: 'c0ffee00-0000-4000-8000-000000000001',
          tenantId: 'c0ffee00-0000-4000-8000-000000000002',
          site: { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' },
        },
      }),
    );
    const page = await context.newPage();
    await page.goto('https://kaskad.example/index.html');
    await page.getByRole('heading', { name: 'Miljömål' }).waitFor();
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).waitFor();
    expect(await page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0);
  });
});
