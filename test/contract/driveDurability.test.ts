import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from './child.ts';
import { isSame, onlyOwnLibrary, someBytes } from './files.ts';
import { directory } from './people.ts';

const step = 320 * 1024;

test('[C162] files, and uploads half-way, survive kill -9', async () => {
  onlyOwnLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'killed-files-'));
  const file = join(folder, 'graph.sqlite');
  const bytes = someBytes(8 * step + 77);
  const written = new Map<string, Uint8Array<ArrayBuffer>>();

  let life = await live(file);
  const link = await life.begin('Large.bin');
  for (let round = 0; round < 3; round += 1) {
    expect((await life.send(link, bytes, 2 * step * round, 2 * step)).status).toBe(202);
    for (let at = 0; at < 10; at += 1) {
      const name = `r${round}-${at}.bin`;
      const content = someBytes(1000 + round * 10 + at);
      if ((await life.write(name, content)) === 201) written.set(name, content);
    }
    await life.kill();
    life = await live(file);
    expect(await life.missing(link)).toEqual([`${2 * step * (round + 1)}-`]);
    for (const [name, content] of written) expect(await life.holds(name, content)).toBe(true);
  }
  const last = await life.send(link, bytes, 6 * step, 2 * step + 77);
  expect([last.status, await life.holds('Large.bin', bytes), written.size]).toEqual([201, true, 30]);
  await life.kill();
  rmSync(folder, { recursive: true });
});

/** One life of the stand-in, from its start until it is killed. */
async function live(file: string) {
  const { child, call, origin, token } = await startChild(file);
  const { hostname, path } = directory.site;
  const site = (await call('GET', `/sites/${hostname}:${path}`)).text('id');
  const at = (name: string) => `/sites/${site}/drive/root:/${name}`;
  const here = (link: string) => link.replace(`https://${hostname}`, origin);
  return {
    begin: async (name: string) => (await call('POST', `${at(name)}:/createUploadSession`)).text('uploadUrl'),
    send: (link: string, bytes: Uint8Array<ArrayBuffer>, first: number, size: number) =>
      fetch(here(link), {
        method: 'PUT',
        headers: { 'content-range': `bytes ${first}-${first + size - 1}/${bytes.length}` },
        body: bytes.slice(first, first + size),
      }),
    async missing(link: string) {
      const state = (await (await fetch(here(link))).json()) as { nextExpectedRanges: string[] };
      return state.nextExpectedRanges;
    },
    async write(name: string, content: Uint8Array<ArrayBuffer>) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${origin}/v1.0${at(name)}:/content`, {
        method: 'PUT',
        headers,
        body: content,
      });
      return answer.status;
    },
    async holds(name: string, content: Uint8Array) {
      const found = await call('GET', at(name));
      return isSame(await fetch(here(found.text('@microsoft.graph.downloadUrl'))), content);
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
