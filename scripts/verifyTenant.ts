import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startVitest } from 'vitest/node';
import { callTo } from '../test/contract/call.ts';
import { newRun } from '../test/contract/ownLists.ts';
import { sweep } from '../test/contract/sweep.ts';
import { TenantReport } from '../test/contract/tenantReport.ts';
import { tenantOf } from '../test/contract/tenantWorld.ts';

/**
 * `npm run verify:tenant`: asks a real tenant the same questions that `npm test` asks the stand-in. It makes lists
 * called kaskad-verify-…, touches no others, and removes its own when it ends. KASKAD_TENANT_ORIGIN leads it to
 * another Graph than Microsoft's; that is for proving this harness itself. Words after `--` choose files by name.
 */
const root = path.resolve(import.meta.dirname, '..');
const dayMs = 24 * 60 * 60 * 1000;

const missing = ['KASKAD_TENANT_TOKEN', 'KASKAD_TENANT_SITE'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(
    `verify:tenant needs ${missing.join(' and ')}: a token of a site owner with User.Read and Sites.Manage.All, and the site as hostname:/path.`,
  );
  process.exit(1);
}
if (!/^[^:/]+:\/[^/\s]\S*$/.test(process.env['KASKAD_TENANT_SITE'] ?? '')) {
  console.error(
    'KASKAD_TENANT_SITE is written hostname:/path, for example contoso.sharepoint.com:/sites/goals.',
  );
  process.exit(1);
}

const run = newRun();
const { origin, hostname, path: sitePath } = tenantOf();
const call = callTo(origin, process.env['KASKAD_TENANT_TOKEN']);

async function main(): Promise<boolean> {
  const found = await call('GET', `/sites/${hostname}:${sitePath}`);
  if (found.status !== 200) throw new Error(`${hostname}:${sitePath}: ${found.refusal()}`);
  const site = `/sites/${found.text('id')}`;
  // Younger ones may belong to a run that is going on elsewhere.
  await clear(site, ({ began }) => Date.now() - began.getTime() > dayMs, 'left by earlier runs');
  process.once(
    'SIGINT',
    () => void clear(site, (made) => made.run === run, 'of this run').then(() => process.exit(130)),
  );
  try {
    return await ask();
  } finally {
    await clear(site, (made) => made.run === run, 'of this run');
  }
}

async function clear(site: string, isOver: Parameters<typeof sweep>[2], which: string): Promise<void> {
  const { removed, left } = await sweep(call, site, isOver);
  if (removed.length > 0) console.log(`Removed ${removed.length} lists ${which}.`);
  if (left.length > 0) console.log(`Could not remove, please do it by hand: ${left.join(', ')}`);
}

/** The contract's own files, one at a time: a tenant is not to be stormed. True when all went as expected. */
async function ask(): Promise<boolean> {
  process.env['KASKAD_CONTRACT'] = 'tenant';
  process.env['KASKAD_TENANT_RUN'] = run;
  const report = new TenantReport(`${hostname}${sitePath}`, (table) => {
    const file = path.join(root, 'build/tenant-report.md');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, table);
    console.log(`${table}\n\nWritten to ${path.relative(process.cwd(), file)}`);
  });
  const vitest = await startVitest('test', process.argv.slice(2), {
    root,
    watch: false,
    project: ['contract'],
    reporters: [report],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 10 * 60_000,
    hookTimeout: 30 * 60_000,
  });
  const isGood = vitest.state.getCountOfFailedTests() === 0 && process.exitCode !== 1;
  await vitest.close();
  return isGood;
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (failure) {
  const cause =
    failure instanceof Error && failure.cause instanceof Error ? ` (${failure.cause.message})` : '';
  console.error(failure instanceof Error ? `${failure.message}${cause}` : failure);
  process.exitCode = 1;
}
