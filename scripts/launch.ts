import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
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
export function launchOptions(executablePath: string, sandbox = !thisMachine.isRoot): LaunchOptions {
  return { executablePath, args: quietArguments, chromiumSandbox: sandbox };
}

/** One browser process that several test processes connect to. */
export async function launchServer(executablePath: string): Promise<BrowserServer> {
  const wanted = launchOptions(executablePath);
  try {
    return await chromium.launchServer(wanted);
  } catch (failure) {
    // Containers and newer Ubuntus forbid the user namespaces the sandbox is built on.
    if (!wanted.chromiumSandbox || !/sandbox/i.test(String(failure))) throw failure;
    console.log("This machine does not allow Chromium's sandbox; the tests run without it.");
    return chromium.launchServer(launchOptions(executablePath, false));
  }
}
