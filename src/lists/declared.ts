import type { ListName } from '../basics/change.ts';
import type { Column, ColumnFacet } from './columns.ts';
import { columnName, commonColumns, lists } from './lists.ts';

/** A column as Graph is told to make it. */
export type ColumnDefinition = ColumnFacet & {
  readonly name: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
};

/** How every description of a list of ours begins. */
export const ourMark = 'Kaskad:';

export function listDefinition(list: ListName) {
  const { name, description } = lists[list];
  return {
    displayName: name,
    description,
    columns: columnDefinitions(list),
    list: { template: 'genericList' },
  };
}

export function columnDefinitions(list: ListName): ColumnDefinition[] {
  const own = Object.entries(lists[list].columns) as [string, Column<never>][];
  return [
    ...Object.entries(commonColumns).map(([name, column]) => columnDefinition(name, column, name === 'Key')),
    ...own.map(([field, column]) => columnDefinition(columnName(field), column, false)),
  ];
}

function columnDefinition(
  name: string,
  column: Pick<Column<never>, 'facet' | 'indexed' | 'unique'>,
  required: boolean,
): ColumnDefinition {
  return { name, ...column.facet, indexed: column.indexed, enforceUniqueValues: column.unique, required };
}
