import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withCounts } from '../test/contract/rules.ts';

/** Writes into standin/README.md how sure the stand-in's rules are; a test fails while the two disagree. */
const file = path.resolve(import.meta.dirname, '../standin/README.md');
writeFileSync(file, withCounts(readFileSync(file, 'utf8')));
