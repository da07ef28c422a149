import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Organisation, parseOrganisation } from '../standin/demo/organisation.ts';

/** The demonstration region's file. */
export const demoFile = path.resolve(import.meta.dirname, '../standin/demo/region.json');

export function readDemo(): Organisation {
  return parseOrganisation(readFileSync(demoFile, 'utf8'), 'standin/demo/region.json');
}
