import { type Activity, isWaiting } from '../activities/activity.ts';
import type { Update } from '../basics/change.ts';
import type { Wish } from '../commands.ts';
import { rolesSetting } from '../basics/strategists.ts';
import type { FullText } from '../text/svLater.ts';
import type { World } from '../world.ts';
import { stepBetween, stepOf } from './commandWords.ts';

type Deed =
  | 'log'
  | 'assign'
  | 'withdraw'
  | 'decline'
  | 'request'
  | 'consult'
  | 'comment'
  | 'dialogue'
  | 'gap'
  | 'reminder'
  | 'restored'
  | 'setting'
  | 'roles'
  | 'checkIn'
  | 'handOver'
  | 'goal'
  | 'unit'
  | 'goalSaved'
  | 'stageGoal'
  | 'indicator'
  | 'along'
  | 'measure'
  | 'period'
  | 'closing'
  | ReturnType<typeof stepOf>
  | 'undone';

/** What one click has done, in a sentence. */
export function savedWords(
  wishes: readonly Wish[],
  world: World,
  { saved, ideas, asking, memo, roles }: FullText,
): string {
  const all = wishes.flatMap(deedsOf);
  // What comes along with a unit is part of moving it.
  const deeds = all.includes('unit') ? all.filter((deed) => deed !== 'along') : all;
  const [first, ...others] = deeds;
  const n = deeds.length;
  if (first === undefined) return '';
  if (others.some((deed) => deed !== first)) return saved.changes(n);
  switch (first) {
    case 'assign':
      return saved.assignments(n);
    case 'withdraw':
      return saved.withdrawals(n);
    case 'decline':
      return asking.requests.declined;
    case 'log':
      if (n > 1) return saved.activities(n);
      return logWords(loggedBy(wishes, world), world, { saved, ideas });
    case 'request':
      return saved.requests(n);
    case 'consult':
      return saved.consultation;
    case 'comment':
      return saved.comment;
    case 'dialogue':
      return saved.dialogue;
    case 'gap':
      return saved.gap;
    case 'reminder':
      return saved.reminder;
    case 'restored':
      return saved.restored;
    case 'setting':
      return memo.remembered;
    case 'roles':
      return roles.saved;
    case 'checkIn':
      return saved.checkIns(n);
    case 'handOver':
      return saved.handedOver(n);
    case 'goal':
      return saved.goals(n);
    case 'unit':
      return saved.units(n);
    case 'goalSaved':
      return saved.goalsSaved(n);
    case 'stageGoal':
      return saved.stageGoals(n);
    case 'indicator':
      return saved.indicators(n);
    case 'along':
      return saved.along(n);
    case 'measure':
      return n > 1 ? saved.measurements(n) : saved.measurement;
    case 'period':
      return saved.period;
    case 'closing':
      return saved.closing;
    case 'undone':
      return saved.undone;
    case 'change':
    case 'done':
    case 'dropped':
    case 'reopened':
      return n > 1 ? saved.changes(n) : saved[first];
  }
}

function deedsOf(wish: Wish): Deed[] {
  switch (wish.do) {
    case 'assignGoal':
      return ['assign'];
    case 'withdrawGoal':
      return [wish.seen === 'requested' ? 'decline' : 'withdraw'];
    case 'requestGoal':
      return ['request'];
    case 'consult':
      return ['consult'];
    case 'addComment':
      return [wish.checkIn ? 'checkIn' : 'comment'];
    case 'noteDialogue':
      return ['dialogue'];
    case 'noteReminder':
      return ['reminder'];
    case 'dismissGap':
      return ['gap'];
    case 'restoreGap':
      return ['restored'];
    case 'saveSetting':
      return [settingDeed(wish.settingKey)];
    case 'handOver':
      return ['handOver'];
    case 'extendGoal':
      return ['goal'];
    case 'saveUnit':
      return ['unit'];
    case 'saveGoal':
      return ['goalSaved'];
    case 'saveStageGoal':
      return ['stageGoal'];
    case 'saveIndicator':
      return ['indicator'];
    case 'bringAlong':
      return ['along'];
    case 'measure':
      return ['measure'];
    case 'savePeriod':
      return ['period'];
    case 'closePeriod':
      return ['closing'];
    case 'logActivity':
      return ['log'];
    case 'changeActivity':
      return [stepOf(wish)];
    case 'takeBack':
      return wish.changes.map(deedBehind);
  }
}

function settingDeed(key: string): Deed {
  return key === rolesSetting ? 'roles' : 'setting';
}

/** The wish that takes something back tells what it was: its `was` is what had been done. */
function deedBehind({ list, key, fields }: Update): Deed {
  const { removed, state, consultation } = fields;
  const isCreation = removed?.to === true;
  if (list === 'comments') return fields['periodKey']?.was ? 'checkIn' : 'comment';
  if (list === 'goals') return Object.keys(fields).join() === 'toYear' ? 'goal' : 'goalSaved';
  if (list === 'units') return 'unit';
  if (list === 'stageGoals') return 'stageGoal';
  if (list === 'indicators') return 'indicator';
  if (fields['unitShelf'] && !isCreation) return 'along';
  if (list === 'measurements') return 'measure';
  if (list === 'periods') return 'period';
  if (list === 'dialogues') return 'dialogue';
  if (list === 'settings') return settingDeed(key);
  if (list === 'gapNotes') return isCreation ? 'gap' : 'restored';
  if (list === 'activities') {
    if (isCreation) return 'log';
    if (fields['handedOver'] || fields['handedOverAs']) return 'handOver';
    return state ? stepBetween(state.to, state.was) : 'change';
  }
  if (consultation && !isCreation) return 'consult';
  if (list === 'assignments' && state?.was === 'requested') return 'request';
  if (list === 'assignments' && state?.to === 'requested' && state.was === 'withdrawn') return 'decline';
  if (list === 'assignments') return isCreation || state?.was === 'assigned' ? 'assign' : 'withdraw';
  return 'change';
}

function logWords(
  activity: Activity | undefined,
  { assignments }: World,
  { saved, ideas }: Pick<FullText, 'saved' | 'ideas'>,
): string {
  if (activity && isWaiting(activity, assignments)) return saved.activityWaiting;
  return activity && activity.ideaKey !== null ? ideas.taken : saved.activity;
}

function loggedBy([wish]: readonly Wish[], { activities }: World): Activity | undefined {
  const key =
    wish?.do === 'takeBack' ? wish.changes[0]?.key : wish && 'activityKey' in wish && wish.activityKey;
  return key ? activities.get(key) : undefined;
}
