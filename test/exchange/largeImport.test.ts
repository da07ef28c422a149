import { expect, it } from 'vitest';
import { emptyTables } from '../../src/world.ts';
import { smallRegion } from '../builders.ts';
import { planOf } from './importing.ts';

const many = Array.from({ length: 5000 }, (_, n) => n);
/** Far above what it takes, far below what anybody would wait. */
const longMs = 10_000;

it.each([
  [
    'units',
    `Namn;Nivå;Ligger under\nRegion;Region;\n${many
      .slice(1)
      .map(
        (n) => `Enhet ${n};${n < 60 ? 'Avdelning' : 'Enhet'};${n < 60 ? 'Region' : `Enhet ${(n % 59) + 1}`}`,
      )
      .join('\n')}`,
  ],
  ['goals', `Namn;Från år\n${many.map((n) => `Mål ${n};2023`).join('\n')}`],
  ['activities', `Aktivitet;Enhet;Mål\n${many.map((n) => `Åtgärd ${n};Kost;Målet avfall`).join('\n')}`],
] as const)('[I3] five thousand rows of %s are planned in seconds', { timeout: longMs }, (kind, text) => {
  const plan = planOf(kind, text, kind === 'activities' ? smallRegion() : emptyTables());
  expect(plan.wishes).toHaveLength(5000);
});
