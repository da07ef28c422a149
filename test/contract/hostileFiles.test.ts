import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onlyOwnLibrary, startFiles, type FilesWorld } from './files.ts';
import { isTenantRun } from './onlyHere.ts';
import { member, owner } from './people.ts';

let world: FilesWorld;
let uploadUrl = '';
const everything = ['User.Read.All', 'Files.ReadWrite.All', 'TeamsActivity.Send', 'Group.Read.All'];
beforeAll(async () => {
  if (isTenantRun) return;
  world = await startFiles();
  await world.put(`${world.drive}/root:/Known.txt:/content`, 'x');
  const session = await world.call('POST', `${world.drive}/root:/Big.bin:/createUploadSession`);
  uploadUrl = session.text('uploadUrl');
});
afterAll(() => world?.close());

/** An answer, or Graph's envelope; never a failure of the stand-in's own, and nothing of its inside. */
async function expectSound(answer: Response): Promise<void> {
  expect(answer.status).not.toBe(500);
  const text = await answer.text();
  expect(text).not.toMatch(/ at .*\.ts:|SQLITE|node_modules/);
  if (answer.status < 400) return;
  expect(JSON.parse(text)).toEqual({
    error: {
      code: expect.stringMatching(/^\w+$/),
      message: expect.any(String),
      innerError: expect.objectContaining({ 'request-id': expect.any(String) }),
    },
  });
}

async function graph(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  const token = await world.contract.token(owner, everything);
  return world.contract.standin().fetch(
    new Request(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && method !== 'GET' && { body }),
    }),
  );
}

/** An address has no form for a lone surrogate. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

const piece = fc.oneof(
  fc.constantFrom(
    'root',
    'items',
    'Known.txt',
    ':',
    '/',
    ':/',
    'content',
    'children',
    '..',
    '%00',
    '%',
    '%2F',
  ),
  fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(wellFormed(text))),
);
const method = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH');

test('[C164] whatever path in the library is asked for: always an answer or the envelope', async () => {
  onlyOwnLibrary();
  await fc.assert(
    fc.asyncProperty(method, fc.array(piece, { maxLength: 7 }), fc.string(), async (verb, pieces, body) => {
      // The root itself stays: other runs of this property need it.
      await expectSound(await graph(verb, `${world.drive}/${pieces.join('')}`, body));
    }),
    { numRuns: 400, seed: 20230825 },
  );
});

test('[C164] whatever is sent to an upload or a download: always an answer or the envelope', async () => {
  onlyOwnLibrary();
  const range = fc.oneof(
    fc.string().map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
    fc.tuple(fc.integer(), fc.integer(), fc.integer()).map(([a, b, c]) => `bytes ${a}-${b}/${c}`),
    fc.tuple(fc.nat(9), fc.nat(9), fc.nat(20)).map(([a, b, c]) => `bytes ${a}-${b}/${c}`),
  );
  const query = fc.string().map((text) => encodeURIComponent(wellFormed(text)));
  await fc.assert(
    fc.asyncProperty(range, query, fc.string(), async (sent, more, body) => {
      const put = { method: 'PUT', headers: { 'content-range': sent }, body };
      await expectSound(await world.contract.standin().files(new Request(uploadUrl, put)));
      const forged = `https://region.sharepoint.example/x/_layouts/15/download.aspx?UniqueId=${more}&tempauth=${more}`;
      const asked = { headers: { range: sent } };
      await expectSound(await world.contract.standin().files(new Request(forged, asked)));
    }),
    { numRuns: 300, seed: 20230825 },
  );
});

test('[C164] whatever is searched for, or sent as a notification: always an answer or the envelope', async () => {
  onlyOwnLibrary();
  const words = fc.array(
    fc.oneof(fc.constantFrom('"', '"displayName:', 'AND', 'OR', ' ', '\\', '(', 'mail:', 'eva'), fc.string()),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(words, fc.jsonValue(), async (search, body) => {
      const text = encodeURIComponent(wellFormed(search.join('')));
      await expectSound(
        await graph('GET', `/users?$search=${text}`, undefined, { consistencylevel: 'eventual' }),
      );
      await expectSound(await graph('GET', `/users/${text}`));
      const topic = { source: 'text', value: 'x', webUrl: body };
      for (const sent of [
        body,
        { topic, activityType: body },
        { topic: body, templateParameters: body, recipient: body },
      ])
        await expectSound(
          await graph('POST', `/users/${member.id}/teamwork/sendActivityNotification`, JSON.stringify(sent)),
        );
    }),
    { numRuns: 300, seed: 20230825 },
  );
});
