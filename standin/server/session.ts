import type { Organisation } from '../demo/organisation.ts';
import type { Network } from '../graph/faults/networks.ts';

/** All that the pretend Teams window needs to know, in one answer. */
export function sessionOf(options: {
  organisation: Organisation;
  day: string;
  beginning: string;
  network: Network;
  clientId: string;
  tabOrigin: string | undefined;
  tabPath: string;
}) {
  const { organisation, day, beginning, network, clientId, tabOrigin, tabPath } = options;
  const titles = new Map(organisation.units.map((unit) => [unit.key, unit.title]));
  return {
    organisation: organisation.name,
    year: organisation.year,
    day,
    beginning,
    network,
    clientId,
    tenantId: organisation.tenantId,
    site: organisation.site,
    people: organisation.people.map((person) => ({
      id: person.id,
      name: person.name,
      mail: person.mail,
      jobTitle: person.jobTitle ?? null,
      role: person.role,
      siteRole: person.siteRole,
      unit: person.unit,
      unitTitle: titles.get(person.unit) ?? person.unit,
    })),
    places: organisation.units
      .filter((unit) => unit.level === 'department' || unit.level === 'unit')
      .map(({ key, title, level, parent }) => ({ key, title, level, parent })),
    /** Null: the tab is served from the window's own origin. */
    tabOrigin: tabOrigin ?? null,
    tabPath,
  };
}
