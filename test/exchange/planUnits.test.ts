import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/basics/person.ts';
import type { PeopleFound } from '../../src/exchange/importPlan.ts';
import { headed, suggested } from '../../src/exchange/mapping.ts';
import { headsIn } from '../../src/exchange/planUnits.ts';
import { personFor, searchFor } from '../../src/exchange/peopleNamed.ts';
import { emptyTables } from '../../src/world.ts';
import { anna, smallRegion } from '../builders.ts';
import { carryOut, planOf, statesOf, wrongIn } from './importing.ts';

const whole = `Namn;Nivå;Ligger under;Karaktär
Lunch;Enhet;Kost;
Kost;Enhet;Service;Verksamhet
Service;Avdelning;;
HR;Avdelning;Styrelsen;Administration
Styrelsen;Nämnd;Regionen;
Regionen;Region;;
`;

describe('planning an organisation', () => {
  it('[I14] [I15] makes a whole organisation of an empty site, in whatever order its rows come', () => {
    const world = emptyTables();
    const plan = planOf('units', whole, world);
    expect(wrongIn(plan)).toEqual([]);
    expect(statesOf(plan)).toEqual(Array(6).fill('new'));
    carryOut(plan, world);
    const lunch = [...world.units.values()].find(({ title }) => title === 'Lunch');
    expect(lunch).toMatchObject({
      key: 'regionen-styrelsen-service-kost-lunch',
      parentKey: 'regionen-styrelsen-service-kost',
      departmentKey: 'regionen-styrelsen-service',
      level: 'unit',
    });
  });

  it('[I12] read in twice makes nothing new, and the order of the rows makes no difference', () => {
    const [head = '', ...rows] = whole.trim().split('\n');
    const once = emptyTables();
    carryOut(planOf('units', whole, once), once);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const world = emptyTables();
        const text = [head, ...shuffled].join('\n');
        carryOut(planOf('units', text, world), world);
        expect(new Map([...world.units.values()].map((unit) => [unit.key, unit]))).toEqual(
          new Map([...once.units.values()].map((unit) => [unit.key, unit])),
        );
        const again = planOf('units', text, world);
        expect(new Set(statesOf(again))).toEqual(new Set(['same']));
        expect(again.wishes).toEqual([]);
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  it('[I14] changes what the file says of a unit that is there, and nothing else', () => {
    const world = smallRegion();
    const there = [...world.units.values()].find(({ level }) => level === 'unit');
    if (!there) throw new Error('no unit');
    const plan = planOf(
      'units',
      `Namn;Karaktär;Ordning\n${there.title.toUpperCase()};Administration;`,
      world,
    );
    expect(plan.lines).toMatchObject([
      { state: 'changed', diffs: [{ field: 'character', from: 'operational', to: 'administrative' }] },
    ]);
    carryOut(plan, world);
    expect(world.units.get(there.key)).toEqual({ ...there, character: 'administrative' });
  });

  it('[I14] a unit that was taken away comes back under its own key; a renamed one keeps its own', () => {
    const world = emptyTables();
    carryOut(planOf('units', whole, world), world);
    const key = 'regionen-styrelsen-hr';
    const hr = world.units.get(key);
    if (!hr) throw new Error('no HR');
    world.units.put({ ...hr, removed: true });
    const plan = planOf('units', whole, world);
    expect(plan.lines.filter(({ state }) => state === 'new').map(({ title }) => title)).toEqual(['HR']);
    carryOut(plan, world);
    expect(world.units.get(key)?.removed).toBe(false);
    world.units.put({ ...hr, title: 'Personal' });
    carryOut(planOf('units', whole, world), world);
    expect(world.units.get(key)?.title).toBe('Personal');
    expect(world.units.get(`${key}-2`)?.title).toBe('HR');
    expect(planOf('units', whole, world).wishes).toEqual([]);
  });

  it('[I14] finds a parent by its path where several have its name', () => {
    const world = emptyTables();
    const text = `${whole}Reception;Enhet;Service\nReception;Enhet;HR\nNatt;Enhet;Reception\nDag;;Styrelsen / HR / Reception\n`;
    const plan = planOf('units', text, world);
    expect(wrongIn(plan)).toEqual(['10 parent several']);
    carryOut(plan, world);
    expect([...world.units.values()].find(({ title }) => title === 'Dag')?.parentKey).toBe(
      'regionen-styrelsen-hr-reception',
    );
  });

  it('[I14] says what is missing or wrong, each in its own row, and the others are read in', () => {
    const world = emptyTables();
    const text = `${whole}Ensam;Enhet;\nVilse;Enhet;Ingenstans\nUtan nivå;;Regionen\nSkrivfel;Envigt;HR\n;Enhet;HR\nSjälv;Enhet;Själv\nRegion två;Region;\nUtan plats;Nämnd;\n${'x'.repeat(101)};Enhet;HR`;
    const plan = planOf('units', text, world);
    expect(wrongIn(plan)).toEqual([
      '8 parent parentMissing',
      '9 parent parentUnknown',
      '10 level levelMissing',
      '11 level notKnown',
      '12 title missing',
      '13 parent parentUnknown',
      '15 parent parentMissing',
      '16 title tooLong',
    ]);
    carryOut(plan, world);
    expect([...world.units.values()]).toHaveLength(7);
  });

  it('[I15] what stands below a unit that cannot be made is not made either', () => {
    const plan = planOf('units', `${whole}Lager;Enhet;HR;Rosa\nHylla;Enhet;Lager;\n`, emptyTables());
    expect(wrongIn(plan)).toEqual(['8 character notKnown', '9 parent parentUnknown']);
  });

  it('[I13] two rows of one unit: the same is read in once, and different ones not at all', () => {
    const world = emptyTables();
    const plan = planOf(
      'units',
      `${whole}HR;Avdelning;Styrelsen;Administration\nKost;Enhet;Service;Administration\n`,
      world,
    );
    expect(statesOf(plan).filter((state) => state === 'double')).toHaveLength(1);
    expect(wrongIn(plan)).toEqual(['2 parent parentUnknown', '3 - sameTwice', '9 - sameTwice']);
    const path = planOf('units', `${whole}HR;Avdelning;Regionen / Styrelsen;Administration\n`, world);
    expect(statesOf(path).filter((state) => state === 'double')).toHaveLength(1);
  });

  it('[I14] a level cannot be changed, nor can a unit be closed over others', () => {
    const world = emptyTables();
    carryOut(planOf('units', whole, world), world);
    const plan = planOf('units', 'Namn;Nivå;Ligger under;Aktiv\nService;Avdelning;Styrelsen;nej\n', world);
    expect(wrongIn(plan)).toEqual(['2 active unitHasUnits']);
  });

  it('[I16] a head is who the directory knows by that name or address; others are kept by name, and that is told', () => {
    const world = emptyTables();
    const text = 'Namn;Nivå;Chef\nRegionen;Region;Anna Berg\nStyrelsen;Nämnd;Nils Okänd\n';
    const people: PeopleFound = new Map<string, Person | 'none'>([
      ['Anna Berg', anna],
      ['Nils Okänd', 'none'],
    ]);
    const plan = planOf('units', text, world, { people });
    expect(plan.lines.map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([[], ['headUnknown']]);
    carryOut(plan, world);
    expect(world.units.get('regionen')?.heads.head).toEqual(anna);
    expect(world.units.get('regionen-styrelsen')?.heads.head).toEqual({ id: '', name: 'Nils Okänd' });
    expect(planOf('units', text, world, { people }).wishes).toEqual([]);
    // Later the directory knows him.
    const nils = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Nils Okänd' };
    const later = planOf('units', text, world, {
      people: new Map([
        ['Anna Berg', anna],
        ['Nils Okänd', nils],
      ]),
    });
    expect(later.wishes).toHaveLength(1);
  });

  it('[I16] asks for each name once, an address by the name in it', () => {
    const rows = ['Chef', 'Anna Berg', '', 'Anna Berg', 'nils.b@x.se'].map((text, n) => ({
      n: n + 1,
      cells: [`Enhet ${n}`, text],
    }));
    const head = headed({ rows: [{ n: 1, cells: ['Namn', 'Chef'] }, ...rows.slice(1)] }, 'units');
    expect(headsIn({ rows: head.rows, mapping: suggested('units', head.columns) })).toEqual([
      'Anna Berg',
      'nils.b@x.se',
    ]);
    expect(searchFor('anna-karin.berg2@region.se')).toBe('anna karin berg');
    expect(personFor('anna berg', [anna, { id: 'x', name: 'Anna Bergström' }])).toEqual(anna);
    expect(personFor('Anna Berg', [anna, { ...anna, id: 'x' }])).toBe('several');
    expect(personFor('Anna', [anna])).toBe('none');
    expect(personFor('a.berg@region.se', [anna])).toEqual(anna);
  });
});
