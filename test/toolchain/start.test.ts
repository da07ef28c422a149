import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoFile } from '../../scripts/demo.ts';
import { siteFolder } from '../../scripts/siteFolder.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaskad-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm start -- …` says when it gives up. */
function start(...options: string[]): Promise<{ code: number | null; said: string }> {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [tsx, 'scripts/start.ts', ...options],
      { cwd: root },
      (_, out, err) => resolve({ code: child.exitCode, said: out + err }),
    );
  });
}

describe('npm start with a file that cannot be used', () => {
  it('says file, line and reason, ends with 1, and leaves what was stored untouched, even with --fresh', async () => {
    const file = path.join(folder, 'ours.json');
    writeFileSync(
      file,
      readFileSync(demoFile, 'utf8').replace('"parent": "regionservice"', '"parent": "borttagen"'),
    );
    const site = siteFolder(file);
    mkdirSync(site, { recursive: true });
    writeFileSync(path.join(site, 'rows'), 'the old rows');
    try {
      const { code, said } = await start('--fresh', '--organisation', file);
      expect(code).toBe(1);
      expect(said).toMatch(/ours\.json:\d+: units\[\d+\]\.parent: .*borttagen/);
      expect(said).not.toContain(' at ');
      expect(readFileSync(path.join(site, 'rows'), 'utf8')).toBe('the old rows');
    } finally {
      rmSync(site, { recursive: true, force: true });
    }
  });

  it('says that there is no such file', async () => {
    const { code, said } = await start('--organisation', path.join(folder, 'saknas.json'));
    expect(code).toBe(1);
    expect(said).toContain('saknas.json: there is no such file');
  });

  it('says what a port is', async () => {
    const { code, said } = await start('--port', 'många');
    expect(code).toBe(1);
    expect(said).toContain('a port is a whole number');
  });
});

describe('the site of an organisation file', () => {
  it('is another for each file, and the demonstration has its own', () => {
    expect(siteFolder(demoFile)).not.toBe(siteFolder(path.join(folder, 'a.json')));
    expect(siteFolder(path.join(folder, 'a.json'))).not.toBe(siteFolder(path.join(folder, 'b.json')));
    expect(existsSync(siteFolder(path.join(folder, 'a.json')))).toBe(false);
  });
});
