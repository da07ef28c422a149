import { setupScopes } from '../../src/graph/client.ts';
import type { Tenant } from '../tenant.ts';

/** As the owner does by hand in SharePoint. */
export async function byHand(
  tenant: Tenant,
  method: string,
  path: (ids: Map<string, string>) => string,
  body?: object,
) {
  const owner = tenant.graphFor(tenant.people.owner, setupScopes);
  const { hostname, path: sitePath } = tenant.configuration.site;
  const { id } = (await owner.get(`/sites/${hostname}:${sitePath}`)) as { id: string };
  const { value } = (await owner.get(`/sites/${id}/lists`)) as {
    value: { id: string; displayName: string }[];
  };
  const ids = new Map(value.map((one) => [one.displayName, one.id]));
  const answer = await tenant.graph.fetch(
    new Request(`https://graph.microsoft.com/v1.0/sites/${id}${path(ids)}`, {
      method,
      headers: {
        Authorization: `Bearer ${await tenant.tokenFor(tenant.people.owner, setupScopes)}`,
        'Content-Type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`);
}
