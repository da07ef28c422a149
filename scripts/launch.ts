import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';
import { thisMachine } from './machine.ts';

/** The tests answer every address themselves; the browser's own traffic would only make them slow and vary. */
const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Root cannot use Chromium's sandbox; everybody else does. */
export function launchOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: quietArguments, chromiumSandbox: !thisMachine.isRoot };
}

/** One browser process that several test processes connect to, by `chromium.connectOverCDP(endpoint)`. */
export type SharedBrowser = { readonly endpoint: string; close(): Promise<void> };

/**
 * Debian's Chromium comes with third-party cookies blocked, and with them all storage of a framed page. Chrome and Edge
 * as people have them give a tab in Teams storage of its own, and so must the browser of the tests.
 */
const likePeoples = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

export async function launchShared(executablePath: string): Promise<SharedBrowser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'kaskad-browser-'));
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(likePeoples));
  const context = await launchWithProfile(profile, launchOptions(executablePath));
  const [port, address] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return {
    endpoint: `ws://127.0.0.1:${port}${address}`,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function launchWithProfile(profile: string, wanted: LaunchOptions) {
  const options = { ...wanted, args: [...(wanted.args ?? []), '--remote-debugging-port=0'] };
  try {
    return await chromium.launchPersistentContext(profile, options);
  } catch (failure) {
    // Containers and newer Ubuntus forbid the user namespaces the sandbox is built on.
    if (!wanted.chromiumSandbox || !/sandbox/i.test(String(failure))) throw failure;
    console.log("This machine does not allow Chromium's sandbox; the tests run without it.");
    return chromium.launchPersistentContext(profile, { ...options, chromiumSandbox: false });
  }
}
