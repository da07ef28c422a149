import * as v from 'valibot';
import { isDay } from '../basics/day.ts';
import { isKey } from '../basics/key.ts';
import type { Command } from '../commands.ts';

const key = v.pipe(v.string(), v.check(isKey, 'not a key'));
const text = v.nullable(v.string());
const person = v.object({ id: v.string(), name: v.string() });
const gap = v.picklist([
  'noGoals',
  'someGoals',
  'notAssigned',
  'unitsWithout',
  'requested',
  'toTalk',
  'noActivity',
]);
const signed = {
  key,
  by: person,
  on: v.pipe(v.string(), v.check(isDay, 'not a day')),
  order: v.exactOptional(v.number()),
  group: v.exactOptional(v.object({ key, size: v.number() })),
  year: v.number(),
  roomKey: v.string(),
  correction: v.exactOptional(v.string()),
};
const kind = v.picklist(['targeted', 'ordinary', 'enabling']);
const state = v.picklist(['planned', 'ongoing', 'done', 'dropped']);
const standing = v.picklist(['requested', 'assigned', 'withdrawn']);
const standingOrNone = v.union([standing, v.literal('none')]);
const consultation = v.picklist(['none', 'agreed', 'discuss']);
const outcome = v.object({ value: v.number(), comment: text, source: text });
const plan = v.object({
  title: v.string(),
  kind: v.picklist(['interim', 'fullYear']),
  starts: v.string(),
  ends: v.string(),
  dueOn: text,
  boardMeetingOn: text,
});
const keyOrNone = v.nullable(key);
const personOrNone = v.nullable(person);
const level = v.picklist(['region', 'board', 'department', 'unit']);
const unitPlan = v.object({
  title: v.string(),
  parentKey: keyOrNone,
  character: v.picklist(['operational', 'administrative']),
  heads: v.object({ head: personOrNone, acting: personOrNone, delegate: personOrNone }),
  active: v.boolean(),
  order: v.number(),
});
const goalPlan = v.object({
  title: v.string(),
  description: text,
  isMeasured: v.boolean(),
  isCarried: v.boolean(),
  theme: text,
  fromYear: v.number(),
  toYear: v.nullable(v.number()),
  order: v.number(),
  state: v.picklist(['active', 'ended']),
});
const stageGoalPlan = v.nullable(v.object({ title: v.string(), goalKey: key, due: v.string() }));
const indicatorPlan = v.nullable(
  v.object({
    title: v.string(),
    goalKey: key,
    measureUnit: v.string(),
    direction: v.picklist(['down', 'up']),
    baselineYear: v.number(),
    baselineValue: v.number(),
    targetYear: v.number(),
    targetValue: v.number(),
  }),
);
const fromTo = <S extends v.GenericSchema>(schema: S) =>
  v.exactOptional(v.object({ was: schema, to: schema }));
