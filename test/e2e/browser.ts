import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserServer } from 'playwright-core';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/browser.ts';
import { launchServer } from '../../scripts/launch.ts';
import { thisMachine } from '../../scripts/machine.ts';
import { startRegion } from './region.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one browser of this run: `chromium.connect(inject('browserEndpoint'))`. */
    browserEndpoint: string;
    /** A folder of the stand-in with the demonstration region in it, to be copied by whoever begins with it. */
    seededFolder: string;
  }
}

const endpoint: keyof ProvidedContext = 'browserEndpoint';
const seededFolder: keyof ProvidedContext = 'seededFolder';
let server: BrowserServer | undefined;
let folder: string | undefined;

/** One browser process serves the whole run, and the region is filled once; each test opens contexts and a copy of its own. */
export async function setup(project: TestProject): Promise<void> {
  server = await launchServer(await ensureBrowser(thisMachine));
  project.provide(endpoint, server.wsEndpoint());
  folder = mkdtempSync(path.join(tmpdir(), 'kaskad-e2e-'));
  await (await startRegion(folder)).close();
  project.provide(seededFolder, folder);
}

export async function teardown(): Promise<void> {
  await server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
