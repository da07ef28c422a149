import * as v from 'valibot';

/**
 * The form of an organisation file, field by field. README.md in this folder says the same in words:
 * change both. Objects are strict, because a misspelt field that is silently ignored is a lost field.
 */

// The single-line text column of SharePoint holds 255 characters, and titles end up in one.
const longestTitle = 255;
const longestText = 10_000;

const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', 'must not be empty'),
    v.maxLength(longest, (issue) => `is ${issue.received} characters; at most ${longest} fit`),
  );

const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a key of a-z, 0-9 and single hyphens'),
  // Year, goal and unit together make an assignment's key, which may have 200.
  v.maxLength(90, 'is longer than the 90 characters a key may have'),
);

// Entra object ids; the address book of Microsoft 365 knows nobody by any other kind of id.
const objectId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, 'must be a lower-case GUID'),
);

/** True for a day that exists: 2023-02-29 has the right form, yet is no day. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

const day = v.pipe(v.string(), v.check(isDay, 'must be a day that exists, written YYYY-MM-DD'));
const year = v.pipe(
  v.number(),
  v.integer('must be a whole year'),
  v.minValue(2000, 'must be a year from 2000'),
  v.maxValue(2100, 'must be a year up to 2100'),
);

// Baselines lie further back than goals.
const anyYear = v.pipe(v.number(), v.integer('must be a whole year'), v.minValue(1990), v.maxValue(2100));

const person = v.strictObject({
  id: objectId,
  name: text(longestTitle),
  mail: v.pipe(v.string(), v.email('must be an e-mail address')),
  jobTitle: v.exactOptional(text(longestTitle)),
  unit: slug,
  role: v.picklist(['strategist', 'head', 'staff', 'auditor']),
  siteRole: v.picklist(['owner', 'member', 'visitor']),
});

const unit = v.strictObject({
  key: slug,
  title: text(longestTitle),
  level: v.picklist(['region', 'board', 'department', 'unit']),
  parent: v.nullable(slug),
  character: v.picklist(['operational', 'administrative']),
  head: v.exactOptional(objectId),
});

const goal = v.strictObject({
  key: slug,
  title: text(longestTitle),
  isMeasured: v.boolean(),
  isCarried: v.boolean(),
  theme: text(longestTitle),
  fromYear: year,
  toYear: year,
  description: text(longestText),
});

const activity = v.strictObject({
  unit: slug,
  goals: v.pipe(v.array(slug), v.minLength(1, 'must name at least one goal')),
  title: text(longestTitle),
  kind: v.picklist(['targeted', 'ordinary', 'enabling']),
  state: v.picklist(['planned', 'ongoing', 'done', 'dropped']),
  responsible: objectId,
  added: day,
  stageGoal: v.exactOptional(slug),
});

const period = v.strictObject({
  key: slug,
  title: text(longestTitle),
  year,
  kind: v.picklist(['interim', 'fullYear']),
  starts: day,
  ends: day,
  due: day,
  boardMeeting: v.exactOptional(day),
});

const indicator = v.strictObject({
  key: slug,
  title: text(longestTitle),
  goal: slug,
  measureUnit: text(longestTitle),
  direction: v.picklist(['down', 'up']),
  baseline: v.strictObject({ year: anyYear, value: v.number() }),
  target: v.strictObject({ year: anyYear, value: v.number() }),
  /** Outcomes of whole years. */
  outcomes: v.array(v.strictObject({ year: anyYear, value: v.number(), source: text(longestTitle) })),
});

export const organisationShape = v.strictObject({
  format: v.literal(1),
  name: text(longestTitle),
  tenantId: objectId,
  site: v.strictObject({
    hostname: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host name, like contoso.sharepoint.com'),
    ),
    path: v.pipe(
      v.string(),
      v.regex(/^\/(?:sites|teams)\/[A-Za-z0-9_-]+$/, 'must be a site path, like /sites/goals'),
    ),
    title: text(longestTitle),
  }),
  day,
  year,
  people: v.pipe(v.array(person), v.minLength(1, 'must hold at least one person')),
  units: v.pipe(v.array(unit), v.minLength(1, 'must hold at least one unit')),
  goals: v.array(goal),
  stageGoals: v.array(v.strictObject({ key: slug, title: text(longestTitle), goal: slug, due: day })),
  assignments: v.array(v.strictObject({ goal: slug, units: v.array(slug) })),
  activities: v.array(activity),
  periods: v.exactOptional(v.array(period), []),
  indicators: v.exactOptional(v.array(indicator), []),
});

export type Organisation = v.InferOutput<typeof organisationShape>;
