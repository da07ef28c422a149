import type { Directory, Person } from '../../standin/graph/graph.ts';

export const owner: Person = {
  id: '7b1f0c00-0000-4000-8000-0000000000a1',
  name: 'Ingrid Sandell',
  mail: 'ingrid@site.example',
  jobTitle: 'Strateg',
  siteRole: 'owner',
};
export const member: Person = {
  id: '7b1f0c00-0000-4000-8000-0000000000a2',
  name: 'Eva Strand',
  mail: 'eva@site.example',
  siteRole: 'member',
};
export const visitor: Person = {
  id: '7b1f0c00-0000-4000-8000-0000000000a3',
  name: 'Olof Wiklund',
  mail: 'olof@site.example',
  siteRole: 'visitor',
};
export const outsider: Person = {
  id: '7b1f0c00-0000-4000-8000-0000000000a4',
  name: 'Nobody Here',
  mail: 'nobody@site.example',
  siteRole: 'member',
};

export const directory: Directory = {
  tenantId: '0f6b1c2e-4f7a-4a3e-9a51-5d0c7e2b8a10',
  site: { hostname: 'region.sharepoint.example', path: '/sites/goals', title: 'Goals' },
  people: [owner, member, visitor],
};

export const secret = 'contract';
export const clientId = '3f1e8a52-0000-4000-8000-0000000000c1';

/** The scopes that open everything; a test of a scope names its own. */
export const everyScope = ['User.Read', 'Sites.Manage.All'];
