import type { Value } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Command, Wish } from '../commands.ts';
import { rolesSetting } from '../basics/strategists.ts';
import type { FullText } from '../text/svLater.ts';
import type { World } from '../world.ts';

/** What a command does, as its author would say it. */
export function commandWords(wish: Wish, world: World, { commands, memo, roles }: FullText): string {
  switch (wish.do) {
    case 'assignGoal':
      return commands.assign(titleOf(world.goals, wish.goalKey), titleOf(world.units, wish.unitKey));
    case 'withdrawGoal':
      return commands.withdraw(titleOf(world.goals, wish.goalKey), titleOf(world.units, wish.unitKey));
    case 'requestGoal':
      return commands.request(titleOf(world.goals, wish.goalKey), titleOf(world.units, wish.unitKey));
    case 'consult':
      return commands.consult(
        wish.answer,
        titleOf(world.goals, wish.goalKey),
        titleOf(world.units, wish.unitKey),
      );
    case 'addComment':
      return wish.checkIn
        ? commands.checkIn(wish.checkIn.status, titleOf(world.units, wish.unitKey))
        : commands.comment(wish.text);
    case 'noteDialogue':
      return commands.dialogue(titleOf(world.units, wish.departmentKey));
    case 'noteReminder':
      return commands.reminder(wish.recipient.name);
    case 'restoreGap':
      return commands.restore(titleOf(world.units, wish.departmentKey));
    case 'saveSetting':
      return wish.settingKey === rolesSetting ? roles.saved : memo.command;
    case 'dismissGap':
      return commands.dismiss(titleOf(world.units, wish.departmentKey));
    case 'handOver':
      return commands.handOver(titleOf(world.activities, wish.activityKey));
    case 'extendGoal':
      return commands.extendGoal(titleOf(world.goals, wish.goalKey));
    case 'measure':
      return commands.measure(titleOf(world.indicators, wish.indicatorKey), wish.year);
    case 'savePeriod':
      return commands.period(wish.to.title);
    case 'saveUnit':
      return commands.unit(wish.to.title);
    case 'saveGoal':
      return commands.goal(wish.to.title);
    case 'saveStageGoal':
      return commands.stageGoal(wish.to?.title ?? titleOf(world.stageGoals, wish.stageGoalKey));
    case 'saveIndicator':
      return commands.indicator(wish.to?.title ?? titleOf(world.indicators, wish.indicatorKey));
    case 'bringAlong':
      return commands.bringAlong(titleOf(world[wish.list], wish.rowKey));
    case 'closePeriod':
      return commands.closing(titleOf(world.periods, wish.periodKey), wish.step.to);
    case 'logActivity':
      // A line that is being sent may have been mended since, by a command of its own.
      return commands.log(world.activities.get(wish.activityKey)?.title ?? wish.title);
    case 'changeActivity':
      return commands[stepOf(wish)](titleOf(world.activities, wish.activityKey));
    case 'takeBack': {
      const [only, ...others] = wish.changes;
      if (!only || others.length > 0) return commands.takeBackSeveral(wish.changes.length);
      const rows = world[only.list] as unknown as Titled;
      return commands.takeBack(titleOf(rows, only.key));
    }
  }
}

type Step = 'change' | 'done' | 'dropped' | 'reopened';

/** Whether a change finishes, drops or reopens the activity, or only mends its words. */
export function stepOf({ fields }: Extract<Wish, { do: 'changeActivity' }>): Step {
  return fields.state ? stepBetween(fields.state.was, fields.state.to) : 'change';
}

export function stepBetween(was: Value, to: Value): Step {
  if (to === 'done' || to === 'dropped') return to;
  return was === 'done' || was === 'dropped' ? 'reopened' : 'change';
}

/** Where it belongs and when it was written. */
export function commandFacts(command: Command, world: World, text: FullText): string {
  const unitKey =
    command.do === 'changeActivity'
      ? (world.activities.get(command.activityKey)?.unitKey ?? command.roomKey)
      : 'unitKey' in command
        ? command.unitKey
        : command.roomKey;
  return [titleOf(world.units, unitKey), text.date(command.on)].join(' · ');
}

type Titled = { get(key: Key): { readonly title: string } | undefined };

function titleOf(rows: Titled, key: Key): string {
  return rows.get(key)?.title ?? key;
}
