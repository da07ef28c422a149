import type { Fields } from './fieldValues.ts';
import type { List } from './listBook.ts';

export type Item = {
  id: number;
  guid: string;
  /** The number in the eTag: grows with every write. */
  version: number;
  /** The number that people see; stands still while the list keeps no versions. */
  major: number;
  created: string;
  modified: string;
  author: number;
  editor: number;
  authorApp: number;
  editorApp: number;
  /** Its latest place in the change log. */
  sequence: number;
  /** JSON of Fields, as it is stored: most readings put it into the answer as it is. */
  fields: string;
};

export const itemCells =
  'id, guid, version, major, created, modified, author, editor, authorApp, editorApp, sequence, fields';

/** Under this key an item lies in its table; the items of a list lie together, in the order of their ids. */
export function keyOf(list: List, id: number): number {
  return list.number * 2 ** 32 + id;
}

export function fieldsOf({ fields }: Pick<Item, 'fields'>): Fields {
  return JSON.parse(fields) as Fields;
}
