import { handOver } from './activities/handOver.ts';
import { assignmentKey } from './assignments/assignment.ts';
import type { Change, ListName } from './basics/change.ts';
import type { Key } from './basics/key.ts';
import { isRefusal, type Refusal } from './basics/refusal.ts';
import type { Command, UpperCommand } from './commands.ts';
import { bringAlong } from './followup/bringAlong.ts';
import { closePeriod } from './followup/closePeriod.ts';
import { corrected } from './followup/correction.ts';
import { noteDialogue } from './followup/noteDialogue.ts';
import { dismissGap, gapNoteKey, noteReminder, restoreGap } from './followup/noteGap.ts';
import { savePeriod } from './followup/savePeriod.ts';
import { extendGoal } from './goals/extendGoal.ts';
import { measurementKey } from './goals/indicator.ts';
import { measure } from './goals/measure.ts';
import { saveGoal } from './goals/saveGoal.ts';
import { saveIndicator } from './goals/saveIndicator.ts';
import { saveStageGoal } from './goals/saveStageGoal.ts';
import { saveSetting } from './organisation/saveSetting.ts';
import { saveUnit } from './organisation/saveUnit.ts';
import { isOfRoom, ruledInRoom } from './roomCommands.ts';
import { rowIn, type World } from './world.ts';

/** What the command changes in this world, nothing when it is done already, or why it is refused. */
export function decide(command: Command, world: World): Change[] | Refusal {
  const answer = isOfRoom(command) ? ruledInRoom(command, world) : ruledAbove(command, world);
  if (isRefusal(answer)) return answer;
  return corrected(command, answer, changedBy(command), world, (list, key) => rowIn(world, list, key));
}

function ruledAbove(command: UpperCommand, world: World): Change[] | Refusal {
  switch (command.do) {
    case 'noteDialogue':
      return noteDialogue(command, world);
    case 'noteReminder':
      return noteReminder(command, world);
    case 'dismissGap':
      return dismissGap(command, world);
    case 'restoreGap':
      return restoreGap(command, world);
    case 'saveSetting':
      return saveSetting(command, world);
    case 'handOver':
      return handOver(command, world);
    case 'extendGoal':
      return extendGoal(command, world);
    case 'measure':
      return measure(command, world);
    case 'savePeriod':
      return savePeriod(command, world);
    case 'closePeriod':
      return closePeriod(command, world);
    case 'saveUnit':
      return saveUnit(command, world);
    case 'saveGoal':
      return saveGoal(command, world);
    case 'saveStageGoal':
      return saveStageGoal(command, world);
    case 'saveIndicator':
      return saveIndicator(command, world);
    case 'bringAlong':
      return bringAlong(command, world);
  }
}

/** The records that the command speaks of, whatever it comes to. */
export function recordsOf(command: Command): { readonly list: ListName; readonly key: Key }[] {
  const records = changedBy(command);
  return command.correction === undefined ? records : [...records, { list: 'comments', key: command.key }];
}

function changedBy(command: Command): { readonly list: ListName; readonly key: Key }[] {
  switch (command.do) {
    case 'assignGoal':
    case 'withdrawGoal':
    case 'requestGoal':
    case 'consult': {
      const { year, goalKey, unitKey } = command;
      return [{ list: 'assignments', key: assignmentKey(year, goalKey, unitKey) }];
    }
    case 'logActivity':
    case 'changeActivity':
    case 'handOver':
      return [{ list: 'activities', key: command.activityKey }];
    case 'addComment':
      return [{ list: 'comments', key: command.commentKey }];
    case 'noteDialogue':
      return [{ list: 'dialogues', key: command.dialogueKey }];
    case 'noteReminder':
      return [
        {
          list: 'gapNotes',
          key: gapNoteKey(command, { recipientId: command.recipient.id, on: command.day }),
        },
      ];
    case 'dismissGap':
    case 'restoreGap':
      return [{ list: 'gapNotes', key: gapNoteKey(command) }];
    case 'saveSetting':
      return [{ list: 'settings', key: command.settingKey }];
    case 'extendGoal':
    case 'saveGoal':
      return [{ list: 'goals', key: command.goalKey }];
    case 'saveUnit':
      return [command.unitKey, ...(command.below ?? [])].map((key) => ({ list: 'units', key }));
    case 'saveStageGoal':
      return [{ list: 'stageGoals', key: command.stageGoalKey }];
    case 'saveIndicator':
      return [{ list: 'indicators', key: command.indicatorKey }];
    case 'bringAlong':
      return [{ list: command.list, key: command.rowKey }];
    case 'measure':
      return [{ list: 'measurements', key: measurementKey(command.indicatorKey, command.periodKey) }];
    case 'savePeriod':
    case 'closePeriod':
      return [{ list: 'periods', key: command.periodKey }];
    case 'takeBack':
      return command.changes.map(({ list, key }) => ({ list, key }));
  }
}

/** Records that the command does not change but that must stay as they are for it to be allowed. */
export function leansOn(command: Command): { readonly list: ListName; readonly key: Key }[] {
  // [O1] Of a unit that may only just have been made. [G1] Of a year that its goal may only just have been extended to.
  if (command.do === 'logActivity')
    return [on('units', command.unitKey), ...allOn('goals', command.goalKeys)];
  if (command.do === 'assignGoal') {
    // [A2] One can only hand down what one holds.
    const { year, goalKey, unitKey, roomKey } = command;
    const held = on('assignments', assignmentKey(year, goalKey, roomKey));
    return [held, on('goals', goalKey), on('units', unitKey)];
  }
  // [O14] Below a place that may only just have been made.
  if (command.do === 'saveUnit')
    return allOn('units', command.to.parentKey === null ? [] : [command.to.parentKey]);
  if (command.do === 'bringAlong') return [on('units', command.unitKey)];
  if (command.do === 'saveStageGoal' || command.do === 'saveIndicator')
    return command.to === null ? [] : [on('goals', command.to.goalKey)];
  if (command.do === 'measure')
    return [on('indicators', command.indicatorKey), on('periods', command.periodKey)];
  return [];
}

function on(list: ListName, key: Key): { readonly list: ListName; readonly key: Key } {
  return { list, key };
}

function allOn(list: ListName, keys: readonly Key[]) {
  return keys.map((key) => on(list, key));
}
