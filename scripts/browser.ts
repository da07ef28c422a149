import type { Machine } from './machine.ts';

/**
 * Finds the browser that the end-to-end tests and the pictures are run in, and installs one when the
 * machine has none. Only decisions stand here; everything they touch is in machine.ts, so that each
 * decision is tested on machines that do not exist.
 */

/** Said when there is no browser and none could be installed. */
export class NoBrowser extends Error {}

const pathNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where a browser usually lies on this kind of machine, most wanted first. */
export function usualPlaces(machine: Pick<Machine, 'platform' | 'env'>): string[] {
  const { env, platform } = machine;
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return windowsPlaces.flatMap((place) => roots.filter(Boolean).map((root) => `${root}\\${place}`));
  }
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean);
  const onPath = pathNames.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  if (platform === 'darwin') {
    const roots = ['/Applications', `${env['HOME'] ?? ''}/Applications`];
    return [...macPlaces.flatMap((place) => roots.map((root) => `${root}/${place}`)), ...onPath];
  }
  const fixed = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return [...onPath, ...pathNames.flatMap((name) => fixed.map((folder) => `${folder}/${name}`))];
}

/** A slow line is let through as long as something is heard from it; a dead one is given up. */
const download = { silentMs: 90_000, wholeMs: 600_000 };

/** A file of the right name may still be no browser: Ubuntu's chromium-browser only points to a snap. */
async function starts(machine: Machine, file: string): Promise<boolean> {
  if (!machine.exists(file)) return false;
  // On Windows --version opens a window instead of answering, so there the file is trusted.
  if (machine.platform === 'win32') return true;
  return machine.run(file, ['--version'], { quiet: true, wholeMs: 30_000 });
}

/** A browser that is already here, or undefined. One that was asked for by name must be there. */
export async function findBrowser(machine: Machine): Promise<string | undefined> {
  for (const name of ['KASKAD_BROWSER', 'CHROME_PATH']) {
    const asked = machine.env[name];
    if (!asked) continue;
    if (await starts(machine, asked)) return asked;
    throw new NoBrowser(`${name} is set to ${asked}, but no browser starts there: correct it or unset it.`);
  }
  const seen = new Set<string>();
  for (const file of [...usualPlaces(machine), machine.playwrightBrowser()]) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (await starts(machine, file)) return file;
  }
  return undefined;
}

/** A command as root would give it. */
type AsRoot = (command: string, args: readonly string[]) => Promise<boolean>;

/** How to become root for apt: already, by sudo without a password, or not at all. */
async function rootForApt(machine: Machine): Promise<AsRoot | undefined> {
  if (machine.platform !== 'linux' || !machine.onPath('apt-get')) return undefined;
  if (machine.isRoot) return (command, args) => machine.run(command, args, download);
  if (!machine.onPath('sudo')) return undefined;
  const allowed = await machine.run('sudo', ['-n', 'true'], { quiet: true, wholeMs: 10_000 });
  return allowed ? (command, args) => machine.run('sudo', ['-n', command, ...args], download) : undefined;
}

async function installFromPlaywright(machine: Machine): Promise<string | undefined> {
  machine.say('No Chrome, Chromium or Edge was found. Downloading Chromium with Playwright ...');
  const { command, args } = machine.playwrightInstaller();
  const arrived = await machine.run(command, [...args, 'install', 'chromium', '--no-shell'], download);
  if (!arrived) {
    machine.say("Playwright's download did not succeed.");
    return undefined;
  }
  const file = machine.playwrightBrowser();
  if (await starts(machine, file)) return file;
  const asRoot = await rootForApt(machine);
  if (!asRoot) return undefined;
  machine.say('Chromium was downloaded but lacks system libraries. Installing those with apt-get ...');
  await asRoot(command, [...args, 'install-deps', 'chromium']);
  return (await starts(machine, file)) ? file : undefined;
}

async function installFromDebian(machine: Machine): Promise<string | undefined> {
  const asRoot = await rootForApt(machine);
  if (!asRoot) return undefined;
  machine.say("Installing Debian's package chromium with apt-get ...");
  // An update that fails for one source may still have reached the one that has chromium.
  await asRoot('apt-get', ['update']);
  if (!(await asRoot('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']))) {
    machine.say('apt-get could not install chromium.');
    return undefined;
  }
  return findBrowser(machine);
}

/** The path of a browser that starts. Installs one when there is none; never goes on without. */
export async function ensureBrowser(machine: Machine): Promise<string> {
  const file =
    (await findBrowser(machine)) ??
    (await installFromPlaywright(machine)) ??
    (await installFromDebian(machine));
  if (file) return file;
  throw new NoBrowser(
    'There is no Chrome, Chromium or Edge on this machine and none could be installed: ' +
      'install one, or set KASKAD_BROWSER to the path of its program, and run the command again.',
  );
}
