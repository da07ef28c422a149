import type { Hono } from 'hono';
import { at, json, noContent } from './answers.ts';
import { builtInColumns } from './builtIn.ts';
import { columnShape, titleColumn, type ListColumn } from './column.ts';
import { changedColumn, newColumn } from './columnRequest.ts';
import { invalidRequest, itemNotFound, nameAlreadyExists } from './errors.ts';
import { contextOf } from './itemShape.ts';
import type { List } from './listBook.ts';
import { demandOn, listOf, mostIndexes, refuseIfMatch, tooManyIndexes, visibleColumns } from './lists.ts';
import { selected } from './query.ts';
import { bodyOf, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

const selectable = new Set([
  ...Object.keys(columnShape(titleColumn)),
  'boolean',
  'choice',
  'calculated',
  'dateTime',
  'defaultValue',
  'lookup',
  'number',
  'personOrGroup',
]);

export function addColumns(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/sites/:site/lists/:list/columns', {
    GET: (call) => {
      demandOn(tenant, call, 'readSite');
      const select = optionsOf(call, ['$select']).get('$select');
      const list = listOf(tenant, call);
      const names = select === undefined ? undefined : selected(select, selectable, 'columnDefinition');
      const shown = visibleColumns(list, names?.has('hidden')).map((shape) =>
        Object.fromEntries(Object.entries(shape).filter(([name]) => names?.has(name) ?? true)),
      );
      return json({ '@odata.context': `${contextOf(tenant, list)}/columns`, value: shown });
    },
    POST: async (call) => {
      demandOn(tenant, call, 'manageLists');
      optionsOf(call, []);
      const column = newColumn(objectOf(await bodyOf(call)));
      const list = listOf(tenant, call);
      const name = column.name.toLowerCase();
      const taken = [...list.columns.keys()].some((known) => known.toLowerCase() === name);
      if (taken || builtInColumns.has(name)) throw nameAlreadyExists();
      refuseIndexes(list, column);
      return answer(tenant, list, columnShape(tenant.lists.addColumn(list, column, tenant.at())), 201);
    },
  });
  at(app, '/v1.0/sites/:site/lists/:list/columns/:column', {
    GET: (call) => {
      demandOn(tenant, call, 'readSite');
      optionsOf(call, []);
      const list = listOf(tenant, call);
      const key = call.req.param('column') ?? '';
      const builtIn = [...builtInColumns.values()].find(({ id, name }) => id === key || name === key);
      return answer(tenant, list, builtIn ?? columnShape(columnOf(list, call)));
    },
    PATCH: async (call) => {
      demandOn(tenant, call, 'manageLists');
      refuseIfMatch(call);
      optionsOf(call, []);
      const body = objectOf(await bodyOf(call));
      const list = listOf(tenant, call);
      const column = changedColumn(columnOf(list, call), body);
      refuseIndexes(list, column);
      if (column.enforceUniqueValues) refuseDuplicates(tenant, list, column);
      tenant.lists.changeColumn(list, column, tenant.at());
      return answer(tenant, list, columnShape(column));
    },
    DELETE: (call) => {
      demandOn(tenant, call, 'manageLists');
      refuseIfMatch(call);
      optionsOf(call, []);
      const list = listOf(tenant, call);
      const column = columnOf(list, call);
      if (column.id === titleColumn.id) throw invalidRequest('The column Title cannot be deleted.');
      tenant.lists.removeColumn(list, column, tenant.at());
      return noContent();
    },
  });
}

/** By id; by internal name too, as Graph allows. */
function columnOf(list: List, call: Call): ListColumn {
  const key = call.req.param('column') ?? '';
  const builtIn = [...builtInColumns.values()].some(({ id, name }) => id === key || name === key);
  if (builtIn) throw invalidRequest(`The column '${key}' cannot be changed.`);
  const column = [...list.columns.values()].find(({ id, name }) => id === key.toLowerCase() || name === key);
  if (!column) throw itemNotFound('The specified column was not found');
  return column;
}

function refuseIndexes(list: List, { name, indexed }: { name: string; indexed: boolean }): void {
  const others = [...list.columns.values()].filter((column) => column.indexed && column.name !== name);
  if (indexed && others.length >= mostIndexes) throw tooManyIndexes();
}

/** Assumed: a column whose rows already repeat a value cannot become unique. */
function refuseDuplicates(tenant: Tenant, list: List, column: ListColumn): void {
  if (tenant.lists.hasDuplicates(list, column)) {
    throw invalidRequest(`Column '${column.name}' has duplicate values.`);
  }
}

function answer(tenant: Tenant, list: List, shape: object, status = 200): Response {
  return json({ '@odata.context': `${contextOf(tenant, list)}/columns/$entity`, ...shape }, status);
}
