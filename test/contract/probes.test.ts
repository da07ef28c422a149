import { afterAll, beforeAll, describe } from 'vitest';
import { callTo, fieldOfRows, part, type Answer } from './call.ts';
import { amount, fill, key, newItem, newList, place, shelf } from './lists.ts';
import { named } from './ownLists.ts';
import { owner } from './people.ts';
import { probe } from './probe.ts';
import { startContract, type Contract } from './server.ts';

const graph = 'https://graph.microsoft.com/v1.0';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

async function listOf(...columns: object[]): Promise<string> {
  return newList(contract.call, contract.site, columns);
}

const said = (answer: Answer) => (answer.status < 400 ? String(answer.status) : answer.refusal());

describe('writing', () => {
  probe(
    'what is the answer to a duplicate in a unique column?',
    '400 invalidRequest: One or more fields with unique constraints already has the provided value.',
    async () => {
      const list = await listOf(key);
      await newItem(contract.call, list, { Key: 'a' });
      return said(await contract.call('POST', `${list}/items`, { fields: { Key: 'a' } }));
    },
  );

  probe(
    'how do eight racing creates of one unique key end?',
    '201 400 400 400 400 400 400 400; 1 row',
    async () => {
      const list = await listOf(key);
      const create = () => contract.call('POST', `${list}/items`, { fields: { Key: 'a' } });
      const answers = await Promise.all(Array.from({ length: 8 }, create));
      const statuses = answers.map(({ status }) => String(status));
      const rows = (await contract.call('GET', `${list}/items`)).rows();
      return `${statuses.toSorted().join(' ')}; ${rows.length} row`;
    },
  );

  probe('does DELETE honour If-Match?', 'stale 412, newest 204', async () => {
    const { call } = contract;
    const list = await listOf();
    const stale = (await newItem(call, list, {})).text('eTag');
    const fresh = (await call('PATCH', `${list}/items/1/fields`, { Title: 'b' })).text('@odata.etag');
    const refused = await call('DELETE', `${list}/items/1`, undefined, { 'If-Match': stale });
    const done = await call('DELETE', `${list}/items/1`, undefined, { 'If-Match': fresh });
    return `stale ${refused.status}, newest ${done.status}`;
  });

  probe(
    'which forms of PATCH are taken?',
    '…/fields flat 200, item {fields} 200, item flat 400',
    async () => {
      const { call } = contract;
      const list = await listOf();
      await newItem(call, list, {});
      const flat = await call('PATCH', `${list}/items/1/fields`, { Title: 'a' });
      const whole = await call('PATCH', `${list}/items/1`, { fields: { Title: 'b' } });
      const bare = await call('PATCH', `${list}/items/1`, { Title: 'c' });
      return `…/fields flat ${flat.status}, item {fields} ${whole.status}, item flat ${bare.status}`;
    },
  );

  probe('does If-Match hold inside a $batch?', 'stale 412, newest 200', async () => {
    const { call } = contract;
    const list = await listOf();
    const stale = (await newItem(call, list, {})).text('eTag');
    const fresh = (await call('PATCH', `${list}/items/1/fields`, { Title: 'b' })).text('@odata.etag');
    const change = (id: string, etag: string) => ({
      id,
      method: 'PATCH',
      url: `${list}/items/1/fields`,
      headers: { 'Content-Type': 'application/json', 'If-Match': etag },
      body: { Title: id },
    });
    const answer = await call('POST', '/$batch', {
      requests: [change('stale', stale), change('newest', fresh)],
    });
    return `stale ${memberStatus(answer, 'stale')}, newest ${memberStatus(answer, 'newest')}`;
  });

  probe(
    'are `indexed` and `enforceUniqueValues` honoured when a list is made?',
    'indexed, unique',
    async () => {
      const list = await listOf(key);
      const column = await contract.call('GET', `${list}/columns/Key`);
      const is = (name: string) => part(column.body, name) === true;
      return `${is('indexed') ? '' : 'not '}indexed, ${is('enforceUniqueValues') ? '' : 'not '}unique`;
    },
  );

  probe('how many columns may be indexed?', '20, then 400', async () => {
    const list = await listOf();
    for (let made = 0; made < 30; made += 1) {
      const column = { name: `C${made}`, text: {}, indexed: true };
      const { status } = await contract.call('POST', `${list}/columns`, column);
      if (status !== 201) return `${made}, then ${status}`;
    }
    return '30 and more';
  });
});

