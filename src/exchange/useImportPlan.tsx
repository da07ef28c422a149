import { useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import type { ImportKind } from './importFields.ts';
import type { ImportPlan, PeopleFound } from './importPlan.ts';
import type { Headed, Mapping } from './mapping.ts';
import { personFor, searchFor } from './peopleNamed.ts';
import { departmentsIn } from './planActivities.ts';
import { planImport } from './planImport.ts';
import { headsIn } from './planUnits.ts';

/** What is there may not be a day old when a file is held against it. */
const freshMs = 2 * 60 * 1000;
/** As many people are asked for at a time. */
const atOnce = 4;
const nobody: PeopleFound = new Map();

export type Comparing = 'rest' | 'reading' | 'failed' | 'done';

/** Reads what the file is held against, and reckons what reading it in would do; anew whenever something changes there. */
export function useImportPlan(parts: {
  kind: ImportKind;
  head: Headed | undefined;
  mapping: Mapping;
  year: number;
  boardKey: Key | undefined;
}) {
  const { kind, head, mapping, year, boardKey } = parts;
  const store = useStore();
  const { world } = useWorld();
  const { findPeople, host } = useEnvironment();
  const [comparing, setComparing] = useState<Comparing>('rest');
  const [people, setPeople] = useState<PeopleFound>(nobody);
  const [lookedUp, setLookedUp] = useState(0);
  const by = host.context.person;
  // Where nothing is there yet, the first unit comes to be told under a name that no unit has.
  const roomKey = boardKey ?? [...world.units.values()][0]?.key ?? 'organisation';
  const columns = JSON.stringify(mapping);
  const plan = useMemo((): ImportPlan | undefined => {
    if (!head || comparing !== 'done') return undefined;
    const of = { rows: head.rows, mapping: JSON.parse(columns) as Mapping, year, roomKey, by };
    return planImport(kind, of, world, people);
  }, [kind, head, columns, year, roomKey, by, world, people, comparing]);

  async function compare(): Promise<void> {
    if (!head) return;
    setComparing('reading');
    const of = { rows: head.rows, mapping, year };
    const rooms = kind === 'activities' ? departmentsIn(of, world.units) : [];
    try {
      await store.visit([{ year }, ...rooms], freshMs);
      if (kind === 'units') setPeople(await lookUp(headsIn(of)));
      setComparing('done');
    } catch {
      setComparing('failed');
    }
  }

  /** A directory that cannot be asked leaves the names as they are. */
  async function lookUp(names: readonly string[]): Promise<PeopleFound> {
    const found = new Map<string, Person | 'several' | 'none'>();
    const open = [...names];
    setLookedUp(names.length);
    const worker = async (): Promise<void> => {
      for (let name = open.shift(); name !== undefined; name = open.shift())
        found.set(name, personFor(name, await findPeople(searchFor(name)).catch(() => [])));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return found;
  }

  return { plan, comparing, lookedUp, compare, reset: () => setComparing('rest') };
}
