import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { staticClosure } from './staticImports.ts';

/** Compares the build with the limits of .size-limit.json. A page there stands for all it loads statically. */
interface Limit {
  name: string;
  path: string;
  gzip: boolean;
  limit: string;
}

const root = path.resolve(import.meta.dirname, '..');
const inRoot = (file: string) => path.join(root, file);

function filesOf(limit: Limit): string[] {
  const read = (file: string) => (existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : undefined);
  if (limit.path.endsWith('.html')) return staticClosure(limit.path, read);
  const folder = path.dirname(limit.path);
  const ending = path.extname(limit.path);
  return readdirSync(inRoot(folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);
}

async function main(): Promise<boolean> {
  const limits = JSON.parse(readFileSync(inRoot('.size-limit.json'), 'utf8')) as Limit[];
  let within = true;
  for (const limit of limits) {
    const files = filesOf(limit);
    const checks = [{ files: files.map(inRoot), gzip: limit.gzip }];
    const [measured] = (await sizeLimit(filePlugin, { checks })) as { size: number }[];
    const kilobytes = (measured?.size ?? Number.NaN) / 1000;
    const fits = kilobytes <= Number.parseFloat(limit.limit);
    within &&= fits;
    const verdict = fits ? 'fits within' : 'IS OVER';
    console.log(
      `${limit.name}: ${kilobytes.toFixed(1)} KB gzip in ${files.length} files ${verdict} ${limit.limit}`,
    );
  }
  return within;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
