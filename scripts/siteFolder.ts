import { createHash } from 'node:crypto';
import path from 'node:path';
import { demoFile } from './demo.ts';

/** Where the stand-in keeps what belongs to an organisation file: one folder each, so that trying another costs none its rows. */
export function siteFolder(file: string): string {
  const name =
    file === demoFile ? 'site' : `site-${createHash('sha256').update(file).digest('hex').slice(0, 8)}`;
  return path.resolve(import.meta.dirname, '../.standin', name);
}
