import * as v from 'valibot';

/** Written into the build by vite.config.ts, which also puts it beside the page as version.json. */
declare const kaskadBuild: { readonly version: string; readonly build: string };

/** This version in words, for whoever helps: `0.1.0 (a1b2c3d)`. */
export const appVersion = `${kaskadBuild.version} (${kaskadBuild.build})`;

const form = v.object({ version: v.string(), build: v.pipe(v.string(), v.regex(/^[0-9a-f]{7}$/)) });

/** [T25] What is newer on the host than what runs here, by what version.json says; nothing where it says nothing. */
export function newerBuild(said: unknown): string | undefined {
  const read = v.safeParse(form, said);
  return read.success && read.output.build !== kaskadBuild.build ? read.output.build : undefined;
}
