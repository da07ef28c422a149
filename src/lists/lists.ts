import * as v from 'valibot';
import type { Row } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import type { Records } from '../world.ts';
import {
  choice,
  type Column,
  day,
  flag,
  json,
  line,
  maybeChoice,
  maybeDay,
  maybeLine,
  maybeLines,
  maybeNumber,
  number,
} from './columns.ts';

/** The columns of a list, by the name of the record's field. Every field of the record must be here. */
export type Columns<R extends Row> = { readonly [F in Exclude<keyof R, keyof Row> & string]: Column<R[F]> };

export type ListDeclaration<R extends Row = Row> = {
  /** The list's name in SharePoint. */
  readonly name: string;
  readonly description: string;
  readonly columns: Columns<R>;
};

const key = v.pipe(v.string(), v.check(isKey, 'not a key'));
const person = v.nullable(v.object({ id: v.string(), name: v.string() }));
const heads = v.object({ head: person, acting: person, delegate: person });
const packed = v.object({
  goals: v.record(
    v.string(),
    v.object({
      state: v.picklist(['none', 'requested', 'assigned', 'withdrawn']),
      consultation: v.picklist(['none', 'agreed', 'discuss']),
      activities: v.record(v.string(), v.number()),
      status: v.nullable(v.picklist(['onPlan', 'atRisk', 'offPlan'])),
      statusOn: v.nullable(v.string()),
    }),
  ),
  counted: v.number(),
  ordinary: v.number(),
  waiting: v.number(),
  sourceCount: v.number(),
  asOf: v.string(),
});
const formerPlaces = v.pipe(
  v.nullable(v.array(v.object({ year: v.number(), departmentKey: key }))),
  v.transform((value) => value ?? []),
  v.readonly(),
);
const noHeads = { head: null, acting: null, delegate: null };
const keys = v.pipe(v.array(key), v.readonly());

