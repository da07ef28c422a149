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

/** How quickly a list was filled; `byOwnTime` counts the stand-in's own processor time alone. */
type Filled = { perSecond: number; byOwnTime: number; units: number };

type Round = {
  plain: Filled;
  product: Filled;
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
    const [{ plain, product, memory } = {}] = rounds.slice(-1);
    const speeds = [plain, product].map(
      (one) => `${whole(one?.perSecond)} items/s (${whole(one?.byOwnTime)})`,
    );
    say(`round ${n + 1} of ${repeats}: ${speeds.join(', ')}, ${megabytes(memory?.peakBytes)}`);
  }
  return {
    name: 'The stand-in',
    says: `${whole(items)} items in a plain list, and as many activities in the product's own (16 columns, seven of them indexed, one unique), which is the one that is read. Through HTTP from another process, which shares the machine; a fresh stand-in and file for each of ${repeats} rounds, ${readings} readings in each.`,
    rows: rowsOf(rounds),
  };
}

async function roundOf(standin: StandinProcess): Promise<Round> {
  const plain = await filled(standin, await plainList(standin), plainBodies());
  const list = await productList(standin);
  const product = await filled(standin, list, productBodies());
  const latest = await deltaLink(standin, list);
  const select = '$select=id&$expand=fields($select=Key,Title,UnitKey,State)';
  // Timed to the last byte: what a client makes of it is the client's.
  const reading = (name: string, path: string, expected: number) => {
    let received = '';
    return {
      name,
      async run() {
        received = await standin.text('GET', path);
        return standin.counting.used();
      },
      check() {
        const { value } = JSON.parse(received) as { value: unknown[] };
        if (value.length !== expected)
          throw new Error(`${name}: ${value.length} rows instead of ${expected}`);
      },
    };
  };
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
  return { plain, product, memory: await standin.used(), read };
}

async function filled(standin: StandinProcess, list: string, bodies: Iterable<object>): Promise<Filled> {
  standin.counting.used();
  const before = await standin.used();
  const began = performance.now();
  await fill(standin, list, bodies);
  const seconds = (performance.now() - began) / 1000;
  const ownSeconds = ((await standin.used()).cpuMs - before.cpuMs) / 1000;
  const { units } = standin.counting.used();
  return { perSecond: items / seconds, byOwnTime: items / ownSeconds, units };
}

const wantedShelf = '2023/two-thousand';

/** Every fiftieth stands on the shelf that the filter asks for. */
function* productBodies(): Iterable<object> {
  let n = 0;
  for (const activity of organisationOf({ ...largeRegion, activities: items }).activities()) {
    const isWanted = n % (items / onShelf) === 0;
    const row = isWanted ? { ...activity, shelf: wantedShelf } : activity;
    n += 1;
    yield { fields: encodeRow('activities', row, activity.key) };
  }
}

/** The smallest list that can be kept in step: a unique key, a shelf, and what is shown. */
const plainColumns = [
  { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Shelf', text: {}, indexed: true },
  { name: 'State', choice: { choices: ['planned', 'done'] } },
  { name: 'Note', text: { allowMultipleLines: true } },
];

function* plainBodies(): Iterable<object> {
  for (let n = 0; n < items; n += 1) {
    const State = n % 3 === 0 ? 'done' : 'planned';
    yield { fields: { Title: `Row ${n}`, Key: `k${n}`, Shelf: `s${n % 60}`, State, Note: `About row ${n}` } };
  }
}

async function plainList({ call, sitePath }: StandinProcess): Promise<string> {
  const list = { displayName: 'Plain', columns: plainColumns };
  const made = (await call('POST', `${sitePath}/lists`, list)) as { id: string };
  return `${sitePath}/lists/${made.id}`;
}

async function fill(standin: StandinProcess, list: string, bodies: Iterable<object>): Promise<void> {
  const waiting = bodies[Symbol.iterator]();
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

async function productList({ call, sitePath }: StandinProcess): Promise<string> {
  const graph: Graph = {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, Object(body) as object),
    patch: (path, body) => call('PATCH', path, Object(body) as object),
    put: () => Promise.reject(new Error('No file is written here')),
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
  const peaks = rounds.map(({ memory }) => memory.peakBytes);
  const bytes = Math.max(...peaks);
  const create = (which: 'plain' | 'product', where: string): ResultRow => {
    const speeds = rounds.map((round) => round[which].perSecond);
    const speed = medianOf(speeds);
    const byOwnTime = medianOf(rounds.map((round) => round[which].byOwnTime));
    return {
      what: `Create ${whole(items)} items by $batch of 20, ${inFlight} at a time, in ${where}`,
      goal: '≥ 5,000 items/s',
      measured: `${whole(speed)} items/s [${whole(Math.min(...speeds))}–${whole(Math.max(...speeds))}]`,
      holds: speed >= 5000,
      beside: `${whole(rounds[0]?.[which].units)} units; ${whole(byOwnTime)} to a second of the stand-in's own processor time`,
    };
  };
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
    create('plain', 'a list of four columns, two of them indexed'),
    create('product', "the product's own list of activities"),
    read('page', 'A page of 5,000 with four selected fields', 120),
    read('filter', `Filter on an indexed column, ${whole(onShelf)} of ${whole(items)}`, 40),
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

function whole(value = Number.NaN): string {
  return Math.round(value).toLocaleString('en');
}

function megabytes(bytes = 0): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
