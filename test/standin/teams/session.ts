import type { Session } from '../../../standin/teams/session.ts';

/** A small organisation: one department with one unit, and three people. */
export const session: Session = {
  organisation: 'Region Test',
  year: 2023,
  day: '2023-08-25',
  beginning: 'first',
  network: 'good',
  clientId: 'client',
  tenantId: '0f6b1c2e-4f7a-4a3e-9a51-5d0c7e2b8a10',
  site: { hostname: 'kaskad.sharepoint.example', path: '/sites/test', title: 'Test' },
  people: [
    {
      id: 'anders',
      name: 'Anders Ekholm',
      mail: 'anders@kaskad.example',
      jobTitle: 'Avdelningschef',
      role: 'head',
      siteRole: 'member',
      unit: 'service',
      unitTitle: 'Service',
    },
    {
      id: 'eva',
      name: 'Eva Strand',
      mail: 'eva@kaskad.example',
      jobTitle: null,
      role: 'staff',
      siteRole: 'member',
      unit: 'service-kost',
      unitTitle: 'Kost',
    },
    {
      id: 'ingrid',
      name: 'Ingrid Sandell',
      mail: 'ingrid@kaskad.example',
      jobTitle: 'Miljöstrateg',
      role: 'strategist',
      siteRole: 'owner',
      unit: 'board',
      unitTitle: 'Regionstyrelsen',
    },
  ],
  places: [
    { key: 'service', title: 'Service', level: 'department', parent: 'board' },
    { key: 'service-kost', title: 'Kost', level: 'unit', parent: 'service' },
  ],
  tabOrigin: null,
  tabPath: '/tab.html',
};
