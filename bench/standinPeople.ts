import type { Directory, Person } from '../standin/graph/graph.ts';

/** Signs the bench's own tokens; the child listens on this machine for as long as the bench runs. */
export const secret = 'bench';
export const clientId = 'c0ffee00-0000-4000-8000-000000000003';

export const owner: Person = {
  id: '7b1f0c00-0000-4000-8000-0000000000b1',
  name: 'Bench Owner',
  mail: 'owner@bench.example',
  siteRole: 'owner',
};

export const directory: Directory = {
  tenantId: '0f6b1c2e-4f7a-4a3e-9a51-5d0c7e2b8a11',
  site: { hostname: 'bench.sharepoint.example', path: '/sites/bench', title: 'Bench' },
  people: [owner],
};
