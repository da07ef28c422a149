import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { overSocket } from './sockets.ts';

const portsToTry = 20;

export type Listening = { port: number; close(): Promise<void> };

/** Listens on this machine only. A taken port is said aloud, and the next one is tried. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
  log: (line: string) => void,
): Promise<Listening> {
  for (let attempt = 0; attempt < portsToTry; attempt += 1) {
    // Its own Request and Response would fail `instanceof` in what is called further down.
    const server = createAdaptorServer({ fetch: overSocket(fetch), overrideGlobalObjects: false }) as Server;
    const wanted = port === 0 ? 0 : port + attempt;
    if (await tryPort(server, wanted)) {
      const address = server.address();
      return {
        port: typeof address === 'object' && address !== null ? address.port : wanted,
        close: () => closed(server),
      };
    }
    log(`Port ${wanted} is taken; trying ${wanted + 1}.`);
  }
  throw new Error(
    `Ports ${port} to ${port + portsToTry - 1} are all taken. Close something, or choose one with --port.`,
  );
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; without this, closing waits for them.
    server.closeAllConnections();
  });
}
