import { strToU8 } from 'fflate';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Command } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import type { ImportKind } from '../../src/exchange/importFields.ts';
import type { ImportPlan, PeopleFound } from '../../src/exchange/importPlan.ts';
import { headed, suggested } from '../../src/exchange/mapping.ts';
import { planImport } from '../../src/exchange/planImport.ts';
import { readFile } from '../../src/exchange/readFile.ts';
import type { FileRow } from '../../src/exchange/sheet.ts';
import { apply, type Tables } from '../../src/world.ts';
import { anna } from '../builders.ts';

type More = { readonly people?: PeopleFound; readonly rows?: readonly FileRow[] };

/** What a file comes to, its columns found by their names. */
export function planOf(
  kind: ImportKind,
  file: string | Uint8Array,
  world: Tables,
  { people = new Map(), rows }: More = {},
): ImportPlan {
  const read = readFile('x', typeof file === 'string' ? strToU8(file) : file);
  if ('problem' in read) throw new Error(read.problem);
  const [sheet] = read.sheets;
  if (!sheet) throw new Error('no sheet');
  const head = headed(sheet, kind);
  const mapping = suggested(kind, head.columns);
  return planImport(
    kind,
    { rows: rows ?? head.rows, mapping, year: 2023, roomKey: 'rum', by: anna },
    world,
    people,
  );
}

/** Does what was planned, as the store would: a wish that is refused stops the test. */
export function carryOut({ wishes }: ImportPlan, world: Tables): void {
  for (const [n, wish] of wishes.entries()) {
    const command = { ...wish, key: `wish-${n}`, by: anna, on: '2023-08-25' } as Command;
    const answer = decide(command, world);
    if (isRefusal(answer)) throw new Error(`${wish.do}: ${answer.refused}`);
    for (const change of answer) apply(change, world);
  }
}

export const statesOf = ({ lines }: ImportPlan) => lines.map(({ state }) => state);
/** `row field code` of everything that is wrong. */
export const wrongIn = ({ lines }: ImportPlan) =>
  lines.flatMap(({ n, problems }) =>
    problems.map(({ code, field = '-', refused }) => `${n} ${field} ${refused ?? code}`),
  );
