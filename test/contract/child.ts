import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTokens } from '../../standin/tokens.ts';
import { callTo, type Call } from './call.ts';
import { clientId, directory, everyScope, owner, secret } from './people.ts';

/** The stand-in in a process of its own, on this file: to be killed. */
export type Child = { child: ChildProcess; origin: string; token: string; call: Call };

export async function startChild(file: string): Promise<Child> {
  const script = fileURLToPath(new URL('killable.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: unknown[] = await once(child.stdout, 'data');
  const { accessToken } = await createTokens(secret).issue({
    person: owner,
    tenantId: directory.tenantId,
    clientId,
    scopes: everyScope,
  });
  const origin = `http://127.0.0.1:${String(line).trim()}`;
  return { child, origin, token: accessToken, call: callTo(origin, accessToken) };
}
