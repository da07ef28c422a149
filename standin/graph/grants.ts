import type { Hono } from 'hono';
import * as v from 'valibot';
import { at, json, noContent } from './answers.ts';
import { invalidRequest, itemNotFound, notImplemented } from './errors.ts';
import type { Grant } from './grantBook.ts';
import { contextOf } from './itemShape.ts';
import { listOf } from './lists.ts';
import { demand, demandGranting } from './permissions.ts';
import { bodyOf, checked, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import { siteOf } from './sites.ts';
import type { Tenant } from './tenant.ts';

const application = v.object({
  application: v.object({ id: v.pipe(v.string(), v.uuid()), displayName: v.string() }),
});
const roles = v.pipe(v.array(v.picklist(['read', 'write', 'owner', 'fullcontrol'])), v.length(1));
const siteSchema = v.strictObject({
  roles,
  grantedToIdentities: v.pipe(v.array(application), v.length(1)),
});
const listSchema = v.strictObject({ roles, grantedToV2: application });
const changeSchema = v.strictObject({ roles });

/** How a place's grants are asked for and written; the two differ in Graph too. */
type Place = {
  name: string;
  context: string;
  asked(body: Record<string, unknown>): Grant;
  shape(grant: Grant): object;
};

export function addGrants(app: Hono<GraphEnv>, tenant: Tenant): void {
  addPlace(app, tenant, '/v1.0/sites/:site/permissions', (call) => {
    demand(call.get('caller'), 'grantAccess');
    const site = siteOf(tenant, call);
    return {
      name: 'site',
      context: `${tenant.origin}/v1.0/$metadata#sites('${encodeURIComponent(site)}')/permissions`,
      asked: sitesGrant,
      shape: (grant) => siteShape(tenant, grant),
    };
  });
  addPlace(app, tenant, '/v1.0/sites/:site/lists/:list/permissions', (call) => {
    demandGranting(call.get('caller'));
    const list = listOf(tenant, call);
    return {
      name: list.id,
      context: `${contextOf(tenant, list)}/permissions`,
      asked: listsGrant,
      shape: (grant) => ({
        id: idOf(tenant, grant),
        roles: [grant.role],
        grantedToV2: { application: { id: grant.app, displayName: grant.name } },
      }),
    };
  });
}

function addPlace(app: Hono<GraphEnv>, tenant: Tenant, path: string, placeOf: (call: Call) => Place): void {
  const one = (place: Place, grant: Grant, status = 200) =>
    json({ '@odata.context': `${place.context}/$entity`, ...place.shape(grant) }, status);
  const found = (place: Place, call: Call): Grant => {
    const id = call.req.param('permission');
    const grant = tenant.grants.in(place.name).find((known) => idOf(tenant, known) === id);
    if (!grant) throw itemNotFound('The specified permission was not found');
    return grant;
  };
  at(app, path, {
    GET: (call) => {
      optionsOf(call, []);
      const place = placeOf(call);
      return json({
        '@odata.context': place.context,
        value: tenant.grants.in(place.name).map((grant) => place.shape(grant)),
      });
    },
    POST: async (call) => {
      placeOf(call);
      optionsOf(call, []);
      const body = objectOf(await bodyOf(call));
      const place = placeOf(call);
      const grant = place.asked(body);
      tenant.grants.put(place.name, grant);
      return one(place, grant, 201);
    },
  });
  at(app, `${path}/:permission`, {
    GET: (call) => {
      optionsOf(call, []);
      const place = placeOf(call);
      return one(place, found(place, call));
    },
    PATCH: async (call) => {
      found(placeOf(call), call);
      optionsOf(call, []);
      const { roles: asked } = checked(changeSchema, await bodyOf(call));
      const place = placeOf(call);
      const grant = { ...found(place, call), role: asked[0] ?? 'read' };
      tenant.grants.put(place.name, grant);
      return one(place, grant);
    },
    DELETE: (call) => {
      optionsOf(call, []);
      const place = placeOf(call);
      tenant.grants.remove(place.name, found(place, call).app);
      return noContent();
    },
  });
}

function sitesGrant(body: Record<string, unknown>): Grant {
  if ('grantedTo' in body || 'grantedToV2' in body || 'grantedToIdentitiesV2' in body)
    throw notImplemented('a site permission that is not asked for by grantedToIdentities');
  const asked = checked(siteSchema, body);
  return grantOf(asked.roles[0], asked.grantedToIdentities[0]);
}

function listsGrant(body: Record<string, unknown>): Grant {
  const { grantedToV2 } = body;
  if (
    grantedToV2 !== null &&
    typeof grantedToV2 === 'object' &&
    ('user' in grantedToV2 || 'siteUser' in grantedToV2)
  )
    throw invalidRequest("Can't create list permission for a user.");
  const asked = checked(listSchema, body);
  return grantOf(asked.roles[0], asked.grantedToV2);
}

function grantOf(role: Grant['role'] | undefined, to: v.InferOutput<typeof application> | undefined): Grant {
  if (!role || !to) throw invalidRequest('One role and one application are needed.');
  return { app: to.application.id.toLowerCase(), name: to.application.displayName, role };
}

/** As documented, with the property that tells of its own end. */
function siteShape(tenant: Tenant, grant: Grant) {
  const identities = [{ application: { id: grant.app, displayName: grant.name } }];
  return {
    id: idOf(tenant, grant),
    '@deprecated.GrantedToIdentities':
      'GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2',
    roles: [grant.role],
    grantedToIdentities: identities,
    grantedToIdentitiesV2: identities,
  };
}

/** SharePoint's own name for an app, in base64url; for the client it has no meaning. */
function idOf(tenant: Tenant, { app }: Grant): string {
  const tenantId = tenant.directory.current()?.tenantId ?? '';
  return Buffer.from(`i:0i.t|ms.sp.ext|${app}@${tenantId}`).toString('base64url');
}
