import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/browser.ts';
import { launchShared, type SharedBrowser } from '../../scripts/launch.ts';
import { thisMachine } from '../../scripts/machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one browser of this run: `chromium.connectOverCDP(inject('browserEndpoint'))`. */
    browserEndpoint: string;
  }
}

const endpoint: keyof ProvidedContext = 'browserEndpoint';
let shared: SharedBrowser | undefined;

/** One browser process serves the whole run; each test file opens contexts of its own in it. */
export async function setup(project: TestProject): Promise<void> {
  shared = await launchShared(await ensureBrowser(thisMachine));
  project.provide(endpoint, shared.endpoint);
}

export async function teardown(): Promise<void> {
  await shared?.close();
}
