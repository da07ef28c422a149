import type { TokenClaims } from '../tokens.ts';
import type { DirectoryBook, Person } from './directory.ts';
import { accessDenied } from './errors.ts';
import type { GrantBook, GrantRole } from './grantBook.ts';
import type { List } from './listBook.ts';

export type Caller = {
  person: Person;
  appId: string;
  scopes: ReadonlySet<string>;
  /** What an administrator has granted this app in the site (undefined) or in a list, by its id. */
  granted(list?: string): GrantRole | undefined;
};

export type Need =
  | 'readProfile'
  | 'readSite'
  | 'writeItems'
  | 'manageLists'
  | 'grantAccess'
  | 'readFiles'
  | 'writeFiles';

const full = ['Sites.FullControl.All'];
const manage = ['Sites.Manage.All', ...full];
const write = ['Sites.ReadWrite.All', ...manage];

/** Least delegated scopes (documented). The Selected ones are missing on purpose: without a grant they open nothing. */
const scopesFor: Record<Need, string[]> = {
  readProfile: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite', 'User.Read.All'],
  readSite: ['Sites.Read.All', ...write],
  writeItems: write,
  manageLists: manage,
  grantAccess: full,
  readFiles: ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', ...write],
  writeFiles: ['Files.ReadWrite.All', ...write],
};

/** Delegated access is the scope and the person's own right in the site, both (documented). */
const rolesFor: Record<Need, Person['siteRole'][]> = {
  readProfile: ['owner', 'member', 'visitor'],
  readSite: ['owner', 'member', 'visitor'],
  writeItems: ['owner', 'member'],
  manageLists: ['owner'],
  grantAccess: ['owner'],
  readFiles: ['owner', 'member', 'visitor'],
  writeFiles: ['owner', 'member'],
};

/** What a granted role opens. Assumed: `write` is for items, and lists and columns take an owner's role. */
const grantsFor: Record<Need, GrantRole[]> = {
  readProfile: [],
  readSite: ['read', 'write', 'owner', 'fullcontrol'],
  writeItems: ['write', 'owner', 'fullcontrol'],
  manageLists: ['owner', 'fullcontrol'],
  grantAccess: [],
  readFiles: ['read', 'write', 'owner', 'fullcontrol'],
  writeFiles: ['write', 'owner', 'fullcontrol'],
};

export function callerOf(claims: TokenClaims, directory: DirectoryBook, grants: GrantBook): Caller {
  const person = directory.person(claims.oid);
  if (!person || directory.current()?.tenantId !== claims.tid) throw accessDenied();
  return {
    person,
    appId: claims.appid,
    scopes: new Set(claims.scp.split(' ')),
    granted: (list = 'site') => grants.roleOf(list, claims.appid),
  };
}

/** With the list that the call is about, when it is about one. */
export function demand(caller: Caller, need: Need, list?: List): void {
  const opens = (role: GrantRole | undefined) => role !== undefined && grantsFor[need].includes(role);
  const { scopes, person } = caller;
  const scoped =
    scopesFor[need].some((scope) => scopes.has(scope)) ||
    (scopes.has('Sites.Selected') && opens(caller.granted())) ||
    (list !== undefined && scopes.has('Lists.SelectedOperations.Selected') && opens(caller.granted(list.id)));
  if (!scoped || !rolesFor[need].includes(person.siteRole)) throw accessDenied();
  if (list && !opensList(list, need, person.siteRole)) throw accessDenied();
}

function opensList({ system, access }: List, need: Need, role: Person['siteRole']): boolean {
  // Reported: ordinary users may be refused the list of users. Assumed: nobody writes to it.
  if (system !== '') return need === 'readSite' && role === 'owner';
  return access === 'inherited' || role === 'owner' || need !== 'writeItems';
}

/** Who may grant a list: full control, or an owner's grant in the site (documented). */
export function demandGranting(caller: Caller): void {
  const role = caller.scopes.has('Sites.Selected') ? caller.granted() : undefined;
  const scoped = full.some((scope) => caller.scopes.has(scope)) || role === 'owner' || role === 'fullcontrol';
  if (!scoped || !rolesFor.grantAccess.includes(caller.person.siteRole)) throw accessDenied();
}
