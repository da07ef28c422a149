import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { key, newItem, newList, place, shelf, state } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { named } from './ownLists.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

describe('columns', () => {
  test("[C12] a column is answered as recorded; Title's id is the same in every list", async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const title = await call('GET', `${list}/columns/fa564e0f-0c70-4ab9-b863-0177e6ddd247`);
    expect(title.body).toMatchObject({
      columnGroup: 'Custom Columns',
      description: '',
      displayName: 'Title',
      enforceUniqueValues: false,
      hidden: false,
      id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
      indexed: false,
      name: 'Title',
      readOnly: false,
      required: false,
      text: {
        allowMultipleLines: false,
        appendChangesToExistingText: false,
        linesForEditing: 0,
        maxLength: 255,
      },
    });
    const made = await call('POST', `${list}/columns`, { ...state, indexed: true, required: true });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'State',
      displayName: 'State',
      indexed: true,
      required: true,
      choice: { allowTextEntry: false, choices: ['planned', 'done'], displayAs: 'dropDownMenu' },
    });
    expect((await call('GET', `${list}/columns/${made.text('id')}`)).text('name')).toBe('State');
    expect((await call('GET', `${list}/columns/Nothing`)).status).toBe(404);
  });

  test('[C13] a column has exactly one type', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const two = await call('POST', `${list}/columns`, { name: 'Both', text: {}, number: {} });
    expect([two.status, two.text('error', 'code')]).toEqual([400, 'invalidRequest']);
    expect((await call('POST', `${list}/columns`, { name: 'None' })).status).toBe(400);
    expect((await call('POST', `${list}/columns`, { name: 'Odd', text: {}, colour: 'red' })).status).toBe(
      400,
    );
    expect((await call('POST', `${list}/columns`, { name: 'Odd', text: { colour: 'red' } })).status).toBe(
      400,
    );
    for (const facet of [
      { text: {} },
      { choice: { choices: ['a'] } },
      { number: {} },
      { boolean: {} },
      { dateTime: {} },
    ]) {
      const made = await call('POST', `${list}/columns`, { name: Object.keys(facet)[0], ...facet });
      expect(made.status).toBe(201);
    }
  });

  test('[C14] an internal name is encoded and at most 32 characters', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const made = await call('POST', `${list}/columns`, { name: 'Möte nr', text: {} });
    expect([made.text('name'), made.text('displayName')]).toEqual(['M_x00f6_te_x0020_nr', 'Möte nr']);
    await newItem(call, list, { M_x00f6_te_x0020_nr: 'ja' });
    expect((await call('POST', `${list}/columns`, { name: 'a'.repeat(32), text: {} })).status).toBe(201);
    expect((await call('POST', `${list}/columns`, { name: 'a'.repeat(33), text: {} })).status).toBe(400);
  });

  test('[C15] unique needs indexed, and text of several lines has no index', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const column = (rest: object) => call('POST', `${list}/columns`, { name: 'C', ...rest });
    expect((await column({ text: {}, enforceUniqueValues: true })).status).toBe(400);
    expect((await column({ text: { allowMultipleLines: true }, indexed: true })).status).toBe(400);
    expect((await column({ boolean: {}, indexed: true, enforceUniqueValues: true })).status).toBe(400);
    expect((await column({ text: {}, indexed: true, enforceUniqueValues: true })).status).toBe(201);
  });

  test('[C16] a list has at most 20 indexes', async () => {
    const { call, site } = contract;
    const indexed = Array.from({ length: 20 }, (_, at) => ({ name: `C${at}`, text: {}, indexed: true }));
    const list = await newList(call, site, indexed);
    expect((await call('POST', `${list}/columns`, { name: 'C20', text: {}, indexed: true })).status).toBe(
      400,
    );
    expect((await call('POST', `${list}/columns`, { name: 'C20', text: {} })).status).toBe(201);
    expect((await call('PATCH', `${list}/columns/C20`, { indexed: true })).status).toBe(400);
    expect((await call('PATCH', `${list}/columns/C19`, { indexed: false })).status).toBe(200);
    expect((await call('PATCH', `${list}/columns/C20`, { indexed: true })).status).toBe(200);
    const over = [...indexed, { name: 'C20', text: {}, indexed: true }];
    expect((await call('POST', `${site}/lists`, { displayName: named('Over'), columns: over })).status).toBe(
      400,
    );
    expect((await call('GET', `${site}/lists/${named('Over')}`)).status).toBe(404);
  });

  test('[C17] defaultValue null is a generalException; a default that the column cannot hold is refused', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const answer = await call('POST', `${list}/columns`, { name: 'A', text: {}, defaultValue: null });
    expect(answer.text('error', 'code')).toBe('generalException');
    const wrong = { name: 'B', number: {}, defaultValue: { value: 'many' } };
    expect((await call('POST', `${list}/columns`, wrong)).status).toBe(400);
  });

  test('[C18] a hidden column shows only where $select names hidden', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [{ name: 'Secret', text: {}, hidden: true }]);
    const names = async (query: string) =>
      (await call('GET', `${list}/columns${query}`)).rows().map((row) => part(row, 'name'));
    expect(await names('')).not.toContain('Secret');
    expect(await names('?$select=name')).not.toContain('Secret');
    expect(await names('?$select=name,hidden')).toContain('Secret');
  });

  test('[C19] built-in columns are present, read-only and cannot be made again', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const rows = (await call('GET', `${list}/columns`)).rows();
    for (const name of ['ID', 'Created', 'Modified', 'Author', 'Editor', 'ContentType', '_UIVersionString']) {
      expect(rows).toContainEqual(expect.objectContaining({ name, readOnly: true }));
      expect((await call('POST', `${list}/columns`, { name, text: {} })).status).toBe(409);
    }
    expect((await call('PATCH', `${list}/columns/Modified`, { displayName: 'x' })).status).toBe(400);
    expect((await call('DELETE', `${list}/columns/Title`)).status).toBe(400);
  });

  test('[C20] a column may be indexed later, never renamed or given another type', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [place]);
    await newItem(call, list, { Place: 'Kök' });
    const query = `${list}/items?$filter=fields/Place eq 'kök'`;
    expect((await call('GET', query)).status).toBe(400);
    const changed = await call('PATCH', `${list}/columns/Place`, { indexed: true, displayName: 'Plats' });
    expect(changed.body).toMatchObject({
      name: 'Place',
      displayName: 'Plats',
      indexed: true,
      text: { maxLength: 255 },
    });
    expect((await call('GET', query)).rows()).toHaveLength(1);
    expect((await call('PATCH', `${list}/columns/Place`, { name: 'Plats' })).status).toBe(400);
    expect((await call('PATCH', `${list}/columns/Place`, { number: {} })).status).toBe(400);
    await newItem(call, list, { Place: 'kök' });
    expect((await call('PATCH', `${list}/columns/Place`, { enforceUniqueValues: true })).status).toBe(400);
  });

  test('[C220] choices are changed by PATCH; what rows hold already stays', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [{ name: 'State', choice: { choices: ['open', 'old'] } }]);
    await newItem(call, list, { State: 'old' });
    const changed = await call('PATCH', `${list}/columns/State`, { choice: { choices: ['open', 'new'] } });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ choice: { choices: ['open', 'new'], displayAs: 'dropDownMenu' } });
    expect((await call('GET', `${list}/items/1?$expand=fields`)).body).toMatchObject({
      fields: { State: 'old' },
    });
    expect((await call('PATCH', `${list}/items/1/fields`, { State: 'new' })).status).toBe(200);
    expect((await call('PATCH', `${list}/items/1/fields`, { State: 'old' })).status).toBe(400);
    expect((await call('PATCH', `${list}/columns/State`, { choice: { choices: [] } })).status).toBe(400);
  });

  test('[C21] a deleted column takes its values with it', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key, shelf]);
    await newItem(call, list, { Key: 'a', Shelf: 's' });
    expect((await call('DELETE', `${list}/columns/Shelf`)).status).toBe(204);
    expect((await call('PATCH', `${list}/items/1/fields`, { Shelf: 's' })).refusal()).toContain(
      "Field 'Shelf' is not recognized",
    );
    await call('POST', `${list}/columns`, shelf);
    const item = await call('GET', `${list}/items/1?$expand=fields`);
    expect(part(item.body, 'fields')).toMatchObject({ Key: 'a' });
    expect(part(item.body, 'fields')).not.toHaveProperty('Shelf');
    expect((await call('GET', `${list}/items?$filter=fields/Shelf eq 's'`)).rows()).toEqual([]);
  });

  test('[C22] a column type that the stand-in does not know is refused as unknown', async () => {
    onlyHere('what the stand-in leaves out');
    const { call, site } = contract;
    const list = await newList(call, site);
    for (const facet of ['currency', 'hyperlinkOrPicture', 'geolocation', 'term', 'thumbnail']) {
      expect((await call('POST', `${list}/columns`, { name: 'X', [facet]: {} })).status).toBe(501);
    }
  });

  test('[C23] a second column of the same name is 409, whatever the case', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key]);
    for (const name of ['Key', 'KEY', 'title']) {
      const again = await call('POST', `${list}/columns`, { name, text: {} });
      expect([again.status, again.text('error', 'code')]).toEqual([409, 'nameAlreadyExists']);
    }
  });
});
