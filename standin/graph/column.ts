/** A column of a list in the words of Graph's columnDefinition. */
export type Facets = {
  text: {
    allowMultipleLines: boolean;
    appendChangesToExistingText: boolean;
    linesForEditing: number;
    /** Single line only. */
    maxLength?: number;
    /** Several lines only. */
    textType?: 'plain' | 'richText';
  };
  choice: {
    allowTextEntry: boolean;
    choices: string[];
    displayAs: 'dropDownMenu' | 'radioButtons' | 'checkBoxes';
  };
  number: { decimalPlaces: string; displayAs: 'number' | 'percentage'; maximum: number; minimum: number };
  boolean: Record<string, never>;
  dateTime: { displayAs: 'default' | 'friendly' | 'standard'; format: 'dateOnly' | 'dateTime' };
  personOrGroup: {
    allowMultipleSelection: boolean;
    chooseFromType: 'peopleOnly' | 'peopleAndGroups';
    displayAs: string;
  };
  lookup: {
    allowMultipleValues: boolean;
    allowUnlimitedLength: boolean;
    columnName: string;
    listId: string;
    primaryLookupColumnId?: string;
  };
  calculated: { format: string; formula: string; outputType: string };
};

export type Kind = keyof Facets;
export const kinds: readonly Kind[] = [
  'text',
  'choice',
  'number',
  'boolean',
  'dateTime',
  'personOrGroup',
  'lookup',
  'calculated',
];

/** These may be declared, but the stand-in knows nothing of their values. */
export function hasValues({ kind }: Facet): boolean {
  return kind !== 'personOrGroup' && kind !== 'lookup' && kind !== 'calculated';
}

export type Facet = { [K in Kind]: { kind: K; settings: Facets[K] } }[Kind];

export type Column = {
  id: string;
  /** Internal name, encoded and permanent. */
  name: string;
  displayName: string;
  description: string;
  columnGroup: string;
  enforceUniqueValues: boolean;
  hidden: boolean;
  indexed: boolean;
  readOnly: boolean;
  required: boolean;
  defaultValue?: { value: string };
  facet: Facet;
};

/** A column with the key under which its values are indexed. */
export type ListColumn = Column & { number: number };

/** Title has this id in every list (recorded). */
export const titleColumn: Column = {
  id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
  name: 'Title',
  displayName: 'Title',
  description: '',
  columnGroup: 'Custom Columns',
  enforceUniqueValues: false,
  hidden: false,
  indexed: false,
  readOnly: false,
  // Recorded as false, though SharePoint's own form demands a title.
  required: false,
  facet: {
    kind: 'text',
    settings: {
      allowMultipleLines: false,
      appendChangesToExistingText: false,
      linesForEditing: 0,
      maxLength: 255,
    },
  },
};

export function columnShape(column: Column): Record<string, unknown> {
  return {
    columnGroup: column.columnGroup,
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    ...(column.defaultValue ? { defaultValue: column.defaultValue } : {}),
    [column.facet.kind]: column.facet.settings,
  };
}

/** SharePoint writes every character outside A–Z, a–z, 0–9 and _ as its code, e.g. `_x0020_` for a space. */
export function encodedName(name: string): string {
  const encoded = name.replace(/[^A-Za-z0-9_]/g, code);
  return encoded.replace(/^[0-9]/, code);
}

function code(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`;
}

/** Multi-line text, several choices, people or rows, and what is worked out: SharePoint has no index for them. */
export function canBeIndexed({ kind, settings }: Facet): boolean {
  if (kind === 'calculated') return false;
  if (kind === 'personOrGroup') return !settings.allowMultipleSelection;
  if (kind === 'lookup') return !settings.allowMultipleValues;
  if (kind === 'text') return !settings.allowMultipleLines;
  if (kind === 'choice') return settings.displayAs !== 'checkBoxes';
  return true;
}

export function canBeUnique(facet: Facet): boolean {
  return canBeIndexed(facet) && facet.kind !== 'boolean';
}
