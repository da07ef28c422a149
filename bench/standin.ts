import { provision } from '../src/lists/provision.ts';
import { encodeRow } from '../src/lists/record.ts';
import type { Graph } from '../src/graph/client.ts';
import { interleaved, medianOf, type Measured } from './measure.ts';
import { largeRegion, organisationOf } from './organisation.ts';
import { type ResultRow, type Section, spread } from './report.ts';
import { directory } from './standinPeople.ts';
import { type StandinProcess, startStandinProcess, type Used } from './standinProcess.ts';

const items = 100_000;
const onShelf = 2000;
/** As many as a browser holds open to one host. */
const inFlight = 4;
/** Readings are quick beside the filling: each filled stand-in answers this many rounds of them. */
const readings = 9;

type Round = {
  itemsPerSecond: number;
  /** By the stand-in's own processor time alone. */
  itemsPerCpuSecond: number;
  units: number;
  memory: Used;
  read: Measured[];
};

/** The stand-in's own figures: 100,000 activities in the product's own list, each round in a fresh process and file. */
export async function standinSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const rounds: Round[] = [];
  for (let n = 0; n < repeats; n += 1) {
    const standin = await startStandinProcess();
    try {
      rounds.push(await roundOf(standin));
    } finally {
      await standin.close();
    }
    const { itemsPerSecond = 0, memory } = rounds.at(-1) ?? {};
    say(
      `round ${n + 1} of ${repeats}: ${itemsPerSecond.toFixed(0)} items/s, ${megabytes(memory?.peakBytes)}`,
    );
  }
  return {
    name: 'The stand-in',
    says: `${items.toLocaleString('en')} activities in the product's own list (16 columns of its own, seven of them indexed, one unique), through HTTP from another process; a fresh process and file for each of ${repeats} rounds, ${readings} readings in each.`,
    rows: rowsOf(rounds),
  };
}

async function roundOf(standin: StandinProcess): Promise<Round> {
  const list = await newList(standin);
  standin.counting.used();
  const before = await standin.used();
  const began = performance.now();
  await fill(standin, list);
  const seconds = (performance.now() - began) / 1000;
  const { units } = standin.counting.used();
  const cpuSeconds = ((await standin.used()).cpuMs - before.cpuMs) / 1000;
  const latest = await deltaLink(standin, list);
  const select = '$select=id&$expand=fields($select=Key,Title,UnitKey,State)';
  const reading = (name: string, path: string, expected: number) => ({
    name,
    async run() {
      const { value } = (await standin.call('GET', path)) as { value: unknown[] };
      if (value.length !== expected) throw new Error(`${name}: ${value.length} rows instead of ${expected}`);
      return standin.counting.used();
    },
  });
  const read = await interleaved(
    [
      reading('page', `${list}/items?$top=5000&${select}`, 5000),
      reading(
        'filter',
        `${list}/items?$top=5000&$filter=fields/Shelf eq '${wantedShelf}'&${select}`,
        onShelf,
      ),
      reading('delta', latest, 0),
    ],
    readings,
  );
  return {
    itemsPerSecond: items / seconds,
    itemsPerCpuSecond: items / cpuSeconds,
    units,
    memory: await standin.used(),
    read,
  };
}

const wantedShelf = '2023/two-thousand';

/** Every fiftieth stands on the shelf that the filter asks for. */
function* bodies(): Iterable<object> {
  let n = 0;
  for (const activity of organisationOf({ ...largeRegion, activities: items }).activities()) {
    const isWanted = n % (items / onShelf) === 0;
    const row = isWanted ? { ...activity, shelf: wantedShelf } : activity;
    n += 1;
    yield { fields: encodeRow('activities', row, activity.key) };
  }
}

async function fill(standin: StandinProcess, list: string): Promise<void> {
  const waiting = bodies()[Symbol.iterator]();
  const sender = async () => {
    for (;;) {
      const requests: object[] = [];
      while (requests.length < 20) {
        const { done, value: body } = waiting.next();
        if (done) break;
        const headers = { 'Content-Type': 'application/json' };
        requests.push({ id: String(requests.length), method: 'POST', url: `${list}/items`, headers, body });
      }
      if (requests.length === 0) return;
      const { responses } = (await standin.call('POST', '/$batch', { requests })) as {
        responses: { status: number; body: unknown }[];
      };
      const failed = responses.find(({ status }) => status !== 201);
      if (failed) throw new Error(`A create failed: ${JSON.stringify(failed).slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sender));
}

async function newList({ call, sitePath }: StandinProcess): Promise<string> {
  const graph: Graph = {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, Object(body) as object),
    patch: (path, body) => call('PATCH', path, Object(body) as object),
  };
  const { hostname, path } = directory.site;
  await provision(graph, { hostname, path });
  const found = (await call('GET', `${sitePath}/lists?$filter=displayName eq 'Activities'`)) as {
    value: { id: string }[];
  };
  return `${sitePath}/lists/${found.value[0]?.id ?? ''}`;
}

/** The address to ask what has changed from now on. */
async function deltaLink({ call }: StandinProcess, list: string): Promise<string> {
  const answer = (await call('GET', `${list}/items/delta?token=latest`)) as { '@odata.deltaLink': string };
  return answer['@odata.deltaLink'].replace(/^.*\/v1\.0/, '');
}

function rowsOf(rounds: readonly Round[]): ResultRow[] {
  const speeds = rounds.map(({ itemsPerSecond }) => itemsPerSecond);
  const speed = medianOf(speeds);
  const perCpu = medianOf(rounds.map(({ itemsPerCpuSecond }) => itemsPerCpuSecond));
  const peaks = rounds.map(({ memory }) => memory.peakBytes);
  const bytes = Math.max(...peaks);
  const read = (name: string, what: string, goalMs: number): ResultRow => {
    const all = rounds.flatMap((round) => round.read.filter((one) => one.name === name));
    const ms = all.flatMap((one) => one.ms);
    const medianMs = medianOf(ms);
    const { units, bytes: size = 0 } = all[0]?.counted ?? {};
    return {
      what,
      goal: `≤ ${goalMs} ms`,
      measured: spread(ms, medianMs),
      holds: medianMs <= goalMs,
      beside: `${units} units, ${(size / 1000).toFixed(0)} kB`,
    };
  };
  return [
    {
      what: `Create ${items.toLocaleString('en')} items by $batch of 20, ${inFlight} at a time`,
      goal: '≥ 5,000 items/s',
      measured: `${whole(speed)} items/s [${whole(Math.min(...speeds))}–${whole(Math.max(...speeds))}]`,
      holds: speed >= 5000,
      beside: `${whole(rounds[0]?.units ?? 0)} units; ${whole(perCpu)} items to a second of the stand-in's own processor time`,
    },
    read('page', 'A page of 5,000 with four selected fields', 120),
    read(
      'filter',
      `Filter on an indexed column, ${onShelf.toLocaleString('en')} of ${items.toLocaleString('en')}`,
      40,
    ),
    read('delta', 'Delta with a token, nothing new', 5),
    {
      what: 'Memory of its process at the most, all of this included',
      goal: '< 300 MB',
      measured: megabytes(bytes),
      holds: bytes < 300 * 1000 * 1000,
      beside: `${megabytes(medianOf(rounds.map(({ memory }) => memory.nowBytes)))} at the end`,
    },
  ];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function megabytes(bytes = 0): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
