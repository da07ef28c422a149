import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { readDemo } from './demo.ts';
import { startStandin } from '../standin/serve.ts';
import { ensureBrowser } from './browser.ts';
import { declaredActivities } from './declaredActivities.ts';
import { launchOptions } from './launch.ts';
import { thisMachine } from './machine.ts';
import { type Picture, pictures } from './pictureList.ts';
import { seed } from './seed.ts';

/** `npm run pictures`: takes the pictures of docs/images/ from the running product. */

const root = path.resolve(import.meta.dirname, '..');
const images = path.join(root, 'docs/images');

async function main(): Promise<void> {
  await build({ root, mode: 'standin', logLevel: 'error' });
  const folder = mkdtempSync(path.join(tmpdir(), 'kaskad-pictures-'));
  const standin = await startStandin({
    folder,
    webFolder: path.join(root, '.standin/web'),
    organisation: readDemo(),
    clientId: 'c0ffee00-0000-4000-8000-000000000001',
    seed,
    activityTypes: declaredActivities(),
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
  const { name, person, place, theme = 'light', size = { width: 1280, height: 800 }, subPage, act } = picture;
  const context = await browser.newContext({ viewport: size, locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const hash = new URLSearchParams({
    person: `${person}@kaskad.example`,
    place,
    theme,
    lang: 'sv',
    ...(subPage !== undefined && { page: subPage }),
  });
  await page.goto(`${url}#${hash}`);
  await act(page.frameLocator('iframe:not([title$=" på skärmen"])'), page);
  await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => true),
        ),
      ),
  );
  await page.screenshot({ path: path.join(images, `${name}.png`) });
  await context.close();
}

await main();
