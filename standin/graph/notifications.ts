import type { Hono } from 'hono';
import { groupIdOf } from '../team.ts';
import { at, noContent } from './answers.ts';
import type { Person } from './directory.ts';
import { badRequest, GraphError } from './errors.ts';
import { readNotification, type Recipient } from './notificationRequest.ts';
import { bodyOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';
import { isMember, userOf } from './users.ts';

const scope = 'TeamsActivity.Send';

/** The three ways to put a line into somebody's activity feed. */
export function addNotifications(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/users/:user/teamwork/sendActivityNotification', {
    POST: (call) =>
      sent(tenant, call, (recipient) => {
        // Said by Microsoft: the address names the person, so a recipient beside it is an error.
        if (recipient) throw badRequest('A recipient cannot be named here: it is the user in the address.');
        return [userOf(tenant, call)];
      }),
  });
  at(app, '/v1.0/teams/:team/sendActivityNotification', {
    POST: (call) =>
      sent(tenant, call, (recipient) => {
        const team = call.req.param('team') ?? '';
        if (team.toLowerCase() !== teamOf(tenant))
          throw notFound(`No team found with Group Id ${team.slice(0, 80)}`);
        if (recipient?.kind === 'team' && recipient.id.toLowerCase() !== team.toLowerCase())
          throw badRequest('The recipients are of another team than the one in the address.');
        return among(tenant, recipient, 'team', isMember);
      }),
  });
  at(app, '/v1.0/chats/:chat/sendActivityNotification', {
    POST: (call) =>
      sent(tenant, call, (recipient) => {
        const chat = call.req.param('chat') ?? '';
        // The stand-in keeps no chats: every meeting has one, and whoever is in the directory may be in it.
        if (!/^19:[^@]+@thread\.v2$/.test(chat)) throw notFound('The chat was not found.');
        if (recipient?.kind === 'chat' && recipient.id !== chat)
          throw badRequest('The recipients are of another chat than the one in the address.');
        return among(tenant, recipient, 'chat', () => true);
      }),
  });
}

async function sent(
  tenant: Tenant,
  call: Call,
  recipientsOf: (recipient: Recipient | undefined) => Person[],
): Promise<Response> {
  const { person, scopes } = call.get('caller');
  if (!scopes.has(scope)) throw missingScope(scopes);
  optionsOf(call, []);
  const notification = readNotification(await bodyOf(call), {
    declared: tenant.activityTypes,
    actor: person.name,
    graphOrigin: tenant.origin,
  });
  const { recipient, ...shown } = notification;
  const people = recipientsOf(recipient);
  const actor = { id: person.id, name: person.name };
  tenant.store.together(() => {
    for (const { id } of people) tenant.feed.add(id, { ...shown, actor, sent: tenant.at() });
  });
  return noContent();
}

/** Who of the team or chat is meant. */
function among(
  tenant: Tenant,
  recipient: Recipient | undefined,
  kind: 'team' | 'chat',
  belongs: (person: Person) => boolean,
): Person[] {
  const people = (tenant.directory.current()?.people ?? []).filter(belongs);
  if (!recipient) throw badRequest('A recipient is required.');
  if (recipient.kind === kind) return people;
  const person = people.find(({ id }) => recipient.kind === 'person' && id === recipient.id.toLowerCase());
  if (!person) throw new GraphError(403, 'Forbidden', `The recipient is not a member of the ${kind}.`);
  return [person];
}

function teamOf(tenant: Tenant): string {
  return groupIdOf(tenant.directory.current()?.tenantId ?? '').toLowerCase();
}

function notFound(message: string): GraphError {
  return new GraphError(404, 'NotFound', message);
}

/** As reported for every call to Teams through Graph. */
function missingScope(scopes: ReadonlySet<string>): GraphError {
  return new GraphError(
    403,
    'Forbidden',
    `Missing scope permissions on the request. API requires one of '${scope}'. Scopes on the request '${[...scopes].join(', ')}'`,
  );
}
