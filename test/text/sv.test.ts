import { describe, expect, it } from 'vitest';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { departmentsOf } from '../../src/organisation/boards.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import { regionTables } from '../builders.ts';

const { opening, next, goals, units, sync } = sv;
const { saved, notices, trouble, commands, forget, date } = svLater;

describe('the opening sentence', () => {
  it.each([
    [4, 4, 'Ni har 4 av 4 mål.'],
    [3, 4, 'Ni har 3 av 4 mål.'],
    [0, 4, 'Ni har inga mål än.'],
    [0, 0, 'Ni har inga mål än.'],
    [13, 15, 'Ni har 13 av 15 mål.'],
  ])('holding %i of %i goals', (held, possible, words) => {
    expect(opening.holds(held, possible)).toBe(words);
  });

  it.each([
    [0, 0, ''],
    [0, 1, 'Inget är nerfördelat.'],
    [0, 4, 'Inget är nerfördelat.'],
    [1, 1, 'Er enhet har fått mål.'],
    [1, 4, 'En av fyra enheter har fått mål.'],
    [3, 4, 'Tre av fyra enheter har fått mål.'],
    [4, 4, 'Alla enheter har fått mål.'],
    [12, 13, 'Tolv av 13 enheter har fått mål.'],
    [13, 20, '13 av 20 enheter har fått mål.'],
  ])('%i of %i units with goals', (withGoals, all, words) => {
    expect(opening.handedDown(withGoals, all)).toBe(words);
  });

  it.each([
    [0, 'Ingen aktivitet är inlagd.'],
    [1, 'En aktivitet är inlagd.'],
    [2, 'Två aktiviteter är inlagda.'],
    [5, 'Fem aktiviteter är inlagda.'],
    [12, 'Tolv aktiviteter är inlagda.'],
    [13, '13 aktiviteter är inlagda.'],
    [1000, '1000 aktiviteter är inlagda.'],
  ])('%i activities', (n, words) => {
    expect(opening.activities(n)).toBe(words);
  });

  it.each([
    [0, '', ''],
    [1, 'Därtill ett ordinarie arbete.', 'En aktivitet väntar på att enheten får målet.'],
    [2, 'Därtill två ordinarie arbeten.', 'Två aktiviteter väntar på att enheten får målet.'],
    [13, 'Därtill 13 ordinarie arbeten.', '13 aktiviteter väntar på att enheten får målet.'],
  ])('%i ordinary or waiting', (n, ordinary, waiting) => {
    expect(opening.ordinary(n)).toBe(ordinary);
    expect(opening.waiting(n)).toBe(waiting);
  });

  it('of the demonstration is what the screens show', () => {
    const region = regionTables();
    const [first, second, , , fifth] = departmentsOf(region.units).map((room) => {
      const { held, possible, units: below, counted, ordinary } = coverageOfRoom(region, 2023, room);
      const withGoals = below.filter((unit) => unit.goals.length > 0).length;
      return [
        opening.holds(held.length, possible),
        opening.handedDown(withGoals, below.length),
        opening.activities(counted),
        opening.ordinary(ordinary),
      ].filter(Boolean);
    });
    expect(first?.join(' ')).toBe(
      'Ni har 4 av 4 mål. Tre av fyra enheter har fått mål. Fem aktiviteter är inlagda.',
    );
    expect(second?.join(' ')).toBe(
      'Ni har 4 av 4 mål. Inget är nerfördelat. En aktivitet är inlagd. Därtill ett ordinarie arbete.',
    );
    expect(fifth?.join(' ')).toBe('Ni har 4 av 4 mål. Ingen aktivitet är inlagd.');
  });
});

describe('the next step', () => {
  it.each([
    [['Växel och reception'], 'Växel och reception har inga mål än.'],
    [['Kost', 'Städ'], 'Kost och Städ har inga mål än.'],
    [['Kost', 'Städ', 'Växel'], 'Kost, Städ och Växel har inga mål än.'],
    [['a', 'b', 'c', 'd'], 'Fyra enheter har inga mål än.'],
    [Array.from({ length: 13 }, () => 'x'), '13 enheter har inga mål än.'],
  ])('for units without goals: %j', (names, words) => {
    expect(next.unitsWithoutGoals(names)).toBe(words);
  });
});

