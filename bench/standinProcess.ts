import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTokens } from '../standin/tokens.ts';
import { countingFetch } from './countingFetch.ts';
import { clientId, directory, owner, secret } from './standinPeople.ts';

/** Of the process: memory, and processor time, which other work on the machine does not lengthen. */
export type Used = { nowBytes: number; peakBytes: number; cpuMs: number };

export type StandinProcess = {
  /** Counts what goes through it. */
  counting: ReturnType<typeof countingFetch>;
  /** One call as the site's owner, to its last byte; the path begins behind /v1.0. Throws unless it is answered well. */
  text(method: string, path: string, body?: object): Promise<string>;
  /** The same, read as JSON. */
  call(method: string, path: string, body?: object): Promise<unknown>;
  sitePath: string;
  used(): Promise<Used>;
  close(): Promise<void>;
};

/** A stand-in of the bench's own, in another process, with its database in a file as `npm start` has it. */
export async function startStandinProcess(): Promise<StandinProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const script = path.join(import.meta.dirname, 'standinChild.ts');
  const child = fork(script, [path.join(folder, 'graph.sqlite')], { execArgv: ['--import', 'tsx'] });
  const died = once(child, 'exit').then(() =>
    Promise.reject(new Error('The stand-in ended before it listened')),
  );
  const [{ port }] = (await Promise.race([once(child, 'message'), died])) as [{ port: number }];
  died.catch(() => {});
  const { accessToken } = await createTokens(secret).issue({
    person: owner,
    tenantId: directory.tenantId,
    clientId,
    scopes: ['User.Read', 'Sites.Manage.All'],
  });
  const counting = countingFetch();
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };

  async function text(method: string, asked: string, body?: object): Promise<string> {
    const response = await counting.fetch(`http://127.0.0.1:${port}/v1.0${asked}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const received = await response.text();
    if (!response.ok) throw new Error(`${method} ${asked}: ${response.status} ${received.slice(0, 300)}`);
    return received;
  }
  const call = async (method: string, asked: string, body?: object): Promise<unknown> => {
    const received = await text(method, asked, body);
    return received === '' ? undefined : JSON.parse(received);
  };

  const { hostname, path: sitePath } = directory.site;
  const site = (await call('GET', `/sites/${hostname}:${sitePath}`)) as { id: string };
  return {
    counting,
    text,
    call,
    sitePath: `/sites/${site.id}`,
    async used() {
      child.send('used');
      const [used] = (await once(child, 'message')) as [Used];
      return used;
    },
    async close() {
      child.disconnect();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
