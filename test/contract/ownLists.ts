import { part, type Call } from './call.ts';

/** Every list of a verifying run begins so; nothing else on the site is written to, or removed. */
export const prefix = 'kaskad-verify-';

/** scripts/verifyTenant.ts names the run, so that it can sweep what all its files have made. */
const run = process.env['KASKAD_TENANT_RUN'] ?? newRun();

/** The name of a list of this run, told from everybody else's on the site. */
export function named(name: string): string {
  return `${prefix}${run}-${name}`;
}

/** `20261121T101500-k3x9qa`: when the run began, in UTC, and a few letters against a run of the same second. */
export function newRun(now = new Date()): string {
  const moment = now.toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
  const letters = Math.floor(Math.random() * 36 ** 6).toString(36);
  return `${moment}-${letters.padStart(6, '0')}`;
}

/** Which run made this list, and when that began; undefined for a list of somebody else's. */
export function runOf(displayName: string): { run: string; began: Date } | undefined {
  const found = /^kaskad-verify-((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-[\da-z]{6})-/.exec(displayName);
  if (!found) return undefined;
  const [, name = '', year, month, day, hour, minute, second] = found;
  return { run: name, began: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) };
}

const made = new Set<string>();

/**
 * Holds a call to lists of its own run, here as in a tenant: a test that forgets `named`, or writes to a list which
 * it did not make, fails before anything is sent.
 */
export function keptToOwn(call: Call): Call {
  return async (method, path, body, headers) => {
    refuseForeign(method, path, body);
    const members = path === '/$batch' ? part(body, 'requests') : [];
    for (const member of Array.isArray(members) ? members : []) {
      refuseForeign(String(part(member, 'method')), String(part(member, 'url')), part(member, 'body'));
    }
    const answer = await call(method, path, body, headers);
    if (answer.status === 201 && /^\/sites\/[^/]+\/lists$/.test(path)) made.add(answer.text('id').toLowerCase());
    return answer;
  };
}

function refuseForeign(method: string, path: string, body: unknown): void {
  const found = /^\/?sites\/[^/]+\/lists(?:\/([^/?]+))?(\/)?/.exec(path);
  if (!found || !['POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) return;
  const [, list, deeper] = found;
  const name = deeper === undefined ? part(body, 'displayName') : undefined;
  if (typeof name === 'string' && !isOwnName(name))
    throw new Error(`A list of this run is called named('${name}'): ${method} ${path}`);
  if (list !== undefined && !made.has(list.toLowerCase()) && !isOwnName(decodeURIComponent(list)))
    throw new Error(`Not a list of this run: ${method} ${path}`);
}

function isOwnName(name: string): boolean {
  return name.toLowerCase().startsWith(named('').toLowerCase());
}
