import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.ts';
import { launchOptions } from './launch.ts';
import { thisMachine } from './machine.ts';

/**
 * Draws the icons of the Teams package from their SVG sources: `npx tsx scripts/drawIcons.ts`. The drawn
 * files are kept beside them, so that packaging needs no browser.
 */
const folder = path.resolve(import.meta.dirname, '../manifest');
const browser = await chromium.launch(launchOptions(await ensureBrowser(thisMachine)));
try {
  for (const { name, side } of [
    { name: 'color', side: 192 },
    { name: 'outline', side: 32 },
  ]) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    writeFileSync(path.join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`manifest/${name}.png, ${side} × ${side}`);
  }
} finally {
  await browser.close();
}
