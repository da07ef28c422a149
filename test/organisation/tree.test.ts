import { describe, expect, it } from 'vitest';
import { departmentsOf } from '../../src/organisation/boards.ts';
import { isWithin, shelfOf, unitsBelow, unitShelfOf } from '../../src/organisation/tree.ts';
import { unitWithin } from '../../src/organisation/unitWithin.ts';
import {
  aUnit,
  board,
  cleaning,
  kitchen,
  region,
  service,
  smallRegion,
  staff,
  worldOf,
} from '../builders.ts';

const named = (title: string, order = 1) =>
  aUnit({
    key: `service-${title
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z]/g, '')}-${order}`,
    title,
    order,
  });

describe('the order of units', () => {
  it("[O2] is the organisation's own, then the Swedish alphabet with Å, Ä and Ö last", () => {
    const titles = ['Östra', 'Zoo', 'Ängen', 'Äldre', 'Åsen', 'Alm', 'ek'];
    const { units } = worldOf({ units: [named('Sist', 2), ...titles.map((title) => named(title))] });
    const shown = ['Alm', 'ek', 'Zoo', 'Åsen', 'Äldre', 'Ängen', 'Östra', 'Sist'];
    expect(unitsBelow(units, 'styrelsen').map(({ title }) => title)).toEqual(shown);
    expect(departmentsOf(units).map(({ title }) => title)).toEqual(shown);
  });

  it('[O2] leaves out what is inactive, removed, or stands below itself', () => {
    const { units } = worldOf({
      units: [
        board,
        service,
        aUnit({ key: 'old', active: false }),
        aUnit({ key: 'gone', removed: true }),
        aUnit({ key: 'loop', parentKey: 'loop' }),
      ],
    });
    expect(unitsBelow(units, 'styrelsen')).toEqual([service]);
    expect(unitsBelow(units, 'loop')).toEqual([]);
    expect(departmentsOf(units).map(({ key }) => key)).toEqual(['loop', 'service']);
  });

  it('[O2] shows departments only, wherever they stand', () => {
    expect(departmentsOf(smallRegion().units)).toEqual([service, staff]);
  });
});

describe('isWithin', () => {
  const { units } = smallRegion();

  it.each([
    ['service-kost', 'service-kost', true],
    ['service-kost', 'service', true],
    ['service-kost', 'regionen', true],
    ['service', 'service-kost', false],
    ['service-kost', 'stab', false],
    ['nowhere', 'service', false],
  ])('%s in %s: %s', (unitKey, roomKey, is) => {
    expect(isWithin(units, unitKey, roomKey)).toBe(is);
  });

  it('[O3] comes to an end where somebody has made a circle of parents by hand', () => {
    const circle = worldOf({
      units: [
        aUnit({ key: 'a', parentKey: 'c' }),
        aUnit({ key: 'b', parentKey: 'a' }),
        aUnit({ key: 'c', parentKey: 'b' }),
        aUnit({ key: 'self', parentKey: 'self' }),
      ],
    }).units;
    expect(isWithin(circle, 'a', 'elsewhere')).toBe(false);
    expect(isWithin(circle, 'a', 'b')).toBe(true);
    expect(isWithin(circle, 'self', 'a')).toBe(false);
  });
});

describe('unitWithin', () => {
  it('[O1] gives the unit itself when it exists, is active and stands within the room', () => {
    const { units } = smallRegion();
    expect(unitWithin(units, 'service-kost', 'service')).toBe(kitchen);
    expect(unitWithin(units, 'service', 'service')).toBe(service);
    expect(unitWithin(units, 'service-stad', 'regionen')).toBe(cleaning);
  });

  it('[O1] refuses a unit that is unknown, removed, ended or of another department', () => {
    const { units } = worldOf({
      units: [
        ...smallRegion().units.values(),
        aUnit({ ...kitchen, key: 'service-gone', removed: true }),
        aUnit({ ...kitchen, key: 'service-old', active: false }),
      ],
    });
    const refusal = (refused: string) => ({ refused, field: 'unitKey' });
    expect(unitWithin(units, 'nowhere', 'service')).toEqual(refusal('unitUnknown'));
    expect(unitWithin(units, 'service-gone', 'service')).toEqual(refusal('unitUnknown'));
    expect(unitWithin(units, 'service-old', 'service')).toEqual(refusal('unitInactive'));
    expect(unitWithin(units, 'service-kost', 'stab')).toEqual(refusal('unitOutside'));
    expect(unitWithin(units, 'service', 'service-kost')).toEqual(refusal('unitOutside'));
  });
});

describe('shelves', () => {
  it("[O4] a unit's rows stand on its department's shelf and on its own", () => {
    expect(shelfOf(2023, kitchen)).toBe('2023/service');
    expect(unitShelfOf(2023, kitchen)).toBe('2023/service-kost');
  });

  it('[O4] the board and the region have shelves of their own', () => {
    expect(shelfOf(2023, board)).toBe('2023/styrelsen');
    expect(shelfOf(2023, region)).toBe('2023/regionen');
  });
});
