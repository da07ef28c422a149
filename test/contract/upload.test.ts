import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSame, onlyOwnLibrary, sentOf, someBytes, startFiles, type FilesWorld } from './files.ts';
import { isTenantRun } from './onlyHere.ts';

let world: FilesWorld;
beforeAll(async () => {
  if (!isTenantRun) world = await startFiles();
});
afterAll(() => world?.close());

const step = 320 * 1024;

async function begin(path: string, item: object = {}): Promise<string> {
  const answer = await world.call('POST', `${world.drive}/root:/${path}:/createUploadSession`, { item });
  if (answer.status !== 200) throw new Error(answer.refusal());
  return answer.text('uploadUrl');
}

async function send(
  link: string,
  bytes: Uint8Array<ArrayBuffer>,
  first: number,
  last: number,
  total = bytes.length,
) {
  return sentOf(
    await world.open(link, {
      method: 'PUT',
      headers: { 'content-range': `bytes ${first}-${last}/${total}` },
      body: bytes.slice(first, last + 1),
    }),
  );
}

async function stateOf(link: string): Promise<unknown> {
  return (await sentOf(await world.open(link))).body['nextExpectedRanges'];
}

describe('upload sessions', () => {
  test("[C152] an upload session's address lies on SharePoint's own host", async () => {
    onlyOwnLibrary();
    const answer = await world.call('POST', `${world.drive}/root:/New/File.zip:/createUploadSession`, {
      item: { '@microsoft.graph.conflictBehavior': 'rename', name: 'File.zip' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      expirationDateTime: expect.stringMatching(/^2023-08-25T10:\d\d:\d\dZ$/),
      nextExpectedRanges: ['0-'],
    });
    const link = new URL(answer.text('uploadUrl'));
    expect(link.host).toBe('region.sharepoint.example');
    expect((await world.call('GET', `${world.drive}/root:/New/File.zip`)).status).toBe(404);
    const other = await world.call('POST', `${world.drive}/root:/File.zip:/createUploadSession`, {
      item: { name: 'Other.zip' },
    });
    expect(other.refusal()).toMatch(/^400/);
    const bare = await world.call('POST', `${world.drive}/root:/Bare.zip:/createUploadSession`);
    expect(bare.status).toBe(200);
  });

  test('[C153] pieces are 202 with the next range; the last is 201 with the driveItem', async () => {
    onlyOwnLibrary();
    const bytes = someBytes(16 * step + 12_345);
    const link = await begin('Large.bin');
    const first = await send(link, bytes, 0, 5 * step - 1);
    expect([first.status, first.body['nextExpectedRanges']]).toEqual([202, [`${5 * step}-`]]);
    const second = await send(link, bytes, 5 * step, 16 * step - 1);
    expect([second.status, second.body['nextExpectedRanges']]).toEqual([202, [`${16 * step}-`]]);
    const last = await send(link, bytes, 16 * step, bytes.length - 1);
    expect(last.status).toBe(201);
    expect(last.body).toMatchObject({ name: 'Large.bin', size: bytes.length });
    const found = await world.call('GET', `${world.drive}/root:/Large.bin`);
    expect(found.text('id')).toBe(last.text('id'));
    const content = await world.open(found.text('@microsoft.graph.downloadUrl'));
    expect(await isSame(content, bytes)).toBe(true);
  });

  test('[C154] the state can be asked for, the upload called off, and it ends by itself', async () => {
    onlyOwnLibrary();
    const bytes = someBytes(3 * step);
    const link = await begin('Cancelled.bin');
    await send(link, bytes, 0, step - 1);
    expect(await stateOf(link)).toEqual([`${step}-`]);
    expect((await world.open(link, { method: 'DELETE' })).status).toBe(204);
    expect((await world.open(link)).status).toBe(404);
    expect((await send(link, bytes, step, 2 * step - 1)).code()).toBe('404 itemNotFound');
    expect((await world.call('GET', `${world.drive}/root:/Cancelled.bin`)).status).toBe(404);

    const forgotten = await begin('Forgotten.bin');
    world.pass(45);
    await send(forgotten, bytes, 0, step - 1);
    world.pass(45);
    expect(await stateOf(forgotten)).toEqual([`${step}-`]);
    world.pass(20);
    expect((await world.open(forgotten)).status).toBe(404);
  });

  test('[C155] a piece twice or out of turn is 416, and one of a wrong size 400', async () => {
    onlyOwnLibrary();
    const bytes = someBytes(4 * step);
    const link = await begin('Ranges.bin');
    await send(link, bytes, 0, step - 1);
    expect((await send(link, bytes, 0, step - 1)).code()).toBe('416 invalidRange');
    expect((await send(link, bytes, 2 * step, 3 * step - 1)).code()).toBe('416 invalidRange');
    expect((await send(link, bytes, step, 4 * step, 4 * step)).code()).toBe('416 invalidRange');
    expect((await send(link, bytes, step, step + 99)).code()).toBe('400 invalidRequest');
    expect((await send(link, bytes, step, 2 * step - 1, 5 * step)).code()).toBe('400 invalidRequest');
    const short = await sentOf(
      await world.open(link, {
        method: 'PUT',
        headers: { 'content-range': `bytes ${step}-${2 * step - 1}/${4 * step}` },
        body: 'short',
      }),
    );
    expect(short.code()).toBe('400 invalidRequest');
    const bare = await sentOf(await world.open(link, { method: 'PUT', body: 'x' }));
    expect(bare.code()).toBe('400 invalidRequest');
    expect(await stateOf(link)).toEqual([`${step}-`]);
    expect((await send(link, bytes, step, 4 * step - 1)).status).toBe(201);
  });

  test('[C156] an upload with Authorization is 401; a browser may send it from any origin', async () => {
    onlyOwnLibrary();
    const link = await begin('Bearer.bin');
    const refused = await world.open(link, {
      method: 'PUT',
      headers: { 'content-range': 'bytes 0-0/1', authorization: 'Bearer x' },
      body: 'x',
    });
    expect(refused.status).toBe(401);
    const preflight = await world.open(link, {
      method: 'OPTIONS',
      headers: { origin: 'https://tab.example', 'access-control-request-headers': 'content-range' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-range');
    const bytes = someBytes(1);
    expect((await send(link, bytes, 0, 0)).status).toBe(201);
    const forged = link.replace(/tempauth=v1\.../, 'tempauth=v1.00');
    expect((await world.open(forged)).status).toBe(501);
  });

  test('[C157] a name taken before or meanwhile is 409; replacing is 200, renaming finds another', async () => {
    onlyOwnLibrary();
    const bytes = someBytes(2 * step);
    const whole = (link: string) => send(link, bytes, 0, bytes.length - 1);
    const late = await begin('Race.bin');
    await send(late, bytes, 0, step - 1);
    expect((await whole(await begin('Race.bin'))).status).toBe(201);
    expect((await send(late, bytes, step, bytes.length - 1)).code()).toBe('409 nameAlreadyExists');
    // Nothing of the refused piece is kept, so it may be sent again.
    expect(await stateOf(late)).toEqual([`${step}-`]);
    const again = await world.call('POST', `${world.drive}/root:/Race.bin:/createUploadSession`);
    expect(again.refusal()).toMatch(/^409 nameAlreadyExists/);
    const over = await whole(await begin('Race.bin', { '@microsoft.graph.conflictBehavior': 'replace' }));
    expect([over.status, over.text('name')]).toEqual([200, 'Race.bin']);
    const beside = await whole(await begin('Race.bin', { '@microsoft.graph.conflictBehavior': 'rename' }));
    expect([beside.status, beside.text('name')]).toEqual([201, 'Race 1.bin']);
    const byId = await world.call('POST', `${world.drive}/items/${over.text('id')}/createUploadSession`);
    const replaced = await whole(byId.text('uploadUrl'));
    expect([replaced.status, replaced.text('id')]).toEqual([200, over.text('id')]);
  });
});
