import type { BrowserServer } from 'playwright-core';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/browser.ts';
import { launchServer } from '../../scripts/launch.ts';
import { thisMachine } from '../../scripts/machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one browser of this run: `chromium.connect(inject('browserEndpoint'))`. */
    browserEndpoint: string;
  }
}

const endpoint: keyof ProvidedContext = 'browserEndpoint';
let server: BrowserServer | undefined;

/** One browser process serves the whole run; each test file opens contexts of its own in it. */
export async function setup(project: TestProject): Promise<void> {
  server = await launchServer(await ensureBrowser(thisMachine));
  project.provide(endpoint, server.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await server?.close();
}
