import { describe, expect, test } from 'vitest';
import { ensureBrowser, findBrowser, usualPlaces } from '../../scripts/browser.ts';
import type { Machine } from '../../scripts/machine.ts';

const cached = '/cache/chromium/chrome';

interface Made {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  isRoot?: boolean;
  /** Files that are there. */
  files?: string[];
  commands?: string[];
  /** What running a command does; a browser answers --version unless this says otherwise. */
  run?: (line: string, files: Set<string>) => boolean;
}

/** A machine that does not exist, with a record of what was done to it. */
function machine(made: Made): { machine: Machine; ran: string[]; said: string[] } {
  const files = new Set(made.files ?? []);
  const ran: string[] = [];
  const said: string[] = [];
  return {
    ran,
    said,
    machine: {
      platform: made.platform ?? 'linux',
      env: made.env ?? { PATH: '/usr/local/bin:/usr/bin' },
      isRoot: made.isRoot ?? false,
      exists: (file) => files.has(file),
      onPath: (name) => (made.commands ?? []).includes(name),
      run: async (command, args) => {
        const line = [command, ...args].join(' ');
        ran.push(line);
        return made.run?.(line, files) ?? (line.endsWith('--version') && files.has(command));
      },
      playwrightBrowser: () => cached,
      playwrightInstaller: () => ({ command: 'node', args: ['cli.js'] }),
      say: (line) => said.push(line),
    },
  };
}

describe('a browser that is here', () => {
  test('the one that was asked for comes first', async () => {
    const env = { KASKAD_BROWSER: '/opt/mine', CHROME_PATH: '/opt/other', PATH: '/usr/bin' };
    const { machine: here } = machine({ env, files: ['/opt/mine', '/opt/other', '/usr/bin/chromium'] });
    expect(await findBrowser(here)).toBe('/opt/mine');
  });

  test('one that was asked for and is not there is an error, not replaced by another', async () => {
    const { machine: here } = machine({ env: { CHROME_PATH: '/no/such' }, files: ['/usr/bin/chromium'] });
    await expect(findBrowser(here)).rejects.toThrow('CHROME_PATH is set to /no/such');
  });

  test.each([
    ['linux', { PATH: '/home/x/bin' }, '/home/x/bin/microsoft-edge'],
    ['linux', {}, '/usr/bin/chromium'],
    ['darwin', { HOME: '/Users/x' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/x' }, '/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { 'PROGRAMFILES(X86)': 'C:\\P86' }, 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', { LOCALAPPDATA: 'C:\\U' }, 'C:\\U\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('on %s with %o it is found at %s', async (platform, env, file) => {
    const { machine: here } = machine({ platform, env, files: [file] });
    expect(usualPlaces(here)).toContain(file);
    expect(await findBrowser(here)).toBe(file);
  });

  test('a file that does not start is passed over', async () => {
    const { machine: here } = machine({
      files: ['/usr/bin/chromium-browser', cached],
      run: (line) => line.startsWith(cached),
    });
    expect(await findBrowser(here)).toBe(cached);
  });
});

describe('no browser is here', () => {
  const download = 'node cli.js install chromium --no-shell';

  test("Playwright's download is tried first, and said", async () => {
    const { machine: here, said } = machine({
      run: (line, files) => (line === download ? Boolean(files.add(cached)) : files.has(cached)),
    });
    expect(await ensureBrowser(here)).toBe(cached);
    expect(said.join()).toContain('Downloading Chromium');
  });

  test('system libraries that the download lacks are installed', async () => {
    let complete = false;
    const { machine: here } = machine({
      isRoot: true,
      commands: ['apt-get'],
      run: (line, files) => {
        if (line === download) return Boolean(files.add(cached));
        if (line === 'node cli.js install-deps chromium') complete = true;
        return complete;
      },
    });
    expect(await ensureBrowser(here)).toBe(cached);
  });

  const debian: NonNullable<Made['run']> = (line, files) => {
    if (line.endsWith('apt-get install -y --no-install-recommends chromium')) files.add('/usr/bin/chromium');
    return !line.startsWith('node') && (!line.endsWith('--version') || files.has('/usr/bin/chromium'));
  };

  test("where the download fails, root installs Debian's package", async () => {
    const { machine: here, ran } = machine({ isRoot: true, commands: ['apt-get'], run: debian });
    expect(await ensureBrowser(here)).toBe('/usr/bin/chromium');
    expect(ran).toContain('apt-get update');
  });

  test('without root it is done by sudo, if that asks for no password', async () => {
    const { machine: here, ran } = machine({ commands: ['apt-get', 'sudo'], run: debian });
    expect(await ensureBrowser(here)).toBe('/usr/bin/chromium');
    expect(ran).toContain('sudo -n apt-get update');
  });

  test.each([
    ['sudo wants a password', { commands: ['apt-get', 'sudo'], run: () => false }],
    ['there is no apt-get', { isRoot: true, run: () => false }],
    ['it is a Mac', { platform: 'darwin', isRoot: true, commands: ['apt-get'], run: () => false }],
    ['apt-get has no chromium', { isRoot: true, commands: ['apt-get'], run: () => false }],
  ] satisfies [string, Made][])('when %s, it fails with what to do', async (_why, made) => {
    await expect(ensureBrowser(machine(made).machine)).rejects.toThrow('set KASKAD_BROWSER');
  });
});
