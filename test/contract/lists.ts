import { part, type Answer, type Call } from './call.ts';
import { named } from './ownLists.ts';

let made = 0;

/** A list of its own for one test, so that no test depends on another. */
export async function newList(call: Call, site: string, columns: object[] = []): Promise<string> {
  made += 1;
  const displayName = named(`Test ${process.pid}-${made}`);
  const answer = await call('POST', `${site}/lists`, { displayName, columns });
  if (answer.status !== 201) throw new Error(answer.refusal());
  return `${site}/lists/${answer.text('id')}`;
}

export async function newItem(call: Call, list: string, fields: object): Promise<Answer> {
  const answer = await call('POST', `${list}/items`, { fields });
  if (answer.status !== 201) throw new Error(answer.refusal());
  return answer;
}

/** Many items, twenty a $batch. */
export async function fill(call: Call, list: string, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 20) {
    const requests = rows.slice(start, start + 20).map((fields, at) => ({
      id: String(at),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
    }));
    const answer = await call('POST', '/$batch', { requests });
    const responses = part(answer.body, 'responses');
    const failed = Array.isArray(responses)
      ? responses.find((one) => part(one, 'status') !== 201)
      : answer.body;
    if (failed) throw new Error(JSON.stringify(failed));
  }
}

export const key = { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true };
export const shelf = { name: 'Shelf', text: {}, indexed: true };
export const note = { name: 'Note', text: { allowMultipleLines: true } };
export const place = { name: 'Place', text: {} };
export const state = { name: 'State', choice: { choices: ['planned', 'done'] } };
export const amount = { name: 'Amount', number: {}, indexed: true };
export const removed = { name: 'Removed', boolean: {}, indexed: true };
export const due = { name: 'Due', dateTime: { format: 'dateOnly' } };
export const on = { name: 'On', dateTime: { format: 'dateTime' }, indexed: true };
