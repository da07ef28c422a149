import type { Tenant } from '../tenant.ts';
import type { Sent } from './faultyNetwork.ts';

/** So many rows does everybody try to store. */
export const rows = 300;

export type Outcome = {
  /** Rows beyond the first of a name. */
  readonly doubled: number;
  readonly missing: number;
  /** Told that it failed, although it was stored. */
  readonly wronglyFailed: number;
  readonly sent: Sent;
  /** How long it took on the clock of the run, waiting included. */
  readonly minutes: number;
};

/** What was told of each row: that it is stored, or that it failed. */
export type Told = ReadonlyMap<string, 'stored' | 'failed'>;

/** Holds what was told against what lies in the list, where `column` names each row. */
export async function outcomeOf(
  tenant: Tenant,
  listPath: string,
  column: string,
  told: Told,
): Promise<Omit<Outcome, 'sent' | 'minutes'>> {
  const found = new Map<string, number>();
  let path: string | undefined = `${listPath}/items?$select=id&$expand=fields($select=${column})&$top=5000`;
  while (path !== undefined) {
    const page = (await tenant.call('GET', path)) as Page;
    for (const { fields } of page.value) {
      const name = String(fields[column]);
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    path = page['@odata.nextLink']?.replace(/^.*\/v1\.0/, '');
  }
  const names = [...told.keys()];
  const counts = names.map((name) => found.get(name) ?? 0);
  return {
    doubled: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    missing: counts.filter((count) => count === 0).length,
    wronglyFailed: names.filter((name) => told.get(name) === 'failed' && found.has(name)).length,
  };
}

type Page = { value: { fields: Record<string, unknown> }[]; '@odata.nextLink'?: string };
