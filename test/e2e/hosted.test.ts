import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { headersFor, readHosting } from '../../scripts/hostingFiles.ts';
import { tabOrigin } from './region.ts';
import { frameOf, openTeams, type Teams } from './teams.ts';

/**
 * The built product under exactly the headers that hosting/ tells its hosts to send. All the other tests of the whole run under
 * them too (teams.ts); here stands what the headers themselves could break. Nothing had to be added for the test: the pretend
 * window speaks as https://teams.microsoft.com, which may frame the tab.
 */
const dist = join(import.meta.dirname, '../../dist');
const hosting = readHosting();
let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  teams = await openTeams(browser);
});
afterEach(() => teams.close());

/** Browsers tell a page what its policy has refused; the console then has it among the complaints. */
function tellViolations() {
  document.addEventListener('securitypolicyviolation', (refused) => {
    console.error(`policy: ${refused.violatedDirective} ${refused.blockedURI}`);
  });
}

async function downloads(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download.suggestedFilename();
}

describe('[H1] under the headers of its host', () => {
  it('opens, logs, shows and hands out files, and the policy has nothing to refuse', async () => {
    const seat = await teams.sit({ role: 'head', place: 'channel:regionservice', before: tellViolations });
    const { page, tab, complaints } = seat;
    await tab.getByText('Sparat ✓').waitFor();
    await tab.getByRole('button', { name: 'Logga aktivitet' }).first().click();
    const drawer = tab.getByRole('dialog');
    await drawer.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Cykelförråd vid varje ingång');
    await drawer.getByRole('button', { name: 'Minskat avfall' }).click();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByRole('list', { name: 'Aktiviteter' }).getByText('Cykelförråd vid varje ingång').click();
    await tab.getByRole('dialog', { name: 'Aktivitet' }).waitFor();
    await page.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Mer', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Exportera …' }).click();
    const file = tab.getByRole('dialog', { name: 'Exportera' }).getByRole('button', { name: 'Ladda ner' });
    expect(await downloads(page, () => file.click())).toMatch(/\.xlsx$/);
    expect(complaints).toEqual([]);
  });

  it('is heard by this test when the policy refuses something', async () => {
    const { page, complaints } = await teams.sit({
      role: 'staff',
      place: 'channel:regionservice',
      before: tellViolations,
    });
    await frameOf(page).evaluate(async () => {
      await fetch('https://elsewhere.example/').catch(() => undefined);
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
    });
    // Twice each: by the header's policy, and by the page's own.
    await expect
      .poll(() => complaints.filter((one) => one.startsWith('policy: ')))
      .toEqual([
        'policy: connect-src https://elsewhere.example/',
        'policy: connect-src https://elsewhere.example/',
        'policy: script-src-elem inline',
        'policy: script-src-elem inline',
      ]);
    expect(await frameOf(page).evaluate(() => document.title)).not.toBe('inline');
  });

  it('[H6] is shown by no other page than those of Teams', async () => {
    const context = await browser.newContext();
    const headers = { ...headersFor(hosting, '/index.html'), 'Content-Type': 'text/html; charset=utf-8' };
    await context.route(`${tabOrigin}/**`, (route) => route.fulfill({ body: '<h1>The tab</h1>', headers }));
    const framedBy = async (origin: string) => {
      await context.route(`${origin}/**`, (route) =>
        route.fulfill({ body: `<iframe src="${tabOrigin}/index.html"></iframe>`, contentType: 'text/html' }),
      );
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${origin}/`);
      const heading = page.frameLocator('iframe').getByRole('heading', { name: 'The tab' });
      return { heading, said };
    };
    await (await framedBy('https://teams.microsoft.com')).heading.waitFor();
    const elsewhere = await framedBy('https://elsewhere.example');
    await expect.poll(() => elsewhere.said.join(' ')).toContain('frame-ancestors');
    expect(await elsewhere.heading.count()).toBe(0);
    await context.close();
  });

  it('[H3] every file that ships is kept for good by its name, or asked for anew', () => {
    const files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));
    expect(files).toContain('/version.json');
    expect(files).toContain('/config.json');
    const wrong = files.filter((file) => {
      const isNamed = /^\/assets\/(?:[^/]+-|c)[\w-]{8}\.\w+$/.test(file);
      const wanted = isNamed ? 'public, max-age=31536000, immutable' : 'no-cache';
      return headersFor(hosting, file)['Cache-Control'] !== wanted;
    });
    expect(wrong).toEqual([]);
    const { version, build } = JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8')) as {
      version: string;
      build: string;
    };
    expect([version, build].join(' ')).toMatch(/^\d+\.\d+\.\d+ [0-9a-f]{7}$/);
  });
});

describe('[T27] after an upgrade of the host', () => {
  it('a part that is gone leads to the newer version, never to a broken screen', async () => {
    const { page, tab } = await teams.sit({ role: 'strategist', place: 'personal' });
    await tab.getByRole('heading', { name: /^Miljömål/ }).waitFor();
    await page.context().route(`${tabOrigin}/assets/**`, (route) => route.fulfill({ status: 404, body: '' }));
    await page
      .context()
      .route(`${tabOrigin}/version.json`, (route) =>
        route.fulfill({ json: { version: '9.9.9', build: '0123456' } }),
      );
    await tab.getByRole('tab', { name: 'Mätetal' }).click();
    await tab.getByRole('heading', { name: 'En nyare version är klar' }).waitFor();
    await tab.getByRole('button', { name: 'Ladda om' }).waitFor();
  });
});

describe('[T24] [C330] a channel’s tab', () => {
  it('is changed to a unit and taken away in the dialogs of Teams, and nothing else goes', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    await page.getByRole('button', { name: 'Fliken Miljömål: fler val' }).click();
    await page.getByRole('menuitem', { name: 'Inställningar' }).click();
    await tab.getByText('Fliken visar Regionservice för alla i kanalen.').waitFor();
    await tab.getByLabel('Sök avdelning eller enhet').fill('lokal');
    await tab.getByRole('radio', { name: /^Lokalvård/ }).check();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByRole('heading', { name: 'Lokalvård', level: 1 }).waitFor();

    await page.getByRole('button', { name: 'Fliken Miljömål: fler val' }).click();
    await page.getByRole('menuitem', { name: 'Ta bort' }).click();
    await tab.getByRole('heading', { name: 'Bara fliken tas bort' }).waitFor();
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
    await page.getByText('Fliken Miljömål är inte inställd i den här kanalen.').waitFor();
  });
});
