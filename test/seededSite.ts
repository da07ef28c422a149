import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { seed } from '../scripts/seed.ts';
import { openTenant, type Tenant } from './tenant.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file that holds the demonstration region's site, to be copied by whoever begins with it. */
    seededSite: string;
  }
}

const seededSite: keyof ProvidedContext = 'seededSite';
let folder: string | undefined;

export async function fill({ organisation, graph, tokenFor }: Tenant): Promise<void> {
  await seed({ organisation: () => organisation, graph, setDay: () => {}, tokenFor });
}

/** Fills the site once for the whole run: a page's test begins with a copy, which costs a hundredth. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'kaskad-seeded-'));
  const file = join(folder, 'graph.sqlite');
  const tenant = openTenant(undefined, file);
  await fill(tenant);
  tenant.close();
  project.provide(seededSite, file);
}

export function teardown(): void {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