const command = v.variant('do', [
  v.object({
    do: v.literal('assignGoal'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    seen: v.exactOptional(standingOrNone),
  }),
  v.object({
    do: v.literal('withdrawGoal'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    seen: standing,
  }),
  v.object({
    do: v.literal('logActivity'),
    ...signed,
    activityKey: key,
    title: v.string(),
    goalKeys: v.array(v.string()),
    kind,
    unitKey: v.string(),
    details: v.exactOptional(
      v.object({
        stageGoalKey: v.exactOptional(text),
        state: v.exactOptional(state),
        responsible: v.exactOptional(v.nullable(v.object({ id: text, name: v.string() }))),
        starts: v.exactOptional(text),
        due: v.exactOptional(text),
        expectedEffect: v.exactOptional(text),
        description: v.exactOptional(text),
        ideaKey: v.exactOptional(text),
        continuesKey: v.exactOptional(text),
        meetingId: v.exactOptional(text),
      }),
    ),
  }),
  v.object({
    do: v.literal('requestGoal'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    seen: standingOrNone,
  }),
  v.object({
    do: v.literal('consult'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    answer: consultation,
    seen: consultation,
  }),
  v.object({
    do: v.literal('addComment'),
    ...signed,
    commentKey: key,
    subjectKey: v.string(),
    unitKey: v.string(),
    text: v.string(),
    checkIn: v.exactOptional(
      v.object({ periodKey: key, status: v.picklist(['onPlan', 'atRisk', 'offPlan']) }),
    ),
  }),
  v.object({
    do: v.literal('handOver'),
    ...signed,
    activityKey: key,
    day: v.string(),
    as: v.string(),
  }),
  v.object({
    do: v.literal('extendGoal'),
    ...signed,
    goalKey: key,
    was: v.nullable(v.number()),
    to: v.nullable(v.number()),
  }),
  v.object({
    do: v.literal('measure'),
    ...signed,
    indicatorKey: key,
    periodKey: key,
    was: v.nullable(outcome),
    to: outcome,
  }),
  v.object({
    do: v.literal('savePeriod'),
    ...signed,
    periodKey: key,
    was: v.nullable(plan),
    to: plan,
  }),
  v.object({
    do: v.literal('saveUnit'),
    ...signed,
    unitKey: key,
    level,
    was: v.nullable(unitPlan),
    to: unitPlan,
    below: v.exactOptional(v.array(key)),
  }),
  v.object({
    do: v.literal('saveGoal'),
    ...signed,
    goalKey: key,
    was: v.nullable(goalPlan),
    to: goalPlan,
  }),
  v.object({
    do: v.literal('saveStageGoal'),
    ...signed,
    stageGoalKey: key,
    was: stageGoalPlan,
    to: stageGoalPlan,
  }),
  v.object({
    do: v.literal('saveIndicator'),
    ...signed,
    indicatorKey: key,
    was: indicatorPlan,
    to: indicatorPlan,
  }),
  v.object({
    do: v.literal('bringAlong'),
    ...signed,
    list: v.picklist(['assignments', 'activities', 'comments']),
    rowKey: key,
    unitKey: key,
  }),
  v.object({
    do: v.literal('closePeriod'),
    ...signed,
    periodKey: key,
    step: v.variant('to', [
      v.object({ to: v.literal('closing') }),
      v.object({ to: v.literal('closed'), url: v.string(), checksum: v.string() }),
      v.object({ to: v.literal('open') }),
    ]),
  }),
  v.object({
    do: v.literal('changeActivity'),
    ...signed,
    activityKey: key,
    fields: v.object({
      title: fromTo(v.string()),
      goalKeys: fromTo(v.array(v.string())),
      stageGoalKey: fromTo(text),
      kind: fromTo(kind),
      state: fromTo(state),
      responsibleId: fromTo(text),
      responsibleName: fromTo(text),
      starts: fromTo(text),
      due: fromTo(text),
      expectedEffect: fromTo(text),
      description: fromTo(text),
    }),
  }),
  v.object({
    do: v.literal('noteDialogue'),
    ...signed,
    dialogueKey: key,
    departmentKey: v.string(),
    day: v.string(),
    with: v.nullable(person),
    goalKeys: v.array(v.string()),
    notes: v.string(),
  }),
  v.object({
    do: v.literal('noteReminder'),
    ...signed,
    departmentKey: v.string(),
    gap,
    recipient: person,
    day: v.string(),
    state: v.picklist(['sending', 'sent', 'unclear', 'notSent']),
    text: v.string(),
  }),
  v.object({
    do: v.literal('dismissGap'),
    ...signed,
    departmentKey: v.string(),
    gap,
    reason: v.string(),
  }),
  v.object({ do: v.literal('restoreGap'), ...signed, departmentKey: v.string(), gap }),
  v.object({ do: v.literal('saveSetting'), ...signed, settingKey: key, was: text, to: v.string() }),
  v.object({
    do: v.literal('takeBack'),
    ...signed,
    of: key,
    unitKey: v.exactOptional(v.string()),
    changes: v.array(
      v.object({
        kind: v.literal('update'),
        list: v.picklist([
          'assignments',
          'activities',
          'comments',
          'dialogues',
          'gapNotes',
          'settings',
          'goals',
          'stageGoals',
          'units',
          'indicators',
          'measurements',
          'periods',
        ]),
        key,
        fields: v.record(v.string(), v.object({ was: v.any(), to: v.any() })),
      }),
    ),
  }),
]);

/** What lay on disk as a command of this version of the app, or nothing. */
export function commandIn(raw: unknown): Command | undefined {
  const read = v.safeParse(command, raw);
  return read.success ? read.output : undefined;
}
