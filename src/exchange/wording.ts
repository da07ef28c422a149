import type { Activity } from '../activities/activity.ts';
import type { Assignment } from '../assignments/assignment.ts';
import type { Status } from '../followup/status.ts';

/** What the tables' heads and the codes in them are called; a rule speaks no language. */
export type TableWords = {
  readonly names: {
    readonly activities: string;
    readonly assignments: string;
    readonly coverage: string;
    readonly checkIns: string;
  };
  readonly department: string;
  readonly unit: string;
  readonly goal: string;
  readonly activity: string;
  readonly description: string;
  readonly stageGoal: string;
  readonly kind: string;
  readonly state: string;
  readonly isCounted: string;
  readonly responsible: string;
  readonly starts: string;
  readonly due: string;
  readonly effect: string;
  readonly status: string;
  readonly comment: string;
  readonly handedOver: string;
  readonly consultation: string;
  readonly answeredBy: string;
  readonly answeredOn: string;
  readonly requestedBy: string;
  readonly requestedOn: string;
  readonly note: string;
  readonly unitsHolding: string;
  readonly activities: string;
  readonly finished: string;
  readonly ordinary: string;
  readonly waits: string;
  readonly everyGoal: string;
  readonly day: string;
  readonly period: string;
  readonly by: string;
  readonly isCorrection: string;
  readonly yes: string;
  readonly no: string;
  readonly states: Readonly<Record<Activity['state'], string>>;
  readonly kinds: Readonly<Record<Activity['kind'], string>>;
  readonly standings: Readonly<Record<Assignment['state'] | 'none', string>>;
  readonly consultations: Readonly<Record<Assignment['consultation'], string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly handOver: {
    readonly name: string;
    readonly key: string;
    readonly news: string;
    readonly isNew: string;
    readonly isChanged: string;
  };
};
