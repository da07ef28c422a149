import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type BuildName = { version: string; build: string };

const root = path.resolve(import.meta.dirname, '..');

/** What tells two builds apart: the version, and a short name of all that the product is made of. The same sources, the same name. */
export function buildName(folder = root): BuildName {
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  const sources = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[a-z]+$/.test(file))
    .map((file) => `src/${file.replaceAll('\\', '/')}`);
  const hash = createHash('sha256');
  for (const file of [...sources, ...pages, 'package-lock.json', 'vite.config.ts'].toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(folder, file)));
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { version, build: hash.digest('hex').slice(0, 7) };
}
