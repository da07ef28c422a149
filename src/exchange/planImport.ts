import type { Units } from '../organisation/unit.ts';
import type { ImportKind } from './importFields.ts';
import type { ImportPlan, PeopleFound, PlanOf } from './importPlan.ts';
import { type ActivityWorld, planActivities } from './planActivities.ts';
import { type GoalWorld, planGoals } from './planGoals.ts';
import { type MeasurementWorld, planMeasurements } from './planMeasurements.ts';
import { planUnits } from './planUnits.ts';

type ImportWorld = ActivityWorld & GoalWorld & MeasurementWorld & { readonly units: Units };

/** [I11] What reading the file in would do to what is there now: the dry run, and what is then done, are the same reckoning. */
export function planImport(
  kind: ImportKind,
  of: PlanOf,
  world: ImportWorld,
  people: PeopleFound,
): ImportPlan {
  switch (kind) {
    case 'units':
      return planUnits(of, world.units, people);
    case 'goals':
      return planGoals(of, world);
    case 'activities':
      return planActivities(of, world);
    case 'measurements':
      return planMeasurements(of, world);
  }
}
