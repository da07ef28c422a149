import { v7 } from 'uuid';
import type { ListName, Row } from '../src/basics/change.ts';
import { GraphFailure } from '../src/graph/failure.ts';
import { graphClient, everydayScopes, setupScopes } from '../src/graph/client.ts';
import { setUpSite } from '../src/lists/migrations.ts';
import type { Site } from '../src/lists/asks.ts';
import { openSite } from '../src/lists/site.ts';
import { countUnit } from '../src/countUnit.ts';
import { emptyConfirmed } from '../src/sync/confirmed.ts';
import { emptyMarks } from '../src/sync/marks.ts';
import { pull } from '../src/sync/pull.ts';
import { sweep } from '../src/sync/sweep.ts';
import type { Unit } from '../src/organisation/unit.ts';
import type { Standin } from '../standin/serve.ts';
import {
  activitiesOf,
  assignmentsOf,
  goalsOf,
  stageGoalsOf,
  indicatorsOf,
  measurementsOf,
  periodsOf,
  unitsOf,
} from './seedRows.ts';

/** What filling a site takes of the stand-in. */
type Seeded = Pick<Standin, 'organisation' | 'graph' | 'setDay' | 'tokenFor'>;

/**
 * Fills the stand-in's empty site with an organisation: lists and rows are made by the product's own code
 * through the same Graph calls, so that what one tries out is what a tenant would hold.
 */
export async function seed(standin: Seeded): Promise<void> {
  const organisation = standin.organisation();
  const owner = organisation.people.find(({ siteRole }) => siteRole === 'owner');
  if (!owner) throw new Error('Nobody in the organisation owns the site: give somebody "siteRole": "owner".');
  await setUpSite(graphFor(standin, owner.id, setupScopes), organisation.site);
  const site = siteFor(standin, owner.id);
  const units = unitsOf(organisation);
  for (const row of goalsOf(organisation)) await create(site, 'goals', row);
  for (const row of stageGoalsOf(organisation)) await create(site, 'stageGoals', row);
  for (const row of units.values()) await create(site, 'units', row);
  for (const row of periodsOf(organisation)) await create(site, 'periods', row);
  for (const row of indicatorsOf(organisation)) await create(site, 'indicators', row);
  for (const row of measurementsOf(organisation)) await create(site, 'measurements', row);
  for (const row of assignmentsOf(organisation, units)) await create(site, 'assignments', row);
  await logActivities(standin, units);
  await countTallies(site, organisation.year);
}

/** The overview's counts, as the strategist's verification makes them. */
async function countTallies(site: Site, year: number): Promise<void> {
  const desk = { confirmed: emptyConfirmed(), marks: emptyMarks() };
  await pull(site, desk, [], Date.now());
  await sweep(site, desk, countUnit, year);
}

/** Each activity is written by the one responsible, on the day it was added. */
async function logActivities(standin: Seeded, units: ReadonlyMap<string, Unit>): Promise<void> {
  const organisation = standin.organisation();
  const sites = new Map<string, Site>();
  for (const { row, writer, added } of activitiesOf(organisation, units)) {
    const author = writer.siteRole === 'visitor' ? organisation.people[0] : writer;
    const site = sites.get(writer.id) ?? siteFor(standin, author?.id ?? writer.id);
    sites.set(writer.id, site);
    standin.setDay(added);
    await create(site, 'activities', row);
  }
  standin.setDay(organisation.day);
}

async function create(site: Site, list: ListName, row: Row): Promise<void> {
  const change = { kind: 'create', list, row } as const;
  const [answer] = await site.talk([{ ask: 'create', change, commandKey: v7() }]);
  if (answer instanceof GraphFailure) throw answer;
}

function siteFor(standin: Seeded, personId: string): Site {
  const graph = graphFor(standin, personId, everydayScopes);
  return openSite(graph, standin.organisation().site, () => new Date());
}

function graphFor(standin: Seeded, personId: string, scopes: readonly string[]) {
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
