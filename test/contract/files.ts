import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { callTo, type Call } from './call.ts';
import { owner } from './people.ts';
import { onlyHere } from './onlyHere.ts';
import { startContract, type Contract } from './server.ts';

/** A world with the library's other origin beside Graph: SharePoint's own host, behind a socket of its own. */
export type FilesWorld = {
  contract: Contract;
  /** Graph, as the site's owner. */
  call: Call;
  drive: string;
  /** Graph with a body of bytes. */
  put(path: string, bytes: Uint8Array | string, headers?: Record<string, string>): Promise<Sent>;
  /** An address that Graph has handed out, without a token. */
  open(link: string, init?: RequestInit): Promise<Response>;
  /** Moves the clock behind whatever expires. */
  pass(minutes: number): void;
  close(): Promise<void>;
};

type Sent = { status: number; body: Record<string, unknown>; text(name: string): string; code(): string };

export async function startFiles(file?: string): Promise<FilesWorld> {
  let moment = Date.parse('2023-08-25T09:30:15Z');
  const contract = await startContract({ clock: () => moment, ...(file !== undefined && { file }) });
  const server = serve({
    fetch: (request) => contract.standin().files(request),
    hostname: '127.0.0.1',
    port: 0,
  });
  await new Promise<void>((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const token = await contract.token(owner);
  return {
    contract,
    call: callTo(contract.origin, token),
    drive: `${contract.site}/drive`,
    put: (path, bytes, headers = {}) => putTo(contract.origin, token, path, bytes, headers),
    open(link, init) {
      const { origin } = new URL(link);
      if (origin !== `https://${contract.facts.hostname}`) throw new Error(`Not SharePoint's host: ${link}`);
      return fetch(link.replace(origin, `http://127.0.0.1:${port}`), init);
    },
    pass(minutes) {
      moment += minutes * 60_000;
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await contract.close();
    },
  };
}

async function putTo(
  origin: string,
  token: string,
  path: string,
  bytes: Uint8Array | string,
  headers: Record<string, string>,
): Promise<Sent> {
  const response = await fetch(`${origin}/v1.0${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  });
  return sentOf(response);
}

export async function sentOf(response: Response): Promise<Sent> {
  const received = await response.text();
  const body = (received === '' ? {} : JSON.parse(received)) as Record<string, unknown>;
  return {
    status: response.status,
    body,
    text: (name) => String(body[name]),
    code: () => `${response.status} ${String(Reflect.get(Object(body['error']), 'code'))}`,
  };
}

/** Bytes that are told from their neighbours, so that a lost or doubled piece shows. */
export function someBytes(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(size).map((_, at) => (at * 31 + (at >> 8)) & 255);
}

/** Compared as bytes: a matcher takes seconds to walk through megabytes. */
export async function isSame(answer: Response, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(await answer.arrayBuffer()).equals(bytes);
}

/** The first line of every test of the library: a tenant's is not written to. */
export function onlyOwnLibrary(): void {
  onlyHere('writing to the library of a tenant');
}
