import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Griffel inserts its rules through the CSSOM into an empty style element; this is the hash of "nothing".
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function windowPolicy(tabOrigin: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src 'self'${tabOrigin === undefined ? '' : ` ${tabOrigin}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// The tab brings a policy of its own, as it does in production; here only who may frame it.
const tabPolicy = "frame-ancestors 'self'; base-uri 'none'; object-src 'none'";

/** Answers the built pages. Only names that a build can produce are looked up: no dots first, no climbing. */
export function openPages(webFolder: string, tabOrigin: string | undefined) {
  return async function page(pathname: string): Promise<Response> {
    const path = fileOf(pathname);
    const content = path === undefined ? undefined : await read(join(webFolder, path));
    if (path === undefined || content === undefined) return notFound(pathname);
    const isPage = path.endsWith('.html');
    return new Response(new Uint8Array(content), {
      headers: {
        'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
        // Asset names carry a hash of their content, so they never change; pages are asked for every time.
        'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        ...(isPage && {
          'Content-Security-Policy': path === windowPage ? windowPolicy(tabOrigin) : tabPolicy,
        }),
      },
    });
  };
}

const windowPage = 'standin/teams/window.html';

function fileOf(pathname: string): string | undefined {
  if (pathname === '/') return windowPage;
  if (pathname === '/tab.html') return 'standin/tab.html';
  const parts = pathname.slice(1).split('/');
  return parts.every((part) => /^[\w-][\w.-]*$/.test(part)) ? parts.join('/') : undefined;
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}

function notFound(pathname: string): Response {
  const sentence =
    pathname === '/' || pathname === '/tab.html'
      ? 'The pages are not built yet: run npm start, which builds them first.'
      : 'There is no such page here.';
  return new Response(sentence, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  });
}
