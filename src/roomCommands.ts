import type { Activity } from './activities/activity.ts';
import { changeActivity, weighActivity } from './activities/changeActivity.ts';
import { logActivity } from './activities/logActivity.ts';
import { assignGoal } from './assignments/assignGoal.ts';
import { consult } from './assignments/consult.ts';
import { requestGoal } from './assignments/requestGoal.ts';
import { withdrawGoal } from './assignments/withdrawGoal.ts';
import { type Change, weigh } from './basics/change.ts';
import { changedByBoth, isRefusal, type Refusal } from './basics/refusal.ts';
import type { Command, RoomCommand, TakeBack } from './commands.ts';
import { addComment } from './followup/addComment.ts';
import { frozenBy, frozenRefusal, isMark } from './followup/freezing.ts';
import type { Period } from './followup/period.ts';
import { rowIn, type World } from './world.ts';

const roomDeeds: Readonly<Record<RoomCommand['do'], true>> = {
  assignGoal: true,
  withdrawGoal: true,
  requestGoal: true,
  consult: true,
  logActivity: true,
  changeActivity: true,
  addComment: true,
  takeBack: true,
};

/** True for what is asked for in a department's or a unit's own page; the first frame knows these rules, and no others. */
export function isOfRoom(command: Command): command is RoomCommand {
  return command.do in roomDeeds;
}

/** The same as `decide` for what is of a room; the rest is not known yet, and is left out. */
export function decideInRoom(command: Command, world: World): Change[] | Refusal {
  if (!isOfRoom(command) || command.correction !== undefined) return [];
  const answer = ruledInRoom(command, world);
  if (isRefusal(answer)) return answer;
  const touched = answer
    .filter((change) => !isMark(change))
    .flatMap((change) => {
      const row = change.kind === 'create' ? change.row : rowIn(world, change.list, change.key);
      return row ? [{ list: change.list, row }] : [];
    });
  const period = frozenBy(touched, world.periods);
  return period ? frozenRefusal(period) : answer;
}

/** What the rule of the command says, closed periods apart. */
export function ruledInRoom(command: RoomCommand, world: World): Change[] | Refusal {
  switch (command.do) {
    case 'assignGoal':
      return assignGoal(command, world);
    case 'withdrawGoal':
      return withdrawGoal(command, world);
    case 'requestGoal':
      return requestGoal(command, world);
    case 'consult':
      return consult(command, world);
    case 'logActivity':
      return logActivity(command, world);
    case 'changeActivity':
      return changeActivity(command, world);
    case 'addComment':
      return addComment(command, world);
    case 'takeBack':
      return takeBack(command, world);
  }
}

function takeBack({ changes }: TakeBack, world: World): Change[] | Refusal {
  const open: Change[] = [];
  for (const { list, key, fields } of changes) {
    const row = rowIn(world, list, key);
    // Its creation never came to be: there is nothing to take back.
    if (!row) continue;
    // [F36] What is closed stays closed, and as it was.
    if (list === 'periods' && (row as Period).state === 'closed') return frozenRefusal(row as Period);
    const weighed = list === 'activities' ? weighActivity(row as Activity, fields) : weigh(list, row, fields);
    if ('fields' in weighed) return changedByBoth(weighed);
    open.push(...weighed);
  }
  return open;
}
