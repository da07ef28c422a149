import { type LogActivity, logActivity } from './activities/logActivity.ts';
import { type AssignGoal, assignGoal } from './assignments/assignGoal.ts';
import type { Change } from './basics/change.ts';
import type { Day } from './basics/day.ts';
import type { Key } from './basics/key.ts';
import type { Person } from './basics/person.ts';
import type { Refusal } from './basics/refusal.ts';
import type { World } from './world.ts';

/** What a user can ask for, before it is signed. */
export type Wish = AssignGoal | LogActivity;

/**
 * A wish with its author, time and name, fixed once when it is made. It is plain data, so that it can lie on
 * disk and mean the same tomorrow.
 */
export type Command = Wish & {
  /** UUID; written as CommandKey on what the command creates. */
  readonly key: Key;
  readonly by: Person;
  readonly on: Day;
};

/** What the command changes in this world, nothing when it is done already, or why it is refused. */
export function decide(command: Command, world: World): Change[] | Refusal {
  switch (command.do) {
    case 'assignGoal':
      return assignGoal(command, world);
    case 'logActivity':
      return logActivity(command, world);
  }
}
