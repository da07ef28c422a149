/** The version of the site's lists that this app is written for. */
export const schemaVersion = 2;

/** The setting that says which version the lists are; written by setting up. */
export const schemaVersionKey = 'schema-version';

/** A site that says nothing is of the first version, and so is one where somebody has spoiled the number. */
export function versionIn(value: string | null | undefined): number {
  return /^[1-9]\d{0,5}$/.test(value ?? '') ? Number(value) : 1;
}

/** How the lists stand to the app that looks at them; nothing where both are of one version. */
export function schemaGap(value: string | null | undefined, known = schemaVersion): SchemaGap | undefined {
  const version = versionIn(value);
  if (version === known) return undefined;
  return version > known ? 'newer' : 'older';
}

export type SchemaGap = 'newer' | 'older';
