import { writeFileSync } from 'node:fs';
import { lintConfig } from './lintConfig.ts';

/** Run after a change to the import table: `npx tsx scripts/writeLintConfig.ts`. */
writeFileSync(new URL('../.oxlintrc.json', import.meta.url), `${JSON.stringify(lintConfig, undefined, 2)}\n`);
