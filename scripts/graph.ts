import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { OrganisationError, parseOrganisation } from '../standin/demo/organisation.ts';
import { type GraphAlone, startGraphAlone } from '../standin/graphAlone.ts';
import { demoFile } from './demo.ts';

/** `npm run graph`: the stand-in's Graph alone, for other work than Kaskad. standin/README.md says how to use it. */

const usage = `npm run graph -- --data FOLDER [--port NUMBER] [--organisation FILE] [--links own|graph]
                [--limits tenant|none]
  --data FOLDER        where everything is kept; without it, in memory until Ctrl+C
  --port NUMBER        4000 unless told; the next free one is taken when it is busy
  --organisation FILE  people and site, in the form of standin/demo/region.json; replaces those that FOLDER knows
  --links own          links in answers point to this address, for clients whose base address can be set (PnPjs).
                       Without it they point to https://graph.microsoft.com, as Microsoft's own client wants them
  --limits none        nothing is throttled; otherwise as in a large tenant`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '4000' },
      organisation: { type: 'string' },
      links: { type: 'string', default: 'graph' },
      limits: { type: 'string', default: 'tenant' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const { links, limits } = values;
  if (links !== 'own' && links !== 'graph') throw new Error(`--links ${links}: own or graph`);
  if (limits !== 'tenant' && limits !== 'none') throw new Error(`--limits ${limits}: tenant or none`);
  const file = values.organisation === undefined ? demoFile : path.resolve(values.organisation);
  if (!existsSync(file)) throw new OrganisationError(`${file}: there is no such file`);
  const { tenantId, site, people } = parseOrganisation(
    readFileSync(file, 'utf8'),
    path.relative(process.cwd(), file) || file,
  );
  const standin = await startGraphAlone({
    folder: values.data === undefined ? undefined : path.resolve(values.data),
    directory: { tenantId, site, people },
    replaces: values.organisation !== undefined,
    port: portIn(values.port),
    links,
    limits,
    log: (line) => console.log(line),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void standin.close().then(() => process.exit(0)));
  await tell(standin);
}

async function tell({ origin, directory, tokenFor }: GraphAlone): Promise<void> {
  const { hostname, path: sitePath } = directory.site;
  console.log(`Graph: ${origin}/v1.0\nSite:  ${origin}/v1.0/sites/${hostname}:${sitePath}\n`);
  console.log('Tokens for an hour, with every scope:');
  for (const role of ['owner', 'member', 'visitor'] as const) {
    const person = directory.people.find(({ siteRole }) => siteRole === role);
    if (person) console.log(`${role} ${person.name}: ${await tokenFor(person)}`);
  }
  console.log(`
For anybody else, with other scopes, or later (who there is: GET ${origin}/standin/people):
  curl -X POST ${origin}/standin/token -H 'Origin: ${origin}' -d '{"personId":"…","scopes":["Sites.Read.All"]}'
How to point a client here: standin/README.md. Stop with Ctrl+C.`);
}

function portIn(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port ${text}: a port is a whole number from 0 to 65535`);
}

try {
  await main();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}
