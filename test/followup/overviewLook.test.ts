import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKey } from '../../src/basics/key.ts';
import { overviewOf } from '../../src/followup/overview.ts';
import { knownFilter } from '../../src/followup/overviewFilter.ts';
import {
  lookIn,
  lookParts,
  type OverviewLook,
  overviewViews,
  wholeOverview,
} from '../../src/followup/overviewLook.ts';
import { subPageIn, subPageText } from '../../src/panel/subPage.ts';
import { regionTables } from '../builders.ts';
import { tallied } from './tallied.ts';

const anyLook: fc.Arbitrary<OverviewLook> = fc.record(
  {
    view: fc.constantFrom(...overviewViews),
    boardKey: fc.string({ minLength: 1, maxLength: 60 }).filter(isKey),
    filter: fc.record(
      {
        theme: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        character: fc.constantFrom('operational' as const, 'administrative' as const),
        status: fc.constantFrom('onPlan' as const, 'atRisk' as const, 'offPlan' as const, 'none' as const),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['view', 'filter'] },
);

describe('what of the overview is shown', () => {
  it('[F30] is read back from a link as it was', () => {
    fc.assert(
      fc.property(anyLook, (look) => {
        const page = subPageIn(subPageText({ year: 2023, look }));
        expect(page?.look ?? wholeOverview).toEqual(look);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[F30] of everything on the map needs no words, and is none of a room’s', () => {
    expect(subPageText({ year: 2023, look: wholeOverview })).toBe('year=2023');
    expect(subPageIn('year=2023')).toEqual({ year: 2023 });
    expect(subPageIn('year=2023&room=hr&view=gaps')).toEqual({ year: 2023, roomKey: 'hr' });
  });

  it('[F30] nothing of it is believed that cannot be right', () => {
    const parts = new URLSearchParams({
      view: 'constructor',
      board: '<script>',
      character: 'toString',
      status: 'atrisk',
      theme: 'x'.repeat(256),
      other: '1',
    });
    expect(lookIn(parts)).toEqual(wholeOverview);
    expect(lookParts(lookIn(parts))).toEqual([]);
  });

  it('[F30] a theme that none of the goals has narrows nothing', () => {
    const world = tallied(regionTables(), 2023);
    const board = world.units.get('regionstyrelsen');
    if (!board) throw new Error('There is no board');
    const overview = overviewOf(world, 2023, board);
    expect(knownFilter(overview, { theme: 'Rymden', status: 'none' })).toEqual({ status: 'none' });
    const known = { theme: 'Energi', status: 'none' } as const;
    expect(knownFilter(overview, known)).toBe(known);
  });
});
