import type { ListName } from '../basics/change.ts';
import type { Member } from '../graph/batch.ts';
import { GraphFailure } from '../graph/failure.ts';
import type { Ask, Where } from './asks.ts';
import { columnName } from './lists.ts';
import { gatherChanges, gatherRows, gatherVersions, gatherWritten, type Gathering } from './page.ts';
import { columnNames, encodeChange, encodeRow } from './record.ts';

/** Graph gives at most this many rows a page, whatever is asked. */
const rowsPerPage = 5000;

/** The first request for an ask, on a list at this address. Throws a GraphFailure on a token that is none. */
export function requestFor(ask: Ask, address: string): Member {
  const items = `${address}/items`;
  switch (ask.ask) {
    case 'create':
      return {
        method: 'POST',
        url: items,
        body: { fields: encodeRow(ask.change.list, ask.change.row, ask.commandKey) },
      };
    case 'update':
      return {
        method: 'PATCH',
        url: `${items}/${ask.over.itemId}`,
        body: { fields: encodeChange(ask.change.list, ask.change.fields) },
        etag: ask.over.etag,
      };
    case 'find':
      return reading(`${items}?${selected(ask.list)}&$filter=${equals('key', ask.key)}`);
    case 'rows': {
      const filter = ask.where ? `&$filter=${filterOf(ask.where)}` : '';
      return reading(`${items}?${selected(ask.list)}&$top=${rowsPerPage}${filter}`);
    }
    case 'changes': {
      if (hasToken(ask)) return reading(tokenPath(ask.since));
      const token = ask.since === undefined ? '' : '&token=latest';
      return reading(`${items}/delta?${selected(ask.list)}&$top=${rowsPerPage}${token}`);
    }
    case 'versions':
      // Whole fields: whether a version's columns may be chosen is nowhere documented.
      return reading(`${items}/${ask.itemId}/versions?$expand=fields`);
  }
}

/** What becomes of the answers to an ask. */
export function gatheringFor(ask: Ask): Gathering {
  switch (ask.ask) {
    case 'create':
    case 'update':
      return gatherWritten(ask.change.list);
    case 'find':
    case 'rows':
      return gatherRows(ask.list);
    case 'changes':
      return gatherChanges(ask.list, ask.since);
    case 'versions':
      return gatherVersions(ask.list);
  }
}

/** True of changes since an earlier answer. */
export function hasToken(ask: Ask): ask is Ask & { ask: 'changes'; since: string } {
  return ask.ask === 'changes' && ask.since !== undefined && ask.since !== 'latest';
}

export function reading(url: string): Member {
  return { method: 'GET', url };
}

/** A token is the whole link that Graph gave, without its origin: what was asked for first stands in it. */
function tokenPath(since: string): string {
  if (!since.startsWith('/sites/') || !since.includes('/items/delta'))
    throw new GraphFailure('invalid', 'What to ask the changes since is no link of Graph’s');
  return since;
}

function selected(list: ListName): string {
  return `$select=id,eTag,lastModifiedDateTime&$expand=fields($select=${columnNames(list).join(',')})`;
}

function filterOf(where: Where): string {
  if ('shelf' in where) return equals('shelf', where.shelf);
  return 'unitShelf' in where ? equals('unitShelf', where.unitShelf) : `fields/Year eq ${where.year}`;
}

/** Graph doubles quotes inside a text and does not decode what is not encoded. */
function equals(field: string, text: string): string {
  return `fields/${columnName(field)} eq '${encodeURIComponent(text.replaceAll("'", "''"))}'`;
}
