import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { callTo, type Call } from './call.ts';
import { amount, due, key, newItem, newList, place, removed, shelf, state } from './lists.ts';
import { isTenantRun, onlyHere } from './onlyHere.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';
import { isSound } from './sound.ts';

let contract: Contract;
let list: string;
/** Unguarded: what is made up here goes out as it is. */
let call: Call;
beforeAll(async () => {
  contract = await startContract();
  if (isTenantRun) return;
  call = callTo(contract.origin, await contract.token(owner));
  list = await newList(contract.call, contract.site, [key, shelf, amount, removed, state, place, due]);
  await newItem(contract.call, list, { Key: 'a', Shelf: 's', Amount: 1 });
});
afterAll(() => contract.close());

/** An address has no form for a lone surrogate. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

const seeded = { numRuns: 250, seed: 20230825 };
const word = fc.oneof(
  fc.constantFrom(
    'fields/Key',
    'fields/Amount',
    'fields/Nothing',
    'Key',
    'id',
    'eq',
    'ne',
    'gt',
    'and',
    'or',
    'not',
  ),
  fc.constantFrom(
    '(',
    ')',
    ',',
    "'",
    "'a'",
    "''",
    "'';DROP TABLE item;--'",
    '1',
    '-1e9',
    'true',
    'null',
    'startswith(',
  ),
  fc.constantFrom(
    "startswith(fields/Key,'a')",
    "contains(fields/Key,'a')",
    '%00',
    '\0',
    '\ud800',
    '%',
    '_',
    '*',
    '\\',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const phrase = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));

describe('hostile input', () => {
  test('[C86] query options: always an answer or the envelope', async () => {
    onlyHere('hundreds of hostile calls');
    const option = fc.constantFrom(
      '$filter',
      '$orderby',
      '$select',
      '$expand',
      '$top',
      '$skiptoken',
      '$search',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(option, phrase, async (name, value) => {
        const query = new URLSearchParams([[name, value]]).toString();
        isSound(await call('GET', `${list}/items?${query}`));
      }),
      seeded,
    );
  });

  test('[C86] a quoted text in a filter is a text, whatever is in it', async () => {
    onlyHere('hundreds of hostile calls');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('eq', 'gt', 'le'),
        async (value, operator) => {
          const filter = encodeURIComponent(
            `fields/Shelf ${operator} '${wellFormed(value).replaceAll("'", "''")}'`,
          );
          const answer = await call('GET', `${list}/items?$filter=${filter}`);
          isSound(answer);
          if (operator !== 'eq' || answer.status !== 200) return [200, 400].includes(answer.status);
          return answer.rows().length === (value.toLowerCase() === 's' ? 1 : 0);
        },
      ),
      seeded,
    );
  });

  test('[C86] a field keeps exactly the text that was sent, or refuses it', async () => {
    onlyHere('hundreds of hostile calls');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (value) => {
        const answer = await call('PATCH', `${list}/items/1/fields`, { Place: value });
        return answer.status === 200 ? answer.text('Place') === value : answer.status === 400;
      }),
      seeded,
    );
  });

  test('[C86] bodies: always an answer or the envelope', async () => {
    onlyHere('hundreds of hostile calls');
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('a', 'A', '', null, 1e308, -0, 'x'.repeat(300)));
    const name = fc.constantFrom(
      'Key',
      'Amount',
      'Removed',
      'State',
      'Due',
      'id',
      '__proto__',
      'Title',
      'x@odata.type',
    );
    const fields = fc.oneof(fc.dictionary(name, value, { maxKeys: 4 }), fc.jsonValue());
    const column = fc.dictionary(
      fc.constantFrom(
        'name',
        'displayName',
        'text',
        'number',
        'choice',
        'indexed',
        'defaultValue',
        'required',
        'id',
      ),
      fc.oneof(value, fc.constantFrom({}, { choices: ['a'] }, { value: '1' }, true)),
      { maxKeys: 5 },
    );
    const request = fc.oneof(
      fc.tuple(
        fc.constant('POST'),
        fc.constant('/items'),
        fc.oneof(
          fields,
          fields.map((sent) => ({ fields: sent })),
        ),
      ),
      fc.tuple(fc.constant('PATCH'), fc.constantFrom('/items/1/fields', '/items/1'), fields),
      fc.tuple(fc.constantFrom('POST'), fc.constant('/columns'), column),
      fc.tuple(fc.constantFrom('PATCH'), fc.constantFrom('/columns/Place', ''), column),
    );
    await fc.assert(
      fc.asyncProperty(request, async ([method, path, body]) => {
        isSound(await call(method, `${list}${path}`, JSON.stringify(body)));
      }),
      seeded,
    );
  });

  test('[C86] batches and paths: always an answer or the envelope', async () => {
    onlyHere('hundreds of hostile calls');
    const path = fc.oneof(
      phrase,
      fc.webPath(),
      fc.constantFrom('/..', '//', '/sites/:', '/sites/%', '/sites/a:/%00'),
    );
    const member = fc.record(
      {
        id: fc.oneof(fc.constantFrom('1', '2'), fc.jsonValue()),
        method: fc.constantFrom('GET', 'POST', 'DELETE', 'get', 'BREW'),
        url: path,
        headers: fc.constantFrom({ 'Content-Type': 'application/json' }, { 'Content-Type': '\n' }, {}, null),
        body: fc.jsonValue(),
        dependsOn: fc.constantFrom(['1'], ['2'], ['3'], []),
      },
      { requiredKeys: ['id'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 3 }), path, async (requests, straight) => {
        isSound(await call('POST', '/$batch', { requests }));
        isSound(await call('GET', encodeURI(`/${wellFormed(straight)}`)));
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});
