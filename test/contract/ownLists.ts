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
    for (const one of callsIn(method, path, body)) refuseForeign(one.method, one.path, one.body);
    const answer = await call(method, path, body, headers);
    if (answer.status === 201 && /^\/sites\/[^/]+\/lists$/.test(path))
      made.add(answer.text('id').toLowerCase());
    return answer;
  };
}

/** A tenant's people, files and permissions are nobody's to try things on, whatever a test may think of. */
export function onlyLists(call: Call): Call {
  return async (method, path, body, headers) => {
    for (const one of callsIn(method, path, body)) {
      if (isWrite(one.method) && !listPath.test(one.path))
        throw new Error(`Only lists are written to in a tenant: ${one.method} ${one.path}`);
    }
    return call(method, path, body, headers);
  };
}

type Asked = { method: string; path: string; body: unknown };

/** The call itself, or those that a $batch holds; what is no call at all is nothing to be afraid of. */
function callsIn(method: unknown, path: unknown, body: unknown): Asked[] {
  if (typeof method !== 'string' || typeof path !== 'string') return [];
  if (!/^\/?\$batch$/.test(path)) return [{ method, path, body }];
  const members = part(body, 'requests');
  return (Array.isArray(members) ? members : []).flatMap((member: unknown) =>
    callsIn(part(member, 'method'), part(member, 'url'), part(member, 'body')),
  );
}

const listPath = /^\/?sites\/[^/]+\/lists(?:\/([^/?]+))?(\/)?/;

function isWrite(method: string): boolean {
  return ['POST', 'PATCH', 'PUT', 'DELETE'].includes(method.toUpperCase());
}

function refuseForeign(method: string, path: string, body: unknown): void {
  const found = listPath.exec(path);
  if (!found || !isWrite(method)) return;
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
