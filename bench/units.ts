import { assignmentOf } from '../src/assignments/assignment.ts';
import type { Wish } from '../src/commands.ts';
import type { Store } from '../src/sync/snapshot.ts';
import { isSettled, newKey, openDevice } from './device.ts';
import { jumpingClock } from './jumpingClock.ts';
import { memoryDisk } from './memoryDisk.ts';
import { type BenchOrganisation, largeRegion, organisationOf } from './organisation.ts';
import type { ResultRow, Section } from './report.ts';
import { openTenant } from './tenant.ts';

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
/** One of about average size among sixty, another, and the largest. */
const room = 'd022';
const otherRoom = 'd023';
const largestRoom = 'd001';

/** What each thing costs that a person does, as the stand-in's meter counts it. The same in every run. */
export async function unitsSection(_repeats: number, say: (line: string) => void): Promise<Section> {
  const organisation = withRoomToAssign(organisationOf(largeRegion));
  const { year } = organisation;
  const clock = jumpingClock();
  const tenant = await openTenant(clock.nowMs);
  const rows: ResultRow[] = [];
  try {
    await tenant.moveIn(organisation);
    say('filled');
    const network = clock.awaiting(tenant.fetch);
    const now = () => new Date(clock.nowMs());
    const knowing = tenant.site(network, now, tenant.ids);
    const place = (roomKey: string) => ({ year, roomKey });
    let store: Store | undefined;

    /** Does it, waits until nothing is under way, and writes down what it cost. */
    async function costs(what: string, act: () => Promise<unknown>, goal: Goal = {}): Promise<void> {
      clock.pass(minuteMs);
      tenant.graph.resetMeter();
      const beganMs = clock.nowMs();
      let trouble = '';
      await act().catch((failure: unknown) => (trouble = `; it failed: ${String(failure)}`));
      await clock.rest();
      const waitedMs = clock.nowMs() - beganMs;
      if (waitedMs > 0)
        trouble += `; ${Math.round(waitedMs / 1000)} s of waiting for our own share of the minute`;
      const stuck = store?.snapshot().stuck.length ?? 0;
      if (stuck > 0) trouble += `; ${stuck} are stuck`;
      const { units, roundTrips, requests, bytes } = tenant.graph.units();
      const batches = tenant.graph.calls().filter(({ path }) => path === '/$batch').length;
      const isReached = units <= (goal.units ?? Infinity) && roundTrips <= (goal.requests ?? Infinity);
      rows.push({
        what,
        goal: wordsOf(goal),
        measured: `${units} units`,
        ...(goal.units === undefined ? {} : { holds: isReached && trouble === '' }),
        beside: `${roundTrips} ${roundTrips === 1 ? 'request' : 'requests'}, ${batches} of them $batch; ${requests} asked in all; ${Math.round(bytes / 1000)} kB${trouble}`,
      });
      say(`${what}: ${units} units, ${roundTrips} requests${trouble}`);
    }
    const open = async (disk: ReturnType<typeof memoryDisk>, site = knowing, roomKey = room) => {
      store?.close();
      store = await openDevice(site, clock, disk);
      store.show(place(roomKey));
      await clock.runUntil(() => isSettled(shown()));
      await clock.rest();
    };
    const shown = () => {
      if (!store) throw new Error('Nothing is open');
      return store;
    };
    const dispatch = async (wishes: readonly Wish[]) => {
      const refusal = await shown().dispatchAll(wishes);
      if (refusal) throw new Error(`Refused: ${refusal.refused}`);
      await clock.runUntil(() => isSettled(shown()));
    };
    const refresh = async () => {
      shown().refresh();
      await clock.rest();
      // Held back by our own share, it is read when the minute is over.
      await clock.runUntil(() => shown().snapshot().trouble === undefined);
      await clock.rest();
    };

    const disk = memoryDisk();
    await costs('First open of a department on a device, nothing known', () =>
      open(memoryDisk(), tenant.site(network, now)),
    );
    await costs('The same, ids from the configuration', () => open(disk), { units: 20, requests: 1 });
    await costs('The next pull', refresh);
    await costs('Every pull after that, nothing new', refresh, { units: 5, requests: 1 });
    clock.pass(hourMs / 2);
    await costs('Opened again within the hour', () => open(disk), { units: 5, requests: 1 });
    clock.pass(8 * hourMs);
    await costs('Opened again the same day', () => open(disk), { units: 5, requests: 1 });
    clock.pass(3 * 24 * hourMs);
    await costs('Opened again after three days', () => open(disk), { units: 20, requests: 1 });
    await refresh();
    await costs('Another department', async () => {
      shown().show(place(otherRoom));
      await clock.rest();
    });
    shown().show(place(room));
    await refresh();

    const activityKey = newKey();
    const unitKey = `${room}-e001`;
    const common = { year, roomKey: room };
    await costs('Log an activity, its tally included', () =>
      dispatch([
        {
          do: 'logActivity',
          activityKey,
          title: 'Ny',
          goalKeys: ['mal-1'],
          kind: 'targeted',
          unitKey,
          ...common,
        },
      ]),
    );
    const change = (fields: object): Wish => ({ do: 'changeActivity', activityKey, fields, ...common });
    await costs('Change its title', () => dispatch([change({ title: { was: 'Ny', to: 'Nyare' } })]));
    await costs('Finish it', () => dispatch([change({ state: { was: 'ongoing', to: 'done' } })]));
    await costs('Take that back', async () => {
      await shown().undo();
      await clock.runUntil(() => isSettled(shown()));
    });
    await costs('Assign 4 goals to 4 units', () =>
      dispatch(
        assignable.flatMap((unit) =>
          organisation.goals.map(({ key: goalKey }): Wish => ({
            do: 'assignGoal',
            goalKey,
            unitKey: unit,
            seen: 'none',
            ...common,
          })),
        ),
      ),
    );
    await costs('First open of the largest department', () => open(memoryDisk(), knowing, largestRoom));
    await costs('The next pull there', refresh);
    await costs('Every pull after that there', refresh);
    await costs('Verify the year, every tally missing', () => shown().verify(year));
    await costs('Verify the year, every tally right', () => shown().verify(year));
    store?.close();
  } finally {
    tenant.close();
  }
  return {
    name: 'What things cost',
    says: `The product's own store and lists against the stand-in with 100,000 activities, ${organisation.units.length.toLocaleString('en')} units and ${organisation.assignments.length.toLocaleString('en')} assignments, counted by the stand-in's meter. The department that is opened has ${rowsOn(organisation, room)} activities, the largest ${rowsOn(organisation, largestRoom)}, which is more than SharePoint filters. Asked in all: members of a $batch one by one.`,
    rows,
  };
}

type Goal = { readonly units?: number; readonly requests?: number };

function wordsOf({ units, requests }: Goal): string {
  if (units === undefined) return '';
  return `≤ ${units} units${requests === 1 ? ', one request' : ''}`;
}

function rowsOn({ activities }: BenchOrganisation, departmentKey: string): string {
  let rows = 0;
  for (const { shelf } of activities()) if (shelf.endsWith(`/${departmentKey}`)) rows += 1;
  return rows.toLocaleString('en');
}

const assignable = [1, 2, 3, 4].map((n) => `${room}-e00${n}`);

/** The room holds every goal, and four of its units hold none. */
function withRoomToAssign(organisation: BenchOrganisation): BenchOrganisation {
  const { goals, units, year } = organisation;
  const kept = organisation.assignments.filter(
    ({ unitKey }) => unitKey !== room && !assignable.includes(unitKey),
  );
  const own = units.filter(({ key }) => key === room);
  const held = own.flatMap((unit) => goals.map((goal) => assignmentOf(year, goal, unit)));
  return { ...organisation, assignments: [...kept, ...held] };
}
