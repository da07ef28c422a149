import type { Configuration, SiteIds } from '../environment.ts';

/** config.json as it stands, with what spares each device the looking up. */
export function configBlock({ clientId, tenantId, appId, site }: Configuration, ids: SiteIds): string {
  const { hostname, path } = site;
  return JSON.stringify(
    { clientId, tenantId, ...(appId === undefined ? {} : { appId }), site: { hostname, path, ids } },
    null,
    2,
  );
}

/** Where an administrator consents for everybody. */
export function consentLink({ clientId, tenantId }: Pick<Configuration, 'clientId' | 'tenantId'>): string {
  return `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`;
}
