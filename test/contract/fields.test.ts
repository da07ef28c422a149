import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { amount, due, key, newItem, newList, note, on, place, removed, state } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

async function kept(columns: object[], fields: object): Promise<unknown> {
  const { call, site } = contract;
  return part((await newItem(call, await newList(call, site, columns), fields)).body, 'fields');
}

async function refusalOf(columns: object[], fields: object): Promise<string> {
  const { call, site } = contract;
  const list = await newList(call, site, columns);
  const created = await call('POST', `${list}/items`, { fields });
  await newItem(call, list, { Title: 'there' });
  const changed = await call('PATCH', `${list}/items/1/fields`, fields);
  const later = changed.status === 404 ? await call('PATCH', `${list}/items/2/fields`, fields) : changed;
  expect(later.status).toBe(created.status);
  return created.refusal();
}

describe('values', () => {
  test('[C28] a time is cut to whole seconds and read back in UTC', async () => {
    expect(await kept([on], { On: '2023-08-25T11:30:15.859+02:00' })).toMatchObject({
      On: '2023-08-25T09:30:15Z',
    });
  });

  test('[C29] a day is read back as an instant within twelve hours of its midnight in UTC', async () => {
    const read = part(await kept([due], { Due: '2023-08-25T12:00:00Z' }), 'Due');
    expect(read).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
    const distanceMs = Date.parse(String(read)) - Date.parse('2023-08-25T00:00:00Z');
    expect(Math.abs(distanceMs)).toBeLessThanOrEqual(12 * 60 * 60 * 1000);
  });

  test('[C29] that midnight is told in UTC, summer and winter', async () => {
    onlyHere("the site's time zone");
    expect(await kept([due], { Due: '2023-08-25' })).toMatchObject({ Due: '2023-08-24T22:00:00Z' });
    expect(await kept([due], { Due: '2023-01-25T12:00:00Z' })).toMatchObject({ Due: '2023-01-24T23:00:00Z' });
    expect(await kept([due], { Due: '2023-08-25T22:30:00Z' })).toMatchObject({ Due: '2023-08-25T22:00:00Z' });
  });

  test('[C30] an unknown field is refused by name', async () => {
    expect(await refusalOf([], { Nothing: 1 })).toBe("400 invalidRequest: Field 'Nothing' is not recognized");
    expect(await refusalOf([place], { place: 'case counts' })).toBe(
      "400 invalidRequest: Field 'place' is not recognized",
    );
    expect(await refusalOf([], { constructor: 'x' })).toBe(
      "400 invalidRequest: Field 'constructor' is not recognized",
    );
  });

  test('[C31] a value of the wrong type is refused', async () => {
    const wrong: [object, object][] = [
      [place, { Place: 7 }],
      [place, { Place: ['a'] }],
      [place, { Place: 'nul\0' }],
      [amount, { Amount: '7' }],
      [amount, { Amount: true }],
      [removed, { Removed: 'true' }],
      [removed, { Removed: 1 }],
      [state, { State: 1 }],
      [due, { Due: 'tomorrow' }],
      [due, { Due: '2023-02-30' }],
      [on, { On: '2023-08-25T12:00:00' }],
    ];
    for (const [column, fields] of wrong)
      expect(await refusalOf([column], fields)).toMatch(/^400 invalidRequest: Field /);
    const bounded = { name: 'Amount', number: { minimum: 0, maximum: 10 } };
    expect(await refusalOf([bounded], { Amount: 11 })).toMatch(/^400/);
  });

  test('[C32] a choice must be one of the choices, case and all', async () => {
    expect(await kept([state], { State: 'done' })).toMatchObject({ State: 'done' });
    expect(await refusalOf([state], { State: 'Done' })).toMatch(/^400 invalidRequest/);
    const open = { name: 'State', choice: { choices: ['done'], allowTextEntry: true } };
    expect(await kept([open], { State: 'Other' })).toMatchObject({ State: 'Other' });
  });

  test('[C33] one line holds 255 characters, several lines 63,999', async () => {
    expect(await kept([place], { Place: 'å'.repeat(255) })).toMatchObject({ Place: 'å'.repeat(255) });
    expect(await refusalOf([place], { Place: 'a'.repeat(256) })).toMatch(/^400 invalidRequest/);
    expect(await refusalOf([], { Title: 'a'.repeat(256) })).toMatch(/^400 invalidRequest/);
    const long = `${'a'.repeat(63_998)}\n`;
    expect(await kept([note], { Note: long })).toMatchObject({ Note: long });
    expect(await refusalOf([note], { Note: 'a'.repeat(64_000) })).toMatch(/^400 invalidRequest/);
  });

  test('[C34] a value twice in a unique column is 400, also in another case, and nothing is stored', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key]);
    await newItem(call, list, { Key: 'mål' });
    const text =
      '400 invalidRequest: One or more fields with unique constraints already has the provided value.';
    expect((await call('POST', `${list}/items`, { fields: { Key: 'MÅL', Title: 'x' } })).refusal()).toBe(
      text,
    );
    expect((await call('GET', `${list}/items`)).rows()).toHaveLength(1);
    const other = await newItem(call, list, { Key: 'other' });
    const changed = await call('PATCH', `${list}/items/${other.text('id')}/fields`, { Key: 'Mål' });
    expect(changed.refusal()).toBe(text);
    expect((await call('PATCH', `${list}/items/1/fields`, { Key: 'Mål' })).status).toBe(200);
    // Rows without a value do not disturb each other, and a freed value may be taken.
    await newItem(call, list, {});
    await newItem(call, list, {});
    await call('DELETE', `${list}/items/1`);
    await newItem(call, list, { Key: 'mål' });
  });

  test('[C35] a new item gets the defaults that it does not name', async () => {
    const columns = [
      { ...state, defaultValue: { value: 'planned' } },
      { ...removed, defaultValue: { value: '0' } },
      { ...amount, defaultValue: { value: '3.5' } },
      { ...place, defaultValue: { value: 'here' } },
    ];
    expect(await kept(columns, { Title: 'x' })).toMatchObject({
      State: 'planned',
      Removed: false,
      Amount: 3.5,
      Place: 'here',
    });
    const named = await kept(columns, { State: 'done', Place: null });
    expect(named).toMatchObject({ State: 'done' });
    expect(named).not.toHaveProperty('Place');
  });

  test('[C36] a required field may be neither missing nor cleared', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [{ ...place, required: true }]);
    expect((await call('POST', `${list}/items`, { fields: { Title: 'x' } })).status).toBe(400);
    await newItem(call, list, { Place: 'p' });
    expect((await call('PATCH', `${list}/items/1/fields`, { Place: null })).status).toBe(400);
    expect((await call('PATCH', `${list}/items/1/fields`, { Title: 'y' })).status).toBe(200);
  });

  test('[C37] what the site keeps itself cannot be written', async () => {
    for (const name of ['id', 'Created', 'Modified', 'AuthorLookupId', 'ContentType', '_UIVersionString']) {
      expect(await refusalOf([], { [name]: 'x' })).toBe(`400 invalidRequest: Field '${name}' is read-only`);
    }
    expect(await refusalOf([{ ...place, readOnly: true }], { Place: 'x' })).toMatch(/^400/);
  });

  test('[C37] annotated values are refused', async () => {
    onlyHere('what the stand-in leaves out');
    const annotated = { 'Place@odata.type': 'Collection(Edm.String)', Place: [] };
    expect(await refusalOf([place], annotated)).toMatch(/^501/);
  });

  test('[C31] a column may bear a name that JavaScript knows', async () => {
    const { call, site } = contract;
    const names = ['__proto__', 'constructor', 'toString'];
    const list = await newList(
      call,
      site,
      names.map((name) => ({ name, text: {}, indexed: true })),
    );
    await newItem(call, list, { Title: 'without' });
    const sent = `{"fields":{${names.map((name) => `"${name}":"v"`).join(',')}}}`;
    const made = await call('POST', `${list}/items`, sent);
    expect(made.status).toBe(201);
    for (const name of names) {
      const found = await call(
        'GET',
        `${list}/items?$filter=fields/${name} eq 'v'&$expand=fields($select=${name})`,
      );
      expect(found.rows().map((row) => part(row, 'fields', name))).toEqual(['v']);
    }
  });
});
