import { everydayScopes, type Graph, graphClient } from '../src/graph/client.ts';
import type { Configuration } from '../src/environment.ts';
import { type LocalGraph, openGraph } from '../standin/graph/graph.ts';
import type { Organisation } from '../standin/demo/organisation.ts';
import { createTokens } from '../standin/tokens.ts';
import { declaredActivities } from '../scripts/declaredActivities.ts';
import { readDemo } from '../scripts/demo.ts';

/** A Microsoft 365 of one test's own, in memory: the demonstration region's people and its empty site. */
export type Tenant = {
  readonly organisation: Organisation;
  readonly configuration: Configuration;
  /** Somebody who owns the site, who is a member, who may only look. */
  readonly people: { readonly owner: string; readonly member: string; readonly visitor: string };
  /** What has been asked of Graph: `POST /v1.0/$batch`. Emptied by setting its length to 0. */
  readonly calls: string[];
  /** Graph as the network gives it. */
  readonly fetch: typeof fetch;
  tokenFor(personId: string, scopes: readonly string[]): Promise<string>;
  /** The product's own client, signed in as this person. */
  graphFor(personId: string, scopes?: readonly string[]): Graph;
  /** Graph behind the product's back: what an administrator does by hand. */
  readonly graph: LocalGraph;
  close(): void;
};

const clientId = '11111111-1111-4111-8111-111111111111';

/** `file`: where the site lies; in memory unless told. */
export function openTenant(
  now: () => Date = () => new Date('2023-08-25T08:00:00Z'),
  file = ':memory:',
): Tenant {
  const organisation = readDemo();
  const { tenantId, site, people } = organisation;
  const tokens = createTokens('a secret of this test alone');
  const graph = openGraph({
    file,
    verifyToken: (token) => tokens.verify(token),
    now,
    throttling: 'none',
    activityTypes: declaredActivities(),
  });
  graph.setDirectory({ tenantId, site, people });
  const calls: string[] = [];

  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    calls.push(`${request.method} ${new URL(request.url).pathname}`);
    // Every other host that Graph names is SharePoint's own.
    return new URL(request.url).hostname === 'graph.microsoft.com'
      ? graph.fetch(request)
      : graph.files(request);
  };
  const withRole = (role: Organisation['people'][number]['siteRole']) => {
    const person = people.find(({ siteRole }) => siteRole === role);
    if (!person) throw new Error(`Nobody in the region is ${role}`);
    return person.id;
  };
  const tokenFor = async (personId: string, scopes: readonly string[]) => {
    const person = people.find(({ id }) => id === personId);
    if (!person) throw new Error(`There is no person ${personId}`);
    return (await tokens.issue({ person, tenantId, clientId, scopes: [...scopes] })).accessToken;
  };

  return {
    organisation,
    configuration: { clientId, tenantId, site: { hostname: site.hostname, path: site.path } },
    people: { owner: withRole('owner'), member: withRole('member'), visitor: withRole('visitor') },
    calls,
    fetch: send,
    tokenFor,
    graphFor: (personId, scopes = everydayScopes) =>
      graphClient({ fetch: send, getToken: (wanted) => tokenFor(personId, wanted), now }, scopes),
    graph,
    close: () => graph.close(),
  };
}
