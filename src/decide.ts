import { handOver } from './activities/handOver.ts';
import { assignmentKey } from './assignments/assignment.ts';
import type { Change, ListName } from './basics/change.ts';
import type { Key } from './basics/key.ts';
import { isRefusal, type Refusal } from './basics/refusal.ts';
import type { Command, UpperCommand } from './commands.ts';
import { closePeriod } from './followup/closePeriod.ts';
import { corrected } from './followup/correction.ts';
import { noteDialogue } from './followup/dialogue.ts';
import { dismissGap, gapNoteKey, noteReminder, restoreGap } from './followup/gapNote.ts';
import { savePeriod } from './followup/savePeriod.ts';
import { extendGoal } from './goals/extendGoal.ts';
import { measurementKey } from './goals/indicator.ts';
import { measure } from './goals/measure.ts';
import { saveSetting } from './organisation/saveSetting.ts';
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
      return [{ list: 'goals', key: command.goalKey }];
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
  // [G1] Of a year that its goal may only just have been extended to.
  if (command.do === 'logActivity') return command.goalKeys.map((key) => ({ list: 'goals', key }));
  if (command.do !== 'assignGoal') return [];
  // [A2] One can only hand down what one holds.
  const { year, goalKey, roomKey } = command;
  return [
    { list: 'assignments', key: assignmentKey(year, goalKey, roomKey) },
    { list: 'goals', key: goalKey },
  ];
}
