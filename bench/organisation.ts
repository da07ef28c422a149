import { createHash } from 'node:crypto';
import type { Activity } from '../src/activities/activity.ts';
import { type Assignment, assignmentOf } from '../src/assignments/assignment.ts';
import type { Goal } from '../src/goals/goal.ts';
import { shelfOf, unitShelfOf } from '../src/organisation/tree.ts';
import type { Unit } from '../src/organisation/unit.ts';
import { type Dice, diceOf } from './dice.ts';

export type Size = {
  seed: number;
  goals: number;
  departments: number;
  /** Below all departments together. */
  units: number;
  activities: number;
  /** How much larger the first departments are than the last ones: 0 is even; 0.8 looks like a region. */
  skew?: number;
};

export type BenchOrganisation = {
  year: number;
  goals: readonly Goal[];
  /** The region, its board, the departments, and then their units. */
  units: readonly Unit[];
  assignments: readonly Assignment[];
  /** Made as they are asked for: a hundred thousand of them need not be held at once. */
  activities(): Iterable<Activity>;
};

/** The largest organisation that the product is meant for: one year of a region with 55,000 employees. */
export const largeRegion: Size = { seed: 2023, goals: 4, departments: 60, units: 3000, activities: 100_000 };

const year = 2023;

/** An organisation of any size; the same seed and size give the same rows, byte for byte. */
export function organisationOf(size: Size): BenchOrganisation {
  const { seed, skew = 0.8 } = size;
  const goals = Array.from({ length: size.goals }, (_, n) => goalOf(n));
  const weights = Array.from({ length: size.departments }, (_, n) => (n + 1) ** -skew);
  const departments = weights.map((_, n) => unitOf(`d${pad(n + 1)}`, 'department', 'styrelsen', n));
  const below = shared(size.units, weights).flatMap((count, n) => {
    const parent = departments[n]?.key ?? '';
    return Array.from({ length: count }, (_, at) => unitOf(`${parent}-e${pad(at + 1)}`, 'unit', parent, at));
  });
  const units = [
    unitOf('regionen', 'region', null, 0),
    unitOf('styrelsen', 'board', 'regionen', 0),
    ...departments,
    ...below,
  ];
  const dice = diceOf(seed);
  const assignments = units
    .filter(({ level }) => level !== 'region')
    .flatMap((unit) => goals.filter(() => dice.next() < 0.8).map((goal) => assignmentOf(year, goal, unit)));
  return {
    year,
    goals,
    units,
    assignments,
    *activities() {
      // Dice of their own, so that they are the same however often and far they are read.
      const throws = diceOf(seed + 1);
      const doers = below.length > 0 ? below : departments;
      for (let n = 0; n < size.activities; n += 1) yield activityOf(throws, n, throws.of(doers), goals);
    },
  };
}

/** Whole numbers in the proportions of the weights that add up to the total. */
function shared(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const upTo = Math.round((total * passed) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

const pad = (n: number): string => String(n).padStart(3, '0');

function goalOf(n: number): Goal {
  return {
    key: `mal-${n + 1}`,
    title: `Mål ${n + 1}`,
    removed: false,
    description: null,
    isMeasured: false,
    isCarried: true,
    theme: null,
    fromYear: year,
    toYear: year + 3,
    order: n + 1,
    state: 'active',
  };
}

function unitOf(key: string, level: Unit['level'], parentKey: string | null, order: number): Unit {
  return {
    key,
    title: `Enheten ${key}`,
    removed: false,
    level,
    parentKey,
    departmentKey: level === 'unit' && parentKey !== null ? parentKey : key,
    character: 'operational',
    heads: { head: null, acting: null, delegate: null },
    active: true,
    order,
    movedFrom: [],
  };
}

const words =
  'resor avfall energi inköp transporter livsmedel lokaler textil kemikalier utbildning uppföljning samverkan plan rutin möte kartläggning byte minskning återbruk sortering'.split(
    ' ',
  );

const phrase = (dice: Dice, length: number): string => Array.from({ length }, () => dice.of(words)).join(' ');

function activityOf(dice: Dice, n: number, unit: Unit, goals: readonly Goal[]): Activity {
  const main = dice.of(goals).key;
  const other = dice.of(goals).key;
  return {
    key: uuidOf(`activity ${n} ${unit.key}`),
    title: phrase(dice, 4),
    removed: false,
    unitKey: unit.key,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    goalKeys: main !== other && dice.next() < 0.2 ? [main, other] : [main],
    stageGoalKey: null,
    kind: dice.of(['targeted', 'targeted', 'enabling', 'ordinary'] as const),
    state: dice.of(['planned', 'ongoing', 'ongoing', 'done', 'dropped'] as const),
    responsibleId: uuidOf(`person ${unit.key} ${dice.below(18)}`),
    responsibleName: `${phrase(dice, 1)} ${phrase(dice, 1)}`,
    starts: `${year}-0${1 + dice.below(9)}-01`,
    due: `${year}-1${dice.below(3)}-15`,
    expectedEffect: null,
    description: phrase(dice, 20),
    ideaKey: null,
    continuesKey: null,
    meetingId: null,
    handedOver: null,
    handedOverAs: null,
  };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
