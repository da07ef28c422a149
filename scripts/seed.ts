import { v7 } from 'uuid';
import { assignmentKey } from '../src/assignments/assignment.ts';
import type { ListName, Row } from '../src/basics/change.ts';
import { graphClient, everydayScopes, setupScopes } from '../src/graph/client.ts';
import { provision } from '../src/lists/provision.ts';
import { openSite, type Site } from '../src/lists/site.ts';
import { shelfOf, unitShelfOf } from '../src/organisation/tree.ts';
import type { Unit } from '../src/organisation/unit.ts';
import type { Records } from '../src/world.ts';
import type { Organisation } from '../standin/demo/organisation.ts';
import type { Standin } from '../standin/serve.ts';

/**
 * Fills the stand-in's empty site with an organisation: lists and rows are made by the product's own code
 * through the same Graph calls, so that what one tries out is what a tenant would hold.
 */
export async function seed(standin: Standin): Promise<void> {
  const organisation = standin.organisation();
  const owner = organisation.people.find(({ siteRole }) => siteRole === 'owner');
  if (!owner) throw new Error('Nobody in the organisation owns the site: give somebody "siteRole": "owner".');
  await provision(graphFor(standin, owner.id, setupScopes), organisation.site);
  const site = siteFor(standin, owner.id);
  for (const row of goalsOf(organisation)) await create(site, 'goals', row);
  for (const row of stageGoalsOf(organisation)) await create(site, 'stageGoals', row);
  const units = new Map(unitsOf(organisation).map((unit) => [unit.key, unit]));
  for (const row of units.values()) await create(site, 'units', row);
  for (const row of assignmentsOf(organisation, units)) await create(site, 'assignments', row);
  await logActivities(standin, units);
}

/** Each activity is written by the one responsible, on the day it was added. */
async function logActivities(standin: Standin, units: ReadonlyMap<string, Unit>): Promise<void> {
  const organisation = standin.organisation();
  const inOrder = [...organisation.activities].sort((a, b) => a.added.localeCompare(b.added));
  const sites = new Map<string, Site>();
  for (const [n, activity] of inOrder.entries()) {
    const { responsible } = activity;
    const writer = organisation.people.find(({ id }) => id === responsible);
    const unit = units.get(activity.unit);
    if (!writer || !unit) throw new Error(`The activity “${activity.title}” has no writer or unit.`);
    const author = writer.siteRole === 'visitor' ? organisation.people[0] : writer;
    const site = sites.get(responsible) ?? siteFor(standin, author?.id ?? responsible);
    sites.set(responsible, site);
    standin.setDay(activity.added);
    const row: Records['activities'] = {
      key: v7({ msecs: Date.parse(`${activity.added}T08:00:00Z`) + n }),
      title: activity.title,
      removed: false,
      unitKey: unit.key,
      shelf: shelfOf(organisation.year, unit),
      unitShelf: unitShelfOf(organisation.year, unit),
      goalKeys: activity.goals,
      stageGoalKey: activity.stageGoal ?? null,
      kind: activity.kind,
      state: activity.state,
      responsibleId: writer.id,
      responsibleName: writer.name,
      starts: null,
      due: null,
      expectedEffect: null,
      description: null,
    };
    await create(site, 'activities', row);
  }
  standin.setDay(organisation.day);
}

function goalsOf({ goals }: Organisation): Records['goals'][] {
  return goals.map((goal, n) => ({
    ...goal,
    removed: false,
    order: n + 1,
    state: 'active',
  }));
}

function stageGoalsOf({ stageGoals }: Organisation): Records['stageGoals'][] {
  return stageGoals.map(({ key, title, goal, due }) => ({ key, title, removed: false, goalKey: goal, due }));
}

function unitsOf({ units, people }: Organisation): Unit[] {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const departmentOf = (key: string): string => {
    const unit = byKey.get(key);
    return unit?.level === 'unit' && unit.parent !== null ? departmentOf(unit.parent) : key;
  };
  return units.map((unit, n) => {
    const head = people.find(({ id }) => id === unit.head);
    return {
      key: unit.key,
      title: unit.title,
      removed: false,
      level: unit.level,
      parentKey: unit.parent,
      departmentKey: departmentOf(unit.key),
      character: unit.character,
      heads: { head: head ? { id: head.id, name: head.name } : null, acting: null, delegate: null },
      active: true,
      order: n + 1,
    };
  });
}

function* assignmentsOf(
  { assignments, goals, year }: Organisation,
  units: ReadonlyMap<string, Unit>,
): Iterable<Records['assignments']> {
  for (const { goal: goalKey, units: unitKeys } of assignments) {
    const goal = goals.find(({ key }) => key === goalKey);
    for (const unitKey of unitKeys) {
      const unit = units.get(unitKey);
      if (!unit || !goal) continue;
      yield {
        key: assignmentKey(year, goalKey, unitKey),
        title: `${unit.title}: ${goal.title} ${year}`.slice(0, 255),
        removed: false,
        year,
        goalKey,
        unitKey,
        shelf: shelfOf(year, unit),
        unitShelf: unitShelfOf(year, unit),
        state: 'assigned',
        requestedBy: null,
        requestedOn: null,
        consultation: 'none',
        consultedBy: null,
        consultedOn: null,
        note: null,
      };
    }
  }
}

async function create(site: Site, list: ListName, row: Row): Promise<void> {
  await site.create({ kind: 'create', list, row }, v7());
}

function siteFor(standin: Standin, personId: string): Site {
  const graph = graphFor(standin, personId, everydayScopes);
  return openSite(graph, standin.organisation().site, () => new Date());
}

function graphFor(standin: Standin, personId: string, scopes: readonly string[]) {
  return graphClient(
    {
      // Straight into the stand-in's Graph: the same request that a browser would send, without the socket.
      fetch: (input, init) => standin.graph.fetch(new Request(input, init)),
      getToken: (wanted) => standin.tokenFor(personId, [...wanted]),
      now: () => new Date(),
    },
    scopes,
  );
}
