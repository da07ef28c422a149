import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const facets = {
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
  lookup: { listId: randomUUID(), columnName: 'Title', allowMultipleValues: false },
  calculated: { format: 'dateOnly', formula: '=[Title]', outputType: 'text' },
};
const owner = { name: 'Owner', personOrGroup: {} };
const tags = { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } };

describe('columns whose values the stand-in does not know', () => {
  test('[C87] person, lookup and calculated columns may be declared, and show their facets', async () => {
    const { call, site } = contract;
    const target = await newList(call, site);
    const lookup = { ...facets.lookup, listId: target.split('/').at(-1) };
    const list = await newList(call, site, [owner]);
    for (const [kind, settings] of Object.entries({ ...facets, lookup })) {
      const made = await call('POST', `${list}/columns`, { name: `A${kind}`, [kind]: settings });
      expect(made.status).toBe(201);
    }
    const rows = (await call('GET', `${list}/columns`)).rows();
    const shown = (name: string) => rows.find((row) => part(row, 'name') === name);
    expect(shown('Owner')).toMatchObject({ indexed: false, personOrGroup: facets.personOrGroup });
    expect(shown('Alookup')).toMatchObject({ lookup });
    expect(shown('Acalculated')).toMatchObject({ readOnly: true, calculated: facets.calculated });
    await newItem(call, list, { Title: 'x' });
    const item = await call('GET', `${list}/items/1?$expand=fields($select=Title,Owner,OwnerLookupId)`);
    expect(part(item.body, 'fields')).toMatchObject({ Title: 'x' });
  });

  test('[C87] what no such column can be is refused', async () => {
    onlyHere('how it is refused in reality is not known');
    const { call, site } = contract;
    const list = await newList(call, site);
    for (const wrong of [
      { name: 'A', lookup: {} },
      { name: 'A', calculated: { formula: '1+1' } },
      { name: 'A', personOrGroup: { chooseFromType: 'robots' } },
      { name: 'A', calculated: facets.calculated, indexed: true },
      { name: 'A', personOrGroup: { allowMultipleSelection: true }, indexed: true },
      { name: 'A', personOrGroup: {}, text: {} },
    ]) {
      expect((await call('POST', `${list}/columns`, wrong)).status).toBe(400);
    }
  });

  test('[C88] values of person, lookup and several-choice columns are 501, and so are filters on them', async () => {
    onlyHere('what the stand-in leaves out');
    const { call, site } = contract;
    const list = await newList(call, site, [{ ...owner, indexed: true }, tags]);
    await newItem(call, list, {});
    for (const fields of [
      { OwnerLookupId: 7 },
      { OwnerLookupId: '7' },
      { OwnerLookupId: null },
      { Owner: 'Ingrid' },
      { 'OwnerLookupId@odata.type': 'Collection(Edm.Int32)', OwnerLookupId: [7] },
      { Tags: ['a'] },
      { 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a'] },
    ]) {
      expect((await call('POST', `${list}/items`, { fields })).status).toBe(501);
      expect((await call('PATCH', `${list}/items/1/fields`, fields)).status).toBe(501);
    }
    for (const query of [
      "$filter=fields/OwnerLookupId eq '7'",
      "$filter=fields/Owner eq 'x'",
      '$orderby=fields/Owner',
    ]) {
      expect((await call('GET', `${list}/items?${query}`)).status).toBe(501);
    }
    const odd = await call('POST', `${list}/columns`, {
      name: 'X',
      personOrGroup: {},
      defaultValue: { value: 'x' },
    });
    expect(odd.status).toBe(501);
  });
});
