import type { Hono } from 'hono';
import { at, json } from './answers.ts';
import { itemNotFound, notImplemented } from './errors.ts';
import { demand } from './permissions.ts';
import { selected } from './query.ts';
import { optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

const siteNotFound = () => itemNotFound('Requested site could not be found');

export function addSites(app: Hono<GraphEnv>, tenant: Tenant): void {
  // host:/server/relative/path, with or without a closing colon.
  at(app, '/v1.0/sites/:address{[^/:,]+:/.+}', {
    GET: (call) => {
      demand(call.get('caller'), 'readSite');
      const address = (call.req.param('address') ?? '').replace(/:$/, '');
      const colon = address.indexOf(':');
      const path = address.slice(colon + 1);
      if (path.includes(':')) throw notImplemented(`what follows the site in '${address}'`);
      const site = tenant.directory.current()?.site;
      const wanted = `${address.slice(0, colon)}${path}`.toLowerCase();
      if (!site || wanted !== `${site.hostname}${site.path}`.toLowerCase()) throw siteNotFound();
      return siteAnswer(tenant, call);
    },
  });
  at(app, '/v1.0/sites/:site', {
    GET: (call) => {
      demand(call.get('caller'), 'readSite');
      siteOf(tenant, call);
      return siteAnswer(tenant, call);
    },
  });
}

/** The id in the path, checked: a list of another site is out of reach. */
export function siteOf(tenant: Tenant, call: Call): string {
  const id = tenant.directory.siteId();
  if (id === undefined || call.req.param('site')?.toLowerCase() !== id.toLowerCase()) throw siteNotFound();
  return id;
}

function siteAnswer(tenant: Tenant, call: Call): Response {
  const directory = tenant.directory.current();
  if (!directory) throw siteNotFound();
  const select = optionsOf(call, ['$select']).get('$select');
  const { hostname, path, title } = directory.site;
  const whole: Record<string, unknown> = {
    // The stand-in keeps no history of the site itself.
    createdDateTime: '2023-01-02T08:00:00Z',
    description: '',
    id: tenant.directory.siteId(),
    lastModifiedDateTime: '2023-01-02T08:00:00Z',
    name: path.split('/').at(-1) ?? '',
    webUrl: tenant.siteAddress(),
    displayName: title,
    root: {},
    siteCollection: { hostname },
  };
  const names = select === undefined ? undefined : selected(select, new Set(Object.keys(whole)), 'site');
  const seen = Object.entries(whole).filter(([name]) => names?.has(name) ?? true);
  return json({
    '@odata.context': `${tenant.origin}/v1.0/$metadata#sites/$entity`,
    ...Object.fromEntries(seen),
  });
}
