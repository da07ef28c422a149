import type { TokenClaims } from '../tokens.ts';
import type { DirectoryBook, Person } from './directory.ts';
import { accessDenied } from './errors.ts';

export type Caller = { person: Person; appId: string; scopes: ReadonlySet<string> };

export type Need = 'readProfile' | 'readSite' | 'writeItems' | 'manageLists';

const manage = ['Sites.Manage.All', 'Sites.FullControl.All'];
const write = ['Sites.ReadWrite.All', ...manage];

/** Least delegated scopes (documented). Sites.Selected is missing on purpose: without a grant it opens nothing. */
const scopesFor: Record<Need, string[]> = {
  readProfile: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite', 'User.Read.All'],
  readSite: ['Sites.Read.All', ...write],
  writeItems: write,
  manageLists: manage,
};

/** Delegated access is the scope and the person's own right in the site, both (documented). */
const rolesFor: Record<Need, Person['siteRole'][]> = {
  readProfile: ['owner', 'member', 'visitor'],
  readSite: ['owner', 'member', 'visitor'],
  writeItems: ['owner', 'member'],
  manageLists: ['owner'],
};

export function callerOf(claims: TokenClaims, directory: DirectoryBook): Caller {
  const person = directory.person(claims.oid);
  if (!person || directory.current()?.tenantId !== claims.tid) throw accessDenied();
  return { person, appId: claims.appid, scopes: new Set(claims.scp.split(' ')) };
}

export function demand(caller: Caller, need: Need): void {
  const scoped = scopesFor[need].some((scope) => caller.scopes.has(scope));
  if (!scoped || !rolesFor[need].includes(caller.person.siteRole)) throw accessDenied();
}
