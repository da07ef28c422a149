import fc from 'fast-check';
import type { ListName } from '../../src/basics/change.ts';
import { gapKinds } from '../../src/followup/gaps.ts';
import type { Records } from '../../src/world.ts';

// What SharePoint keeps: it has no empty text, so an empty field is `null`.
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const key = fc.stringMatching(/^[a-z0-9]{1,10}([-/][a-z0-9]{1,10}){0,3}$/);
export const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const person = fc.record({ id: fc.uuid(), name: text });
const year = fc.integer({ min: 1900, max: 2200 });
const decimal = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((n) => Math.round(n * 1000) / 1000 || 0);
const row = { key, title: text, removed: fc.boolean() };

const status = fc.constantFrom('onPlan', 'atRisk', 'offPlan');
const goalTally = fc.record({
  state: fc.constantFrom('none', 'requested', 'assigned', 'withdrawn'),
  consultation: fc.constantFrom('none', 'agreed', 'discuss'),
  activities: fc.dictionary(fc.constantFrom('targeted/ongoing', 'ordinary/done'), fc.nat(), {
    noNullPrototype: true,
  }),
  status: maybe(status),
  statusOn: maybe(day),
});

/** Any record that the product could have written. */
export const records: { readonly [L in ListName]: fc.Arbitrary<Records[L]> } = {
  goals: fc.record({
    ...row,
    description: maybe(text),
    isMeasured: fc.boolean(),
    isCarried: fc.boolean(),
    theme: maybe(text),
    fromYear: year,
    toYear: maybe(year),
    order: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    state: fc.constantFrom('active', 'ended'),
  }),
  stageGoals: fc.record({ ...row, goalKey: key, due: day }),
  units: fc.record({
    ...row,
    level: fc.constantFrom('region', 'board', 'department', 'unit'),
    parentKey: maybe(key),
    departmentKey: key,
    character: fc.constantFrom('operational', 'administrative'),
    heads: fc.record({ head: maybe(person), acting: maybe(person), delegate: maybe(person) }),
    active: fc.boolean(),
    order: fc.integer(),
    movedFrom: fc.array(fc.record({ year, departmentKey: key }), { maxLength: 2 }),
  }),
  assignments: fc.record({
    ...row,
    year,
    goalKey: key,
    unitKey: key,
    shelf: text,
    unitShelf: text,
    state: fc.constantFrom('requested', 'assigned', 'withdrawn'),
    requestedBy: maybe(person),
    requestedOn: maybe(day),
    consultation: fc.constantFrom('none', 'agreed', 'discuss'),
    consultedBy: maybe(person),
    consultedOn: maybe(day),
    note: maybe(text),
  }),
  activities: fc.record({
    ...row,
    unitKey: key,
    shelf: text,
    unitShelf: text,
    goalKeys: fc.array(key, { maxLength: 4 }),
    stageGoalKey: maybe(key),
    kind: fc.constantFrom('targeted', 'ordinary', 'enabling'),
    state: fc.constantFrom('planned', 'ongoing', 'done', 'dropped'),
    responsibleId: maybe(fc.uuid()),
    responsibleName: maybe(text),
    starts: maybe(day),
    due: maybe(day),
    expectedEffect: maybe(text),
    description: maybe(text),
    ideaKey: maybe(key),
    continuesKey: maybe(key),
    meetingId: maybe(text),
    handedOver: maybe(day),
    handedOverAs: maybe(text),
  }),
  comments: fc.record({
    ...row,
    subjectKey: key,
    shelf: text,
    unitShelf: text,
    periodKey: maybe(key),
    status: maybe(status),
    text: maybe(text),
    by: maybe(person),
    on: maybe(day),
    isCorrection: fc.boolean(),
  }),
  periods: fc.record({
    ...row,
    year,
    kind: fc.constantFrom('interim', 'fullYear'),
    starts: day,
    ends: day,
    dueOn: maybe(day),
    boardMeetingOn: maybe(day),
    state: fc.constantFrom('open', 'closing', 'closed'),
    closedOn: maybe(day),
    closedBy: maybe(person),
    snapshotUrl: maybe(text),
    snapshotChecksum: maybe(text),
  }),
  settings: fc.record({ ...row, value: maybe(text) }),
  indicators: fc.record({
    ...row,
    goalKey: key,
    measureUnit: text,
    direction: fc.constantFrom('down', 'up'),
    baselineYear: year,
    baselineValue: decimal,
    targetYear: year,
    targetValue: decimal,
  }),
  measurements: fc.record({
    ...row,
    indicatorKey: key,
    periodKey: key,
    year: year,
    value: decimal,
    comment: maybe(text),
    source: maybe(text),
  }),
  dialogues: fc.record({
    ...row,
    year: year,
    departmentKey: key,
    on: day,
    with: maybe(person),
    goalKeys: fc.array(key, { maxLength: 4 }),
    notes: maybe(text),
    by: maybe(person),
  }),
  gapNotes: fc.record({
    ...row,
    year: year,
    departmentKey: key,
    gap: fc.constantFrom(...gapKinds),
    kind: fc.constantFrom('reminded', 'dismissed'),
    state: fc.constantFrom('sending', 'sent', 'unclear'),
    recipient: maybe(person),
    on: day,
    by: maybe(person),
    text: maybe(text),
  }),
  tallies: fc.record({
    ...row,
    year,
    packed: fc.record({
      goals: fc.dictionary(key, goalTally, { maxKeys: 4, noNullPrototype: true }),
      counted: fc.nat(),
      ordinary: fc.nat(),
      waiting: fc.nat(),
      sourceCount: fc.nat(),
      asOf: fc.constantFrom('', '2023-08-25T08:00:00Z'),
    }),
  }),
};
