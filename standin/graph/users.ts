import type { Hono } from 'hono';
import { groupIdOf } from '../team.ts';
import { at, json } from './answers.ts';
import type { Person } from './directory.ts';
import { badRequest, GraphError } from './errors.ts';
import { nextLink, positionOf, topOf } from './query.ts';
import { optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';
import { readSearch } from './userSearch.ts';
import { basicUserShape, seenOf, selectedProperties, userShape } from './userShape.ts';

/** Documented. */
const pageSize = 100;
const largestPage = 999;

const wholeScopes = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const basicScopes = ['User.ReadBasic.All', ...wholeScopes];
const memberScopes = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];

/** Everybody in the directory, and the team's members. */
export function addUsers(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/users', { GET: (call) => userPage(tenant, call) });
  at(app, '/v1.0/users/:user', {
    GET: (call) => {
      const person = userOf(tenant, call);
      const isSelf = person.id === call.get('caller').person.id;
      demandOne(call, isSelf ? ['User.Read', 'User.ReadWrite', ...basicScopes] : basicScopes);
      const names = selectedProperties(optionsOf(call, ['$select']).get('$select'));
      return json({
        '@odata.context': contextOf(tenant, names, '/$entity'),
        ...seenOf(isSelf ? userShape(person) : shapeFor(call, person), names),
      });
    },
  });
  at(app, '/v1.0/groups/:group/members', { GET: (call) => memberPage(tenant, call) });
}

/** The user that the path names, by object id or principal name. */
export function userOf(tenant: Tenant, call: Call): Person {
  const wanted = call.req.param('user') ?? '';
  const people = tenant.directory.current()?.people ?? [];
  const found = people.find(
    ({ id, mail }) => id === wanted.toLowerCase() || mail.toLowerCase() === wanted.toLowerCase(),
  );
  if (!found) throw resourceNotFound(wanted);
  return found;
}

function resourceNotFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id.slice(0, 80)}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

export function demandOne(call: Call, scopes: readonly string[]): void {
  if (scopes.some((scope) => call.get('caller').scopes.has(scope))) return;
  throw new GraphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

function shapeFor(call: Call, person: Person): Record<string, unknown> {
  const isWhole = wholeScopes.some((scope) => call.get('caller').scopes.has(scope));
  return isWhole ? userShape(person) : basicUserShape(person);
}

function contextOf(tenant: Tenant, names: ReadonlySet<string> | undefined, rest = ''): string {
  const shown = names ? `(${[...names].join(',')})` : '';
  return `${tenant.origin}/v1.0/$metadata#users${shown}${rest}`;
}

function userPage(tenant: Tenant, call: Call): Response {
  demandOne(call, basicScopes);
  const options = optionsOf(call, ['$search', '$select', '$top', '$skiptoken', '$count']);
  const isEventual = call.req.header('consistencylevel')?.toLowerCase() === 'eventual';
  const search = options.get('$search');
  if (search !== undefined && !isEventual) {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const matches = search === undefined ? () => true : readSearch(search);
  const found = (tenant.directory.current()?.people ?? []).filter(matches);
  const names = selectedProperties(options.get('$select'));
  return pageOf(options, found, {
    context: contextOf(tenant, names),
    address: `${tenant.origin}/v1.0/users`,
    // Without the header it is silently left out (documented).
    counts: isEventual && options.get('$count') === 'true',
    shape: (person) => seenOf(shapeFor(call, person), names),
  });
}

function memberPage(tenant: Tenant, call: Call): Response {
  demandOne(call, memberScopes);
  const options = optionsOf(call, ['$select', '$top', '$skiptoken']);
  const group = call.req.param('group') ?? '';
  const { tenantId = '', people = [] } = tenant.directory.current() ?? {};
  if (group.toLowerCase() !== groupIdOf(tenantId).toLowerCase()) throw resourceNotFound(group);
  const names = selectedProperties(options.get('$select'));
  return pageOf(options, people.filter(isMember), {
    context: `${tenant.origin}/v1.0/$metadata#directoryObjects`,
    address: `${tenant.origin}/v1.0/groups/${group}/members`,
    counts: false,
    shape: (person) => ({ '@odata.type': '#microsoft.graph.user', ...seenOf(shapeFor(call, person), names) }),
  });
}

/** A visitor reads the site without being of the team. */
export function isMember({ siteRole }: Person): boolean {
  return siteRole !== 'visitor';
}

function pageOf(
  options: ReadonlyMap<string, string>,
  people: readonly Person[],
  page: {
    context: string;
    address: string;
    counts: boolean;
    shape: (person: Person) => Record<string, unknown>;
  },
): Response {
  const wanted = options.get('$top');
  const top = wanted === undefined ? pageSize : topOf(wanted);
  if (top > largestPage)
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`);
  const token = options.get('$skiptoken');
  const from = token === undefined ? 0 : positionOf(token).id;
  const shown = people.slice(from, from + top);
  const next = from + top;
  return json({
    '@odata.context': page.context,
    ...(page.counts ? { '@odata.count': people.length } : {}),
    ...(next < people.length ? { '@odata.nextLink': nextLink(page.address, options, { id: next }) } : {}),
    value: shown.map(page.shape),
  });
}
