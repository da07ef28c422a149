import type { Hono } from 'hono';
import { at, json } from './answers.ts';
import type { Person } from './directory.ts';
import { GraphError } from './errors.ts';
import { demand } from './permissions.ts';
import { photoPng } from './photo.ts';
import { optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';
import { addUsers, demandOne, userOf } from './users.ts';
import { seenOf, selectedProperties, userShape } from './userShape.ts';

const photoScopes = ['User.Read.All', 'User.ReadBasic.All', 'ProfilePhoto.Read.All'];

export function addPeople(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/me', {
    GET: (call) => {
      demand(call.get('caller'), 'readProfile');
      const names = selectedProperties(optionsOf(call, ['$select']).get('$select'));
      const shown = names ? `(${[...names].join(',')})` : '';
      return json({
        '@odata.context': `${tenant.origin}/v1.0/$metadata#users${shown}/$entity`,
        ...seenOf(userShape(call.get('caller').person), names),
      });
    },
  });
  at(app, '/v1.0/me/photo/$value', {
    GET: (call) => {
      demandOne(call, ['User.Read', 'User.ReadWrite', ...photoScopes]);
      return photoOf(tenant, call, call.get('caller').person);
    },
  });
  at(app, '/v1.0/users/:user/photo/$value', {
    GET: (call) => {
      demandOne(call, photoScopes);
      return photoOf(tenant, call, userOf(tenant, call));
    },
  });
  addUsers(app, tenant);
}

/** Most people have none; here the first of the directory has one, so that both answers are seen. */
function photoOf(tenant: Tenant, call: Call, person: Person): Response {
  optionsOf(call, []);
  if (person.id !== tenant.directory.current()?.people[0]?.id)
    throw new GraphError(404, 'ImageNotFound', "The photo wasn't found.");
  return new Response(photoPng(), { headers: { 'Content-Type': 'image/png' } });
}
