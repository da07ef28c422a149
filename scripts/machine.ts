import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export interface RunLimits {
  /** Nothing of what the program prints is shown. */
  quiet?: boolean;
  /** Given up after this long without a printed byte. */
  silentMs?: number;
  /** Given up after this long in any case. */
  wholeMs: number;
}

/** What finding and installing a browser needs of the machine; tests hand in one that does not exist. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  exists(file: string): boolean;
  onPath(name: string): boolean;
  /** Whether the program ended well within its limits. Never throws. */
  run(command: string, args: readonly string[], limits: RunLimits): Promise<boolean>;
  /** Where Playwright keeps its own Chromium, whether or not it is there. */
  playwrightBrowser(): string;
  playwrightInstaller(): { command: string; args: string[] };
  say(line: string): void;
}

/** Installers start children of their own, so the whole group is ended, not only the first process. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

export function runWithin(command: string, args: readonly string[], limits: RunLimits): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
      },
    });
    const giveUp = () => endGroup(child.pid);
    const whole = setTimeout(giveUp, limits.wholeMs);
    let silent = limits.silentMs === undefined ? undefined : setTimeout(giveUp, limits.silentMs);
    const heard = (piece: Buffer, to: NodeJS.WriteStream) => {
      if (!limits.quiet) to.write(piece);
      if (limits.silentMs === undefined) return;
      clearTimeout(silent);
      silent = setTimeout(giveUp, limits.silentMs);
    };
    child.stdout.on('data', (piece: Buffer) => heard(piece, process.stdout));
    child.stderr.on('data', (piece: Buffer) => heard(piece, process.stderr));
    const done = (ended: boolean) => {
      clearTimeout(whole);
      clearTimeout(silent);
      resolve(ended);
    };
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
}

function onPath(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  onPath,
  run: runWithin,
  playwrightBrowser: () => chromium.executablePath(),
  playwrightInstaller: () => {
    const home = path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
    return { command: process.execPath, args: [path.join(home, 'cli.js')] };
  },
  say: (line) => console.log(line),
};
