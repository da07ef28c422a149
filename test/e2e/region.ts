import { join } from 'node:path';
import { declaredActivities } from '../../scripts/declaredActivities.ts';
import { readDemo } from '../../scripts/demo.ts';
import { seed } from '../../scripts/seed.ts';
import { type Standin, startStandin } from '../../standin/serve.ts';

export const tabOrigin = 'https://kaskad.teams.microsoft.com';
const demo = readDemo();

/** The demonstration region, with its site where the shipped page’s policy lets it reach: on a host of SharePoint's. */
export const region = { ...demo, site: { ...demo.site, hostname: 'kaskad-region.sharepoint.com' } };

/** The stand-in with what lies in the folder, seeded where that is empty, without a socket. */
export function startRegion(folder: string, organisation = region): Promise<Standin> {
  return startStandin({
    folder,
    webFolder: join(import.meta.dirname, '../../.standin/web'),
    organisation,
    clientId: 'c0ffee00-0000-4000-8000-000000000001',
    seed,
    tabOrigin,
    tabPath: '/index.html',
    allowedHosts: ['teams.microsoft.com'],
    activityTypes: declaredActivities(),
    redirectUris: [`${tabOrigin}/auth-end.html`],
    listen: false,
  });
}
