import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bulkSection } from './bulk.ts';
import { faultsSection } from './faults.ts';
import { coverageSection } from './coverage.ts';
import { frameSection } from './frame.ts';
import { mapSection } from './map.ts';
import { modelSection } from './model.ts';
import { record, type Section } from './report.ts';
import { restoreSection } from './restore.ts';
import { standinSection } from './standin.ts';
import { unitsSection } from './units.ts';

/** `npm run bench -- [--only standin,model] [--repeats 5]`: measures, and writes RESULTS.md. */
const sections: Record<string, (repeats: number, say: (line: string) => void) => Promise<Section>> = {
  standin: standinSection,
  model: modelSection,
  bulk: bulkSection,
  faults: faultsSection,
  frame: frameSection,
  units: unitsSection,
  restore: restoreSection,
  map: mapSection,
  coverage: coverageSection,
};

const { values } = parseArgs({
  options: { only: { type: 'string' }, repeats: { type: 'string', default: '5' } },
});
const wanted = values.only?.split(',') ?? Object.keys(sections);
const repeats = Number(values.repeats);
const strangers = wanted.filter((name) => !(name in sections));
if (strangers.length > 0 || !Number.isInteger(repeats) || repeats < 1) {
  console.error(`npm run bench -- [--only ${Object.keys(sections).join(',')}] [--repeats NUMBER]`);
  process.exit(1);
}
for (const name of wanted) {
  console.log(`${name} …`);
  const section = await sections[name]?.(repeats, (line) => console.log(`  ${line}`));
  if (!section) continue;
  record(section, `npm run bench -- --only ${name} --repeats ${repeats}`);
  for (const { what, goal, measured, holds } of section.rows)
    console.log(`  ${what}: ${measured}${holds === undefined ? '' : ` (${goal}: ${holds ? 'yes' : 'NO'})`}`);
}
// A table that is written by a program is formatted like any other.
const root = path.resolve(import.meta.dirname, '..');
execFileSync(process.execPath, ['node_modules/oxfmt/bin/oxfmt', 'bench/RESULTS.md'], {
  cwd: root,
  stdio: 'ignore',
});