describe('rows', () => {
  it.each([
    [3, 2, true, 'Tre enheter · två aktiviteter'],
    [1, 1, true, 'En enhet · en aktivitet'],
    [0, 0, true, 'Ingen enhet · ingen aktivitet'],
    [0, 13, false, '13 aktiviteter'],
  ])('a goal with %i units and %i activities', (unitCount, activityCount, hasUnits, words) => {
    expect(goals.standing(unitCount, activityCount, hasUnits)).toBe(words);
  });

  it.each([
    [4, 2, '4 mål · två aktiviteter'],
    [1, 0, '1 mål · ingen aktivitet'],
    [0, 0, 'inga mål'],
  ])('a unit with %i goals and %i activities', (held, activities, words) => {
    expect(units.standing(held, activities)).toBe(words);
  });
});

describe('what has been done', () => {
  it('is told in numbers that agree', () => {
    expect([1, 4, 12_000].map(saved.assignments)).toEqual([
      '1 fördelning sparad.',
      '4 fördelningar sparade.',
      '12\u{a0}000 fördelningar sparade.',
    ]);
    expect([1, 3].map(saved.withdrawals)).toEqual(['Målet är taget tillbaka.', '3 mål är tagna tillbaka.']);
    expect([1, 2].map(notices.setAside)).toEqual([
      'En rad i listorna går inte att läsa. Någon har ändrat den för hand i SharePoint.',
      'Två rader i listorna går inte att läsa. Någon har ändrat dem för hand i SharePoint.',
    ]);
    expect([1, 3].map(notices.stuck)).toEqual(['En rad kunde inte sparas.', 'Tre rader kunde inte sparas.']);
  });

  it('is quoted as Swedish quotes', () => {
    expect(commands.log('Nya recept')).toBe('Ny aktivitet: ”Nya recept”');
    expect(commands.done('Nya recept')).toBe('Markera ”Nya recept” som klar');
  });

  it('is dated as Swedes write dates', () => {
    expect(date('2023-08-25')).toBe('25 augusti 2023');
  });

  it('tells how far a large save has come', () => {
    expect(svLater.waiting.saving(240, 12_000)).toBe('Sparar 240 av 12\u{a0}000');
    expect([1, 2, 13].map(svLater.waiting.minutesLeft)).toEqual([
      'Ungefär en minut kvar i den här takten.',
      'Ungefär två minuter kvar i den här takten.',
      'Ungefär 13 minuter kvar i den här takten.',
    ]);
  });

  it('says what is lost before it is lost', () => {
    expect(forget.unsent(1)).toMatch(/^En rad är inte skickad\. Den försvinner för gott\./);
    expect(forget.unsent(3)).toMatch(/^Tre rader är inte skickade\. De försvinner för gott\./);
    expect(svLater.waiting.discardSure).toBe('Ta bort för gott? Den går inte att få tillbaka.');
  });

  it('tells what the device could not read', () => {
    expect(notices.damaged(0)).toBe(
      'Något som låg på enheten gick inte att läsa. Det hämtas på nytt från SharePoint.',
    );
    expect(notices.damaged(1)).toMatch(/ En rad som inte var skickad går inte att läsa\. Den ligger kvar/);
    expect(notices.damaged(2)).toMatch(/ Två rader som inte var skickade går inte att läsa\. De ligger kvar/);
  });

  it('says how the sending stands', () => {
    expect(sync.saved).toBe('Sparat');
    expect(sync.saving(2)).toBe('Sparar 2 …');
    expect(sync.offline(2)).toBe('Frånkopplad: 2 väntar');
    expect(sync.offline(0)).toBe('Frånkopplad');
    expect(sync.busy + sync.againIn(40)).toBe('Väntar på SharePoint, försöker igen om 40 s');
    expect(sync.needsYou).toBe('Behöver dig');
  });
});

it('every trouble has a title and says what to do', () => {
  const pages = Object.values(trouble).filter((page) => typeof page === 'object');
  expect(pages.length).toBeGreaterThan(10);
  for (const { title, body } of pages) {
    expect(title).not.toMatch(/[.!]$/);
    expect(body).toMatch(/[.]$/);
  }
});