/** Every list of the site, declared once: from here it is created, written and read. */
export const lists: { readonly [L in keyof Records]: ListDeclaration<Records[L]> } = {
  goals: {
    name: 'Goals',
    description: 'Kaskad: mål',
    columns: {
      description: maybeLines(),
      isMeasured: flag(),
      isCarried: flag(),
      theme: maybeLine(),
      fromYear: number(),
      toYear: maybeNumber(),
      order: number(),
      state: choice('active', 'ended'),
    },
  },
  stageGoals: {
    name: 'StageGoals',
    description: 'Kaskad: etappmål',
    columns: { goalKey: line({ indexed: true }), due: day() },
  },
  units: {
    name: 'Units',
    description: 'Kaskad: avdelningar och enheter',
    columns: {
      level: choice('region', 'board', 'department', 'unit'),
      parentKey: maybeLine({ indexed: true }),
      departmentKey: line({ indexed: true }),
      character: choice('operational', 'administrative'),
      heads: json(
        v.pipe(
          v.nullable(heads),
          v.transform((value) => value ?? noHeads),
        ),
      ),
      active: flag(),
      order: number(),
      movedFrom: json(formerPlaces),
    },
  },
  assignments: {
    name: 'Assignments',
    description: 'Kaskad: mål som är fördelade till avdelningar och enheter',
    columns: {
      year: number(),
      goalKey: line({ indexed: true }),
      unitKey: line({ indexed: true }),
      shelf: line({ indexed: true }),
      unitShelf: line({ indexed: true }),
      state: choice('requested', 'assigned', 'withdrawn'),
      requestedBy: json(person),
      requestedOn: maybeDay(),
      consultation: choice('none', 'agreed', 'discuss'),
      consultedBy: json(person),
      consultedOn: maybeDay(),
      note: maybeLines(),
    },
  },
  activities: {
    name: 'Activities',
    description: 'Kaskad: aktiviteter',
    columns: {
      unitKey: line({ indexed: true }),
      shelf: line({ indexed: true }),
      unitShelf: line({ indexed: true }),
      goalKeys: json(keys),
      stageGoalKey: maybeLine({ indexed: true }),
      kind: choice('targeted', 'ordinary', 'enabling'),
      state: choice('planned', 'ongoing', 'done', 'dropped'),
      responsibleId: maybeLine({ indexed: true }),
      responsibleName: maybeLine(),
      starts: maybeDay(),
      due: maybeDay(),
      expectedEffect: maybeLines(),
      description: maybeLines(),
      ideaKey: maybeLine(),
      continuesKey: maybeLine(),
      meetingId: maybeLine(),
      handedOver: maybeDay(),
      handedOverAs: maybeLine(),
    },
  },
  comments: {
    name: 'Comments',
    description: 'Kaskad: kommentarer och lägesbedömningar',
    columns: {
      subjectKey: line({ indexed: true }),
      shelf: line({ indexed: true }),
      unitShelf: line({ indexed: true }),
      periodKey: maybeLine({ indexed: true }),
      status: maybeChoice('onPlan', 'atRisk', 'offPlan'),
      text: maybeLines(),
      by: json(person),
      on: maybeDay(),
      isCorrection: flag(),
    },
  },
  periods: {
    name: 'Periods',
    description: 'Kaskad: delår och helår som följs upp',
    columns: {
      year: number(),
      kind: choice('interim', 'fullYear'),
      starts: day(),
      ends: day(),
      dueOn: maybeDay(),
      boardMeetingOn: maybeDay(),
      state: choice('open', 'closing', 'closed'),
      closedOn: maybeDay(),
      closedBy: json(person),
      snapshotUrl: maybeLine(),
      snapshotChecksum: maybeLine(),
    },
  },
  settings: {
    name: 'Settings',
    description: 'Kaskad: inställningar',
    columns: { value: maybeLines() },
  },
  tallies: {
    name: 'Tallies',
    description: 'Kaskad: räknat per enhet, för översikten; räknas om av sig självt',
    columns: { year: number({ indexed: true }), packed: json(packed) },
  },
  indicators: {
    name: 'Indicators',
    description: 'Kaskad: mätetal, för hela regionen',
    columns: {
      goalKey: line({ indexed: true }),
      measureUnit: line(),
      direction: choice('down', 'up'),
      baselineYear: number(),
      baselineValue: number(),
      targetYear: number(),
      targetValue: number(),
    },
  },
  measurements: {
    name: 'Measurements',
    description: 'Kaskad: utfall av mätetal, för hela regionen',
    columns: {
      indicatorKey: line({ indexed: true }),
      periodKey: line({ indexed: true }),
      year: number(),
      value: number(),
      comment: maybeLines(),
      source: maybeLine(),
    },
  },
  dialogues: {
    name: 'Dialogues',
    description: 'Kaskad: samtal om målen med avdelningarnas chefer',
    columns: {
      year: number({ indexed: true }),
      departmentKey: line({ indexed: true }),
      on: day(),
      with: json(person),
      goalKeys: json(keys),
      notes: maybeLines(),
      by: json(person),
    },
  },
  gapNotes: {
    name: 'GapNotes',
    description: 'Kaskad: påminnelser om luckor, och luckor som är lagda åt sidan',
    columns: {
      year: number({ indexed: true }),
      departmentKey: line({ indexed: true }),
      gap: choice('noGoals', 'someGoals', 'notAssigned', 'unitsWithout', 'requested', 'toTalk', 'noActivity'),
      kind: choice('reminded', 'dismissed'),
      state: choice('sending', 'sent', 'unclear'),
      recipient: json(person),
      on: day(),
      by: json(person),
      text: maybeLines(),
    },
  },
};

export const listNames = Object.keys(lists) as (keyof Records)[];

/** The columns that every list has, beside SharePoint's own Title. */
export const commonColumns = {
  Key: line({ unique: true }),
  CommandKey: line({ indexed: true }),
  Removed: flag(),
} as const;

/** The column's name in SharePoint: the field's name with a capital, which is short, plain ASCII and never changes. */
export function columnName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}
