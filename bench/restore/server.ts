import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, type Rolldown } from 'vite';

export type PageServer = { readonly origin: string; close(): void };

const restorePage = path.join(import.meta.dirname, 'page.ts');

/** Serves a page, built as the product is, and the rows that it begins with. */
export async function servePage(rows: () => Iterable<unknown>, entry = restorePage): Promise<PageServer> {
  const script = await builtPage(entry);
  const html =
    '<!doctype html><meta charset="utf-8"><title>Bench</title><body><div id="root"></div><script src="/page.js"></script>';
  const server = createServer((request, response) => {
    const send = (type: string) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    if (request.url === '/page.js') send('text/javascript').end(script);
    else if (request.url === '/rows.json') {
      send('application/json');
      let separator = '[';
      for (const row of rows()) {
        response.write(separator + JSON.stringify(row));
        separator = ',';
      }
      response.end(']');
    } else send('text/html').end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

async function builtPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('The page was not built');
  return chunk.code;
}