describe('reading', () => {
  probe('is $orderby kept across pages?', '1 2 3 4 5 6 7', async () => {
    const list = await listOf(amount);
    const { call } = contract;
    await fill(
      call,
      list,
      [5, 3, 7, 1, 6, 2, 4].map((Amount) => ({ Amount })),
    );
    const seen: unknown[] = [];
    let path = `${list}/items?$orderby=fields/Amount&$top=3&$expand=fields($select=Amount)`;
    while (path !== '') {
      const page = await call('GET', path);
      if (page.status !== 200) return `${seen.join(' ')} ${page.refusal()}`.trim();
      seen.push(...fieldOfRows(page, 'Amount'));
      const next = part(page.body, '@odata.nextLink');
      path = typeof next === 'string' ? next.replace(graph, '') : '';
    }
    return seen.join(' ');
  });

  probe(
    'what is the answer to a filter that matches 5,001 rows?',
    '429 activityLimitReached: The attempted operation is prohibited because it exceeds the list view threshold.',
    async () => {
      const list = await listOf(shelf);
      await fill(
        contract.call,
        list,
        Array.from({ length: 5001 }, () => ({ Shelf: 'full' })),
      );
      return said(await contract.call('GET', `${list}/items?$top=1&$filter=fields/Shelf eq 'full'`));
    },
  );

  probe('what is the eTag with odata.metadata=none and $select=eTag?', '501', async () => {
    const list = await listOf();
    await newItem(contract.call, list, {});
    const headers = { accept: 'application/json;odata.metadata=none' };
    const answer = await contract.call('GET', `${list}/items?$select=id,eTag`, undefined, headers);
    return answer.status === 200 ? String(part(answer.body, 'value', 0, 'eTag')) : String(answer.status);
  });

  probe(
    'may a browser read Retry-After and RateLimit-*?',
    'Retry-After yes, RateLimit-Remaining no',
    async () => {
      const { origin, token } = contract;
      const call = callTo(origin, await token(owner));
      const { headers } = await call('GET', '/me', undefined, { origin: 'https://tab.example' });
      const exposed = (headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/,\s*/);
      const may = (name: string) => `${name} ${exposed.includes(name.toLowerCase()) ? 'yes' : 'no'}`;
      return `${may('Retry-After')}, ${may('RateLimit-Remaining')}`;
    },
  );

  probe('is a list found by a name in another case?', 'yes', async () => {
    const { call, site } = contract;
    await call('POST', `${site}/lists`, { displayName: named('Case'), columns: [place] });
    return (await call('GET', `${site}/lists/${named('CASE')}`)).status === 200 ? 'yes' : 'no';
  });
});

describe('delta', () => {
  const rowsOf = (answer: Answer) => answer.rows().length;

  probe('does delta take $top and $expand=fields($select)?', '2 rows, only Key', async () => {
    const list = await listOf(key, place);
    const { call } = contract;
    await fill(
      call,
      list,
      ['a', 'b', 'c'].map((Key) => ({ Key, Place: 'here' })),
    );
    const page = await call('GET', `${list}/items/delta?$top=2&$expand=fields($select=Key)`);
    if (page.status !== 200) return said(page);
    const fields = Object.keys(Object(part(page.body, 'value', 0, 'fields')));
    return `${rowsOf(page)} rows, only ${fields.filter((name) => !name.startsWith('@')).join(' ')}`;
  });

  probe('does delta take $top=5000?', '200', async () =>
    said(await contract.call('GET', `${await listOf()}/items/delta?$top=5000`)),
  );

  probe('does delta take a $filter?', '501', async () => {
    const list = await listOf(key);
    const answer = await contract.call('GET', `${list}/items/delta?$filter=fields/Key eq 'a'`);
    return String(answer.status);
  });

  probe('how soon does a write show in delta?', 'at once', async () => {
    const { call } = contract;
    const list = await listOf();
    const latest = await call('GET', `${list}/items/delta?token=latest`);
    if (latest.status !== 200) return said(latest);
    const link = latest.text('@odata.deltaLink').replace(graph, '');
    await newItem(call, list, { Title: 'new' });
    for (const seconds of [0, 1, 4, 10, 45]) {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      if (rowsOf(await call('GET', link)) > 0)
        return seconds === 0 ? 'at once' : `within ${seconds} more seconds`;
    }
    return 'not within a minute';
  });

  probe('what does a tombstone hold?', 'contentType deleted id parentReference', async () => {
    const { call } = contract;
    const list = await listOf();
    await newItem(call, list, {});
    const latest = await call('GET', `${list}/items/delta?token=latest`);
    if (latest.status !== 200) return said(latest);
    await call('DELETE', `${list}/items/1`);
    const told = await call('GET', latest.text('@odata.deltaLink').replace(graph, ''));
    return Object.keys(Object(part(told.body, 'value', 0)))
      .toSorted()
      .join(' ');
  });
});

function memberStatus(answer: Answer, id: string): string {
  const responses = part(answer.body, 'responses');
  const all: unknown[] = Array.isArray(responses) ? responses : [];
  const member = all.find((one) => part(one, 'id') === id);
  return String(part(member, 'status'));
}
