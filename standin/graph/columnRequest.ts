import * as v from 'valibot';
import {
  canBeIndexed,
  canBeUnique,
  encodedName,
  kinds,
  type Column,
  type Facet,
  type Facets,
} from './column.ts';
import { randomUUID } from 'node:crypto';
import { generalException, invalidRequest, notImplemented } from './errors.ts';
import { defaultOf } from './fieldValues.ts';
import { checked } from './request.ts';

/** Facets that Graph has and this stand-in does not answer for yet. */
const otherFacets = [
  'contentApprovalStatus',
  'currency',
  'geolocation',
  'hyperlinkOrPicture',
  'term',
  'thumbnail',
  'validation',
];

const facetSchemas = {
  text: v.strictObject({
    allowMultipleLines: v.optional(v.boolean(), false),
    appendChangesToExistingText: v.optional(v.boolean(), false),
    linesForEditing: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))),
    textType: v.optional(v.picklist(['plain', 'richText'])),
  }),
  choice: v.strictObject({
    allowTextEntry: v.optional(v.boolean(), false),
    choices: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
    displayAs: v.optional(v.picklist(['dropDownMenu', 'radioButtons', 'checkBoxes']), 'dropDownMenu'),
  }),
  number: v.strictObject({
    decimalPlaces: v.optional(
      v.picklist(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']),
      'automatic',
    ),
    displayAs: v.optional(v.picklist(['number', 'percentage']), 'number'),
    maximum: v.optional(v.number(), Number.MAX_VALUE),
    minimum: v.optional(v.number(), -Number.MAX_VALUE),
  }),
  boolean: v.strictObject({}),
  dateTime: v.strictObject({
    displayAs: v.optional(v.picklist(['default', 'friendly', 'standard']), 'default'),
    format: v.optional(v.picklist(['dateOnly', 'dateTime']), 'dateTime'),
  }),
  personOrGroup: v.strictObject({
    allowMultipleSelection: v.optional(v.boolean(), false),
    chooseFromType: v.optional(v.picklist(['peopleOnly', 'peopleAndGroups']), 'peopleOnly'),
    displayAs: v.optional(v.string(), 'nameWithPresence'),
  }),
  lookup: v.strictObject({
    allowMultipleValues: v.optional(v.boolean(), false),
    allowUnlimitedLength: v.optional(v.boolean(), false),
    columnName: v.optional(v.pipe(v.string(), v.nonEmpty()), 'Title'),
    listId: v.pipe(v.string(), v.uuid()),
    primaryLookupColumnId: v.optional(v.pipe(v.string(), v.uuid())),
  }),
  calculated: v.strictObject({
    format: v.optional(v.picklist(['dateOnly', 'dateTime']), 'dateOnly'),
    formula: v.pipe(v.string(), v.startsWith('=')),
    outputType: v.optional(v.picklist(['boolean', 'currency', 'dateTime', 'number', 'text']), 'text'),
  }),
};

const common = {
  name: v.optional(v.pipe(v.string(), v.nonEmpty())),
  displayName: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(255))),
  description: v.optional(v.string()),
  columnGroup: v.optional(v.string()),
  enforceUniqueValues: v.optional(v.boolean()),
  hidden: v.optional(v.boolean()),
  indexed: v.optional(v.boolean()),
  readOnly: v.optional(v.boolean()),
  required: v.optional(v.boolean()),
  defaultValue: v.optional(v.strictObject({ value: v.string() })),
};
const facets = {
  text: v.optional(v.unknown()),
  choice: v.optional(v.unknown()),
  number: v.optional(v.unknown()),
  boolean: v.optional(v.unknown()),
  dateTime: v.optional(v.unknown()),
  personOrGroup: v.optional(v.unknown()),
  lookup: v.optional(v.unknown()),
  calculated: v.optional(v.unknown()),
};
const schema = v.strictObject({ ...common, ...facets });
type Request = v.InferOutput<typeof schema>;

/** SharePoint's limit for an internal name. Assumed: refused rather than cut short. */
const longestName = 32;

export function newColumn(body: unknown): Column {
  const request = readRequest(body);
  const facet = onlyFacet(request);
  if (!facet) throw invalidRequest(`A column needs exactly one type, one of ${kinds.join(', ')}.`);
  const wanted = request.name ?? request.displayName;
  if (wanted === undefined) throw invalidRequest('A column needs a name.');
  const name = encodedName(wanted);
  if (name.length > longestName)
    throw invalidRequest(`The column name '${name}' is longer than ${longestName} characters.`);
  const column: Column = {
    id: randomUUID(),
    name,
    displayName: request.displayName ?? wanted,
    description: request.description ?? '',
    columnGroup: request.columnGroup ?? 'Custom Columns',
    enforceUniqueValues: request.enforceUniqueValues ?? false,
    hidden: request.hidden ?? false,
    indexed: request.indexed ?? false,
    // What is worked out cannot be written.
    readOnly: request.readOnly ?? facet.kind === 'calculated',
    required: request.required ?? false,
    ...(request.defaultValue ? { defaultValue: request.defaultValue } : {}),
    facet,
  };
  return coherent(column);
}

