import { guidOf } from './guid.ts';

/** What every list has beside its own columns; the names are those of recorded items. */
const builtIns: { name: string; displayName: string; id?: string; facet: object }[] = [
  { name: 'ID', displayName: 'ID', id: '1d22ea11-1e32-424e-89ab-9fedbadb6ce1', facet: { number: {} } },
  {
    name: 'ContentType',
    displayName: 'Content Type',
    id: 'c042a256-787d-4a6f-8a8a-cf6ab767f12d',
    facet: { text: {} },
  },
  {
    name: 'Modified',
    displayName: 'Modified',
    id: '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f',
    facet: dateTime(),
  },
  { name: 'Created', displayName: 'Created', id: '8c06beca-0777-48f7-91c7-6da68bc07b69', facet: dateTime() },
  { name: 'Author', displayName: 'Created By', id: '1df5e554-ec7e-46a6-901d-d85a3881cb18', facet: person() },
  { name: 'Editor', displayName: 'Modified By', id: 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', facet: person() },
  {
    name: '_UIVersionString',
    displayName: 'Version',
    id: 'dce8262a-3ae9-45aa-aab4-83bd75fb738a',
    facet: { text: {} },
  },
  {
    name: 'Attachments',
    displayName: 'Attachments',
    id: '67df98f4-9dec-48ff-a553-29bece9c5bf4',
    facet: { boolean: {} },
  },
  { name: 'Edit', displayName: 'Edit', id: '503f1caa-358e-4918-9094-4a2cdc4bc034', facet: { text: {} } },
  {
    name: 'LinkTitleNoMenu',
    displayName: 'Title',
    id: 'bc91a437-52e7-49e1-8c4e-4698904b2b6d',
    facet: { text: {} },
  },
  {
    name: 'LinkTitle',
    displayName: 'Title',
    id: '82642ec8-ef9b-478f-acf9-31f7d45fbc31',
    facet: { text: {} },
  },
  {
    name: 'ItemChildCount',
    displayName: 'Item Child Count',
    id: 'b824e17e-a1b3-426e-aecf-f0184d900485',
    facet: {},
  },
  {
    name: 'FolderChildCount',
    displayName: 'Folder Child Count',
    id: '960ff01f-2b6d-4f1b-9c3f-e19ad8927341',
    facet: {},
  },
  { name: '_ComplianceFlags', displayName: 'Label setting', facet: {} },
  { name: '_ComplianceTag', displayName: 'Retention label', facet: {} },
  { name: '_ComplianceTagWrittenTime', displayName: 'Retention label Applied', facet: {} },
  { name: '_ComplianceTagUserId', displayName: 'Label applied by', facet: {} },
  { name: 'AppAuthor', displayName: 'App Created By', id: '6bfaba20-36bf-44b5-a1b2-eb6346d49716', facet: {} },
  {
    name: 'AppEditor',
    displayName: 'App Modified By',
    id: 'e08400f3-c779-4ed2-a18c-ab7f34caa318',
    facet: {},
  },
];

export const builtInColumns: ReadonlyMap<string, Record<string, unknown>> = new Map(
  builtIns.map(({ name, displayName, id, facet }) => [
    name.toLowerCase(),
    {
      columnGroup: 'Custom Columns',
      description: '',
      displayName,
      enforceUniqueValues: false,
      hidden: false,
      id: id ?? guidOf(`column ${name}`),
      indexed: false,
      name,
      readOnly: true,
      required: false,
      ...facet,
    },
  ]),
);

/** Names under which an item's fields show what SharePoint itself keeps; a client cannot write them. */
export const builtInFieldNames: ReadonlySet<string> = new Set([
  ...builtIns.map((column) => column.name),
  'id',
  'AuthorLookupId',
  'EditorLookupId',
  'AppAuthorLookupId',
  'AppEditorLookupId',
]);

function dateTime() {
  return { dateTime: { displayAs: 'default', format: 'dateTime' } };
}

function person() {
  return {
    personOrGroup: {
      allowMultipleSelection: false,
      chooseFromType: 'peopleAndGroups',
      displayAs: 'nameWithPresence',
    },
  };
}
