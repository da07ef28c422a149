import path from 'node:path';
import { parseSync } from 'vite';

/** Reads a file of the build, named from its root; undefined where there is none. */
export type ReadBuilt = (file: string) => string | undefined;

/** The scripts that a page loads by itself. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /rel="modulepreload"/.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

function importsOf(code: string): string[] {
  const { staticImports, staticExports } = parseSync('chunk.js', code).module;
  const exported = staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  return [...staticImports.map((found) => found.moduleRequest.value), ...exported].filter(
    (specifier) => specifier !== undefined,
  );
}

/**
 * The scripts of a page and everything they import statically: what has to arrive before the page can do
 * anything. What is imported by import() comes later and is not counted.
 */
export function staticClosure(page: string, read: ReadBuilt): string[] {
  const html = read(page);
  if (html === undefined) throw new Error(`There is no ${page}: run npm run build first.`);
  const found = new Set<string>();
  const waiting = scriptsOf(html).map((script) => path.posix.join(path.posix.dirname(page), script));
  if (waiting.length === 0) throw new Error(`${page} loads no script.`);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const code = read(file);
    if (code === undefined) throw new Error(`${file} is loaded but was not built.`);
    found.add(file);
    const folder = path.posix.dirname(file);
    waiting.push(...importsOf(code).map((specifier) => path.posix.join(folder, specifier)));
  }
  return [...found].toSorted();
}
