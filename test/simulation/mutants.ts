import { type Assignment, assignmentKey } from '../../src/assignments/assignment.ts';
import type { FieldChanges, ListName, Value } from '../../src/basics/change.ts';
import type { Command } from '../../src/commands.ts';
import { type FailureReason, GraphFailure } from '../../src/graph/failure.ts';
import type { Desk } from '../../src/sync/readings.ts';
import type { Answer, Ask, SyncedSite } from '../../src/sync/site.ts';
import type { Client } from './user.ts';

/** Clients that are wrong on purpose, each in one way that has been seen in the wild: the oracle must find every one out. */
export const mutants = {
  /** Sends a line once more under a new key when it has heard nothing, as clients do that let the site choose keys. */
  'retries blindly': { site: retryingBlindly },
  /** Writes over whatever stands there now. */
  'ignores what was': {
    courier: (parts) => ({
      ...parts,
      free: () => parts.free().map((command) => blinded(command, parts.desk)),
    }),
  },
  /** Takes a failure for the end of it. */
  'drops what fails': {
    courier: (parts) => ({
      ...parts,
      onRound: (round) =>
        parts.onRound(round.failure ? { ...round, done: [...round.done, ...parts.free()] } : round),
    }),
  },
  /** Does not look at what lay on the disk when it opens. */
  'forgets at a reload': {
    disk: (disk) => ({
      ...disk,
      pending: { ...disk.pending, read: () => Promise.resolve({ commands: [], unreadable: 0 }) },
    }),
  },
  /** Every tab sends, as without a lock. */
  'sends from every tab': { tabs: (tabs) => ({ ...tabs, lead: (run) => run() }) },
  /** Hears what has come and changed, and never what is gone. */
  'never hears of deletions': { site: deafToDeletions },
  /** Counts a unit from what it happens to know, and never again. */
  'never counts': {
    courier: (parts) => ({ ...parts, count: (year, unitKey) => parts.count(year, unitKey, []) }),
  },
} as const satisfies Record<string, Client>;

const unclear: readonly FailureReason[] = ['offline', 'unavailable', 'throttled'];

function retryingBlindly(site: SyncedSite): SyncedSite {
  return {
    async talk(asks) {
      const answers = await site.talk(asks).catch((failure: unknown) => {
        if (failure instanceof GraphFailure) return asks.map((): Answer => failure);
        throw failure;
      });
      const again = asks.flatMap((ask, n) => (isUnclear(answers[n]) ? (renamed(ask) ?? []) : []));
      if (again.length > 0) await site.talk(again).catch(() => undefined);
      return answers;
    },
  };
}

function isUnclear(answer: Answer | undefined): boolean {
  return answer instanceof GraphFailure && unclear.includes(answer.reason);
}

function renamed(ask: Ask): Ask | undefined {
  if (ask.ask !== 'create' || ask.change.list === 'tallies') return undefined;
  const { change } = ask;
  return { ...ask, change: { ...change, row: { ...change.row, key: `${change.row.key}-igen` } } };
}

/** The command as if its author had seen what stands there now. */
function blinded(command: Command, { confirmed }: Desk): Command {
  const seeing = (list: ListName, key: string, fields: FieldChanges): FieldChanges => {
    const row = confirmed.find(list, key)?.row as unknown as Record<string, Value> | undefined;
    if (!row) return fields;
    const seen = Object.entries(fields).map(([field, { to }]) => [field, { was: row[field] ?? null, to }]);
    return Object.fromEntries(seen);
  };
  switch (command.do) {
    case 'changeActivity':
      return { ...command, fields: seeing('activities', command.activityKey, command.fields) };
    case 'takeBack':
      return {
        ...command,
        changes: command.changes.map((change) => ({
          ...change,
          fields: seeing(change.list, change.key, change.fields),
        })),
      };
    case 'consult': {
      const row = confirmed.find(
        'assignments',
        assignmentKey(command.year, command.goalKey, command.unitKey),
      );
      return row ? { ...command, seen: (row.row as Assignment).consultation } : command;
    }
    case 'assignGoal':
    case 'withdrawGoal':
    case 'requestGoal':
    case 'logActivity':
    case 'addComment':
    case 'noteDialogue':
    case 'noteReminder':
    case 'dismissGap':
    case 'restoreGap':
    case 'saveSetting':
    case 'handOver':
    case 'extendGoal':
    case 'measure':
    case 'savePeriod':
    case 'closePeriod':
    case 'saveUnit':
    case 'saveGoal':
    case 'saveStageGoal':
    case 'saveIndicator':
    case 'bringAlong':
      return command;
  }
}

function deafToDeletions(site: SyncedSite): SyncedSite {
  return {
    async talk(asks) {
      const answers = await site.talk(asks);
      return answers.map((answer) => (answer instanceof GraphFailure ? answer : { ...answer, gone: [] }));
    },
  };
}