export function changedColumn<Known extends Column>(column: Known, body: unknown): Known {
  const { name, ...request } = readRequest(body);
  if (name !== undefined && name !== column.name)
    throw invalidRequest('The name of a column cannot be changed.');
  const facet = onlyFacet(request, column.facet);
  if (facet && facet.kind !== column.facet.kind)
    throw invalidRequest('The type of a column cannot be changed.');
  return coherent({
    ...column,
    displayName: request.displayName ?? column.displayName,
    description: request.description ?? column.description,
    columnGroup: request.columnGroup ?? column.columnGroup,
    enforceUniqueValues: request.enforceUniqueValues ?? column.enforceUniqueValues,
    hidden: request.hidden ?? column.hidden,
    indexed: request.indexed ?? column.indexed,
    readOnly: request.readOnly ?? column.readOnly,
    required: request.required ?? column.required,
    ...(request.defaultValue ? { defaultValue: request.defaultValue } : {}),
    facet: facet ?? column.facet,
  });
}

function readRequest(body: unknown): Request {
  if (body !== null && typeof body === 'object') {
    const other = otherFacets.find((name) => Object.hasOwn(body, name));
    if (other) throw notImplemented(`columns with '${other}'`);
    if ('defaultValue' in body) {
      const { defaultValue } = body;
      if (defaultValue === null) throw generalException();
      if (defaultValue !== null && typeof defaultValue === 'object' && 'formula' in defaultValue) {
        throw notImplemented('default values by formula');
      }
    }
  }
  return checked(schema, body);
}

/** The facets exclude each other (metadata). On a change, settings that are not sent stay. */
function onlyFacet(request: Request, known?: Facet): Facet | undefined {
  const sent = kinds.filter((kind) => request[kind] !== undefined);
  if (sent.length > 1) throw invalidRequest(`A column has one type only, not ${sent.join(' and ')}.`);
  const kind = sent[0];
  if (kind === undefined) return undefined;
  const settings = request[kind];
  if (settings === null || typeof settings !== 'object') throw invalidRequest(`'${kind}' must be an object.`);
  const merged = known?.kind === kind ? { ...known.settings, ...settings } : settings;
  switch (kind) {
    case 'text':
      return { kind, settings: textSettings(checked(facetSchemas.text, merged)) };
    case 'choice':
      return { kind, settings: checked(facetSchemas.choice, merged) };
    case 'number':
      return { kind, settings: checked(facetSchemas.number, merged) };
    case 'boolean':
      return { kind, settings: {} };
    case 'dateTime':
      return { kind, settings: checked(facetSchemas.dateTime, merged) };
    case 'personOrGroup':
      return { kind, settings: checked(facetSchemas.personOrGroup, merged) };
    case 'lookup':
      return { kind, settings: lookupSettings(checked(facetSchemas.lookup, merged)) };
    case 'calculated':
      return { kind, settings: checked(facetSchemas.calculated, merged) };
  }
}

function lookupSettings({
  primaryLookupColumnId: primary,
  ...sent
}: v.InferOutput<typeof facetSchemas.lookup>): Facets['lookup'] {
  return { ...sent, ...(primary === undefined ? {} : { primaryLookupColumnId: primary }) };
}

function textSettings(sent: v.InferOutput<typeof facetSchemas.text>): Facets['text'] {
  const { allowMultipleLines, appendChangesToExistingText } = sent;
  return {
    allowMultipleLines,
    appendChangesToExistingText,
    linesForEditing: sent.linesForEditing ?? (allowMultipleLines ? 6 : 0),
    ...(allowMultipleLines ? { textType: sent.textType ?? 'plain' } : { maxLength: sent.maxLength ?? 255 }),
  };
}

function coherent<Known extends Column>(column: Known): Known {
  if (column.indexed && !canBeIndexed(column.facet)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot be indexed.`);
  }
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalidRequest(`Column '${column.name}' must be indexed to enforce unique values.`);
  }
  if (column.enforceUniqueValues && !canBeUnique(column.facet)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot enforce unique values.`);
  }
  // A default that the column itself would refuse is refused at once.
  defaultOf(column);
  return column;
}
