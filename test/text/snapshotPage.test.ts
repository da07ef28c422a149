import { describe, expect, it } from 'vitest';
import { snapshotFacts } from '../../src/followup/snapshotFacts.ts';
import { snapshotPage } from '../../src/text/svSnapshot.ts';
import {
  anActivity,
  anIndicator,
  anna,
  aPeriod,
  kitchen,
  region,
  regionTables,
  smallRegion,
  travel,
} from '../builders.ts';

const taken = { by: anna, takenAt: '2023-08-31T12:00:00Z' };
const pageOf = (tables: Parameters<typeof snapshotFacts>[0]) =>
  snapshotPage(snapshotFacts(tables, aPeriod(), taken));

describe('the page beside a snapshot', () => {
  it('says what, when, by whom, and the headline of the memo', () => {
    const page = pageOf(regionTables());
    expect(page).toMatch(/^Delår augusti 2023\r\n=+\r\n/);
    expect(page).toContain('den 31 augusti 2023 kl. 14:00 av Anna Berg.');
    expect(page).toContain('Perioden är 1 januari 2023–31 augusti 2023.');
    expect(page).toContain('Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå.');
    expect(page).toContain('Inget utfall är inlagt för perioden.');
  });

  it('[F40] names every activity once, whoever it stands with', () => {
    const tables = regionTables();
    tables.activities.put(anActivity(region, [], { key: 'a-region', title: 'Regionens egen' }));
    const page = pageOf(tables);
    for (const { title } of tables.activities.values()) expect(page.split(`* ${title} (`)).toHaveLength(2);
  });

  it('tells what was said, what was measured, and keeps each on a line of its own', () => {
    const tables = smallRegion();
    const title = 'Nya\n* recept & <b>';
    tables.activities.put(anActivity(kitchen, [travel], { key: 'a-1', title, due: '2023-12-01' }));
    tables.comments.put({
      key: 'c-1',
      title: 'x',
      removed: false,
      subjectKey: 'a-1',
      shelf: '2023/service',
      unitShelf: '2023/service-kost',
      periodKey: '2023-delar-augusti',
      status: 'atRisk',
      text: 'Rad ett\r\nrad två',
      by: anna,
      on: '2023-08-25',
      isCorrection: false,
    });
    tables.indicators.put(anIndicator(travel));
    tables.measurements.put({
      key: 'co2/2023-delar-augusti',
      title: 'x',
      removed: false,
      indicatorKey: 'co2',
      periodKey: '2023-delar-augusti',
      year: 2023,
      value: 1600.5,
      comment: 'Lägre än väntat',
      source: 'Körjournalen',
    });
    const lines = pageOf(tables).split('\r\n');
    expect(lines).toContain(
      '* Nya * recept & <b> (Kost; pågår; riktad; Målet resor; väntar på målet; ansvarig Anna Berg; klar senast 1 december 2023)',
    );
    expect(lines).toContain('* Risk: Kost, Nya * recept & <b> (Anna Berg, 25 augusti 2023)');
    expect(lines).toContain('  ”Rad ett rad två”');
    expect(lines.find((line) => line.startsWith('* Utsläpp'))?.replaceAll(/\s/g, ' ')).toBe(
      '* Utsläpp från resor (Målet resor): 1 600,5 ton CO2. Lägre än väntat. Källa: Körjournalen',
    );
    expect(lines.some((line) => /undefined|null|\n/.test(line))).toBe(false);
  });

  it('of a region without anything in it is still a page', () => {
    const tables = regionTables();
    for (const row of tables.activities.values()) tables.activities.remove(row.key);
    for (const row of tables.assignments.values()) tables.assignments.remove(row.key);
    expect(pageOf(tables)).toContain('Regionstyrelsen har inga miljömål för 2023.');
  });
});
