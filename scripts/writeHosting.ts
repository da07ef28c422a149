import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostingFiles, readHosting } from './hostingFiles.ts';

/** Writes the files of hosting/ for known hosts from hosting/headers.json: `npx tsx scripts/writeHosting.ts`. */
const folder = path.resolve(import.meta.dirname, '../hosting');
for (const [name, text] of hostingFiles(readHosting())) {
  writeFileSync(path.join(folder, name), text);
  console.log(`hosting/${name}`);
}
