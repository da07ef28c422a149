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
  const { hostname, path } = directory.site;
  const bytes = someBytes(8 * step + 77);
  const whole = new Map<string, Uint8Array<ArrayBuffer>>();
  let link = '';
  let received = 0;

  for (let round = 0; round < 3; round += 1) {
    const { child, call, origin, token } = await startChild(file);
    const site = (await call('GET', `/sites/${hostname}:${path}`)).text('id');
    const drive = `/sites/${site}/drive`;
    const atThisOrigin = (address: string) => address.replace(`https://${hostname}`, origin);
    const send = async (first: number, last: number) =>
      fetch(atThisOrigin(link), {
        method: 'PUT',
        headers: { 'content-range': `bytes ${first}-${last}/${bytes.length}` },
        body: bytes.slice(first, last + 1),
      });

    // What the last life left behind.
    for (const [name, content] of whole) {
      const found = await call('GET', `${drive}/root:/${name}`);
      const answer = await fetch(atThisOrigin(found.text('@microsoft.graph.downloadUrl')));
      expect(await isSame(answer, content)).toBe(true);
    }
    if (link !== '') {
      const state: unknown = await (await fetch(atThisOrigin(link))).json();
      expect(state).toMatchObject({ nextExpectedRanges: [`${received}-`] });
    } else {
      const session = await call('POST', `${drive}/root:/Large.bin:/createUploadSession`);
      link = session.text('uploadUrl');
    }

    expect((await send(received, received + 2 * step - 1)).status).toBe(202);
    received += 2 * step;
    for (let at = 0; at < 10; at += 1) {
      const content = someBytes(1000 + round * 10 + at);
      const answer = await fetch(`${origin}/v1.0${drive}/root:/r${round}-${at}.bin:/content`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: content,
      });
      if (answer.status === 201) whole.set(`r${round}-${at}.bin`, content);
    }
    if (round === 2) {
      const last = await send(received, bytes.length - 1);
      expect(last.status).toBe(201);
      const { '@microsoft.graph.downloadUrl': download } = (await last.json()) as Record<string, string>;
      expect(await isSame(await fetch(atThisOrigin(download ?? '')), bytes)).toBe(true);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  expect(whole.size).toBe(30);
  rmSync(folder, { recursive: true });
});
