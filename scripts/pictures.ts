import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { build } from 'vite';
import { readDemo } from './demo.ts';
import { startStandin } from '../standin/serve.ts';
import { ensureBrowser } from './browser.ts';
import { launchOptions } from './launch.ts';
import { thisMachine } from './machine.ts';
import { seed } from './seed.ts';

/** `npm run pictures`: takes the pictures of docs/images/ from the running product. */

const root = path.resolve(import.meta.dirname, '..');
const images = path.join(root, 'docs/images');

type Picture = {
  readonly name: string;
  readonly person: string;
  readonly place: string;
  readonly theme?: 'dark' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
  /** What to do before the picture is taken, and what must be on screen by then. */
  readonly act: (tab: FrameLocator, page: Page) => Promise<void>;
};

const saved = (tab: FrameLocator) => tab.getByText('Sparat ✓').waitFor();

const pictures: readonly Picture[] = [
  { name: 'head', person: 'anders.ekholm', place: 'channel:regionservice', act: saved },
  {
    name: 'head-assigns',
    person: 'anders.ekholm',
    place: 'channel:regionservice',
    async act(tab) {
      await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
    },
  },
  { name: 'staff', person: 'eva.strand', place: 'meeting:regionservice-kost', act: saved },
  {
    name: 'staff-logs',
    person: 'eva.strand',
    place: 'meeting:regionservice-kost',
    theme: 'dark',
    async act(tab) {
      await tab.getByRole('button', { name: 'Avfall' }).click();
      for (const line of ['Mindre portioner på fredagar', 'Svinnet vägs varje dag']) {
        await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill(line);
        await tab.getByRole('textbox', { name: 'Vad gör ni?' }).press('Enter');
      }
      await tab.getByText('Loggat i mötet (2)').waitFor();
      await saved(tab);
    },
  },
  {
    name: 'round-the-table',
    person: 'anders.ekholm',
    place: 'meeting:regionservice',
    async act(tab, page) {
      await tab.getByRole('button', { name: 'Gå runt bordet' }).click();
      for (const _ of [1, 2]) await tab.getByRole('button', { name: 'Nästa mål' }).click();
      await tab.getByRole('button', { name: 'Visa på skärmen' }).click();
      const stage = page.frameLocator('iframe[title="Miljömål på skärmen"]');
      await stage.getByText('Det ni loggar i mötet växer fram här.').waitFor();
    },
  },
  {
    name: 'strategist',
    person: 'ingrid.sandell',
    place: 'personal',
    act: (tab) => tab.getByRole('heading', { name: 'Miljömål 2023' }).waitFor(),
  },
  { name: 'auditor', person: 'olof.wiklund', place: 'channel:regionstaben', act: saved },
  {
    name: 'configuration',
    person: 'ingrid.sandell',
    place: 'settings',
    act: (tab) => tab.getByRole('heading', { name: 'Vilken avdelning ska fliken visa?' }).waitFor(),
  },
];

async function main(): Promise<void> {
  await build({ root, mode: 'standin', logLevel: 'error' });
  const folder = mkdtempSync(path.join(tmpdir(), 'kaskad-pictures-'));
  const standin = await startStandin({
    folder,
    webFolder: path.join(root, '.standin/web'),
    organisation: readDemo(),
    clientId: 'c0ffee00-0000-4000-8000-000000000001',
    seed,
    port: 0,
  });
  const browser = await chromium.launch(launchOptions(await ensureBrowser(thisMachine)));
  mkdirSync(images, { recursive: true });
  try {
    for (const picture of pictures) {
      await take(browser, standin.url, picture);
      console.log(`docs/images/${picture.name}.png`);
    }
  } finally {
    await browser.close();
    await standin.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, person, place, theme = 'light', size = { width: 1280, height: 800 }, act } = picture;
  const context = await browser.newContext({ viewport: size, locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const hash = new URLSearchParams({ person: `${person}@kaskad.example`, place, theme, lang: 'sv' });
  await page.goto(`${url}#${hash}`);
  await act(page.frameLocator('iframe'), page);
  await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => true),
        ),
      ),
  );
  await page.screenshot({ path: path.join(images, `${name}.png`) });
  await context.close();
}

await main();
