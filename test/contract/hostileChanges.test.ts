import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callTo, part, type Call } from './call.ts';
import { key, newItem, newList, shelf } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, owner } from './people.ts';
import { startContract, type Contract } from './server.ts';
import { isSound } from './sound.ts';

const why = 'a tenant is not thrown at';
const seeded = { numRuns: 200, seed: 20230826 };

let contract: Contract;
let list: string;
/** Unguarded, and with every scope there is. */
let call: Call;
beforeAll(async () => {
  contract = await startContract();
  call = callTo(contract.origin, await contract.token(owner, ['Sites.FullControl.All']).catch(() => ''));
  list = await newList(contract.call, contract.site, [key, shelf]);
  await newItem(contract.call, list, { Key: 'a' });
});
afterAll(() => contract.close());

const numbers = fc.oneof(
  fc.nat(),
  fc.constantFrom('999999999999999', '-1', '1e9', '00', '0x1', '18446744073709551616'),
);

describe('hostile input to what changes', () => {
  test('[C129] delta tokens: an answer, 400 or 410, never a failure', async () => {
    onlyHere(why);
    const id = list.split('/').at(-1) ?? '';
    const made = fc
      .tuple(
        fc.constantFrom('1;3', '1;2', ''),
        fc.constantFrom(id, contract.site, ''),
        numbers,
        numbers,
        numbers,
      )
      .map(([start, place, ...rest]) => Buffer.from([start, place, ...rest].join(';')).toString('base64url'));
    const token = fc.oneof(made, fc.string({ unit: 'binary', maxLength: 30 }), fc.base64String());
    await fc.assert(
      fc.asyncProperty(
        token,
        fc.constantFrom('', '&$top=1', '&$select=id', '&$expand=fields'),
        async (text, more) => {
          const query = new URLSearchParams([['token', text]]).toString();
          const answer = await call('GET', `${list}/items/delta?${query}${more}`);
          isSound(answer);
          expect([200, 400, 410]).toContain(answer.status);
          expect(answer.headers.has('location')).toBe(answer.status === 410);
        },
      ),
      seeded,
    );
  });

  test('[C129] versions, permissions and declared columns: always an answer or the envelope', async () => {
    onlyHere(why);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      numbers.map(String),
      fc.constantFrom('1.0', '0.0', '..'),
    );
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(null, {}, [], 'write', clientId));
    const facet = fc.dictionary(
      fc.constantFrom(
        'listId',
        'columnName',
        'formula',
        'outputType',
        'chooseFromType',
        'allowMultipleValues',
        '__proto__',
      ),
      value,
      { maxKeys: 4 },
    );
    const body = fc.oneof(
      fc.record({ name: text, lookup: facet }),
      fc.record({ name: text, personOrGroup: facet }),
      fc.record({ name: text, calculated: facet }),
      fc.dictionary(fc.constantFrom('roles', 'grantedToV2', 'grantedToIdentities', 'id'), value, {
        maxKeys: 4,
      }),
      fc.record({
        roles: fc.constant(['read']),
        grantedToV2: fc.dictionary(fc.constantFrom('application', 'user', 'constructor'), value, {
          maxKeys: 2,
        }),
      }),
    );
    const path = fc.constantFrom(
      `${list}/columns`,
      `${list}/permissions`,
      `${contract.site}/permissions`,
      `${list}/items/1/versions/1.0/restoreVersion`,
    );
    await fc.assert(
      fc.asyncProperty(path, body, text, async (at, sent, piece) => {
        isSound(await call('POST', at, JSON.stringify(sent)));
        const segment = encodeURIComponent(Buffer.from(piece).toString());
        isSound(await call('GET', `${list}/items/1/versions/${segment}`));
        isSound(await call('PATCH', `${list}/permissions/${segment}`, JSON.stringify(sent)));
        isSound(await call('GET', `${list}/items/delta(token='${segment}')`));
      }),
      seeded,
    );
    const after = await call('GET', `${list}/items/1?$expand=fields`);
    expect(part(after.body, 'fields')).toMatchObject({ Key: 'a' });
  });

  test('[C129] whatever is changed, added and removed while it is read: delta ends with the list as it is', async () => {
    onlyHere('thousands of changes in a moment');
    const own = await newList(contract.call, contract.site);
    const known = new Map<unknown, unknown>();
    let link = `${own}/items/delta?$top=3&$expand=fields($select=Title)`;
    const step = fc.constantFrom('add', 'change', 'remove', 'read');
    let latest = 0;
    const present = new Set<number>();
    await fc.assert(
      fc.asyncProperty(step, fc.nat(), async (what, number) => {
        const some = [...present][number % Math.max(1, present.size)];
        if (what === 'add' || some === undefined) {
          const made = await contract.call('POST', `${own}/items`, { fields: { Title: String(number) } });
          latest = Number(made.text('id'));
          present.add(latest);
        } else if (what === 'change') {
          await contract.call('PATCH', `${own}/items/${some}/fields`, { Title: String(number) });
        } else if (what === 'remove') {
          await contract.call('DELETE', `${own}/items/${some}`);
          present.delete(some);
        } else {
          link = await readPage(link, known);
        }
      }),
      { ...seeded, numRuns: 400 },
    );
    for (let ended = false; !ended;) {
      const page = await contract.call('GET', link);
      ended = part(page.body, '@odata.deltaLink') !== undefined;
      link = await readPage(link, known);
    }
    const rows = (await contract.call('GET', `${own}/items?$top=5000&$expand=fields($select=Title)`)).rows();
    const now = rows.map((row) => [part(row, 'id'), part(row, 'fields', 'Title')] as const);
    expect(known).toEqual(new Map(now));
  });
});

/** Takes one page in, and says where the next one is. */
async function readPage(link: string, known: Map<unknown, unknown>): Promise<string> {
  const page = await contract.call('GET', link);
  for (const row of page.rows()) {
    const id = part(row, 'id');
    if (part(row, 'deleted') === undefined) known.set(id, part(row, 'fields', 'Title'));
    else known.delete(id);
  }
  const next = part(page.body, '@odata.nextLink') ?? part(page.body, '@odata.deltaLink');
  return String(next).replace('https://graph.microsoft.com/v1.0', '');
}
