import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { declaredActivities } from './declaredActivities.ts';
import { demoFile } from './demo.ts';
import { OrganisationError, parseOrganisation } from '../standin/demo/organisation.ts';
import { startStandin } from '../standin/serve.ts';
import { seed } from './seed.ts';
import { siteFolder } from './siteFolder.ts';

/** `npm start`: the product on the embedded stand-in, with one address to open. */

const root = path.resolve(import.meta.dirname, '..');

/** The client id that the pretend Teams window signs in; it means nothing outside this machine. */
const clientId = 'c0ffee00-0000-4000-8000-000000000001';

const usage = `npm start -- [--fresh] [--organisation FILE] [--port NUMBER]
  --fresh              start over; what was stored is thrown away
  --organisation FILE  an organisation of your own, in the form of standin/demo/region.json
  --port NUMBER        4310 unless told; the next free one is taken when it is busy`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      organisation: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const port = values.port === undefined ? undefined : portIn(values.port);
  const file = values.organisation === undefined ? demoFile : path.resolve(values.organisation);
  // Read before anything is touched: a file with a fault in it must not cost anybody their old rows.
  const organisation = parseOrganisation(textOf(file), path.relative(process.cwd(), file) || file);
  const folder = siteFolder(file);
  if (values.fresh) rmSync(folder, { recursive: true, force: true });

  console.log('Building the pages …');
  await build({ root, mode: 'standin', logLevel: 'error' });
  const standin = await startStandin({
    folder,
    webFolder: path.join(root, '.standin/web'),
    organisation,
    clientId,
    seed,
    activityTypes: declaredActivities(),
    log: (line) => console.log(line),
    ...(port === undefined ? {} : { port }),
  });
  if (JSON.stringify(standin.organisation()) !== JSON.stringify(organisation)) {
    console.log(
      'The organisation file has changed since this site was filled. To start from it anew: add --fresh.',
    );
  }
  console.log(
    `\n  Kaskad: ${standin.url}\n\nEverything is stored on this machine, in ${path.relative(root, folder)}. Stop with Ctrl+C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void standin.close().then(() => process.exit(0)));
  }
}

function textOf(file: string): string {
  if (!existsSync(file)) throw new OrganisationError(`${file}: there is no such file`);
  return readFileSync(file, 'utf8');
}

function portIn(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--port ${text}: a port is a whole number from 1 to 65535`);
}

try {
  await main();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}
