import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isDay, type Organisation, parseOrganisation } from '../demo/organisation.ts';

/** What the stand-in remembers beside the graph's database. */
export type Memory = {
  day: string;
  /** Signs the tokens; a new one for each folder, so tokens of one never open another. */
  secret: string;
  /** False from the first moment until the demonstration's rows are all in place. */
  isSeeded: boolean;
  /** Another for each time the site is filled: browsers keep rows of the site, and see that it is a new one. */
  beginning: string;
  organisation: Organisation;
};

const shape = v.object({
  day: v.pipe(v.string(), v.check(isDay)),
  secret: v.pipe(v.string(), v.minLength(32)),
  isSeeded: v.boolean(),
  beginning: v.pipe(v.string(), v.minLength(1)),
  organisation: v.unknown(),
});

export function newMemory(organisation: Organisation): Memory {
  return {
    day: organisation.day,
    secret: randomBytes(32).toString('base64url'),
    isSeeded: false,
    beginning: randomUUID(),
    organisation,
  };
}

function fileIn(folder: string): string {
  return join(folder, 'standin.json');
}

/** What an earlier run left, or undefined in an empty folder. Throws, with what to do, when it cannot be read. */
export function recall(folder: string): Memory | undefined {
  const file = fileIn(folder);
  if (!existsSync(file)) return undefined;
  try {
    const { organisation, ...rest } = v.parse(shape, JSON.parse(readFileSync(file, 'utf8')));
    return { ...rest, organisation: parseOrganisation(JSON.stringify(organisation), file) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read (${reason}). Start over with: npm start -- --fresh`, {
      cause: error,
    });
  }
}

export function remember(folder: string, memory: Memory): void {
  mkdirSync(folder, { recursive: true });
  const file = fileIn(folder);
  // Beside and then renamed: a crash in the middle leaves the old file whole. It holds the signing secret,
  // so nobody else on this machine needs to read it.
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
