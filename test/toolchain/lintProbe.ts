import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One import written into one file, and what the linter ought to say to it. */
export interface Probe {
  file: string;
  line: string;
  /** Part of the message, or undefined where the import is allowed. */
  says: string | undefined;
}

export interface Finding {
  file: string;
  line: number;
  code: string;
  message: string;
}

interface Diagnostic {
  message: string;
  code?: string;
  help?: string;
  filename: string;
  labels: { span: { line: number } }[];
}

const root = path.resolve(import.meta.dirname, '../..');

/** Ours, less the installed types, which the tree does not have. */
const compilerOptions = {
  target: 'ES2023',
  module: 'ESNext',
  moduleResolution: 'bundler',
  strict: true,
  jsx: 'react-jsx',
};

/** Runs the real linter with the real configuration over files of the given contents, in a tree of its own. */
export async function lint(files: ReadonlyMap<string, string>): Promise<Finding[]> {
  const tree = mkdtempSync(path.join(tmpdir(), 'kaskad-lint-'));
  try {
    writeFileSync(path.join(tree, '.oxlintrc.json'), readFileSync(path.join(root, '.oxlintrc.json')));
    writeFileSync(path.join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
      writeFileSync(path.join(tree, file), text);
    }
    const { diagnostics } = JSON.parse(await oxlint(tree)) as { diagnostics: Diagnostic[] };
    return diagnostics.map((found) => ({
      file: found.filename.replaceAll('\\', '/'),
      line: found.labels[0]?.span.line ?? 0,
      code: found.code ?? '',
      message: `${found.message} ${found.help ?? ''}`,
    }));
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function oxlint(tree: string): Promise<string> {
  const program = path.join(
    path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')),
    'bin/oxlint',
  );
  return new Promise((resolve, reject) => {
    const args = [program, '--format', 'json', '.'];
    // The type-aware half of the linter would be looked for beside the linted files.
    const typeAware = path.join(
      root,
      'node_modules/.bin',
      process.platform === 'win32' ? 'tsgolint.cmd' : 'tsgolint',
    );
    const env = { ...process.env, OXLINT_TSGOLINT_PATH: typeAware };
    execFile(
      process.execPath,
      args,
      { cwd: tree, env, maxBuffer: 1e8, timeout: 60_000 },
      (_failed, output, errors) => {
        // It ends with 1 when it finds something, which is what these tests are for.
        if (output.startsWith('{')) resolve(output);
        else reject(new Error(`oxlint did not run: ${errors || output}`));
      },
    );
  });
}

/** Where each probe is written: those of one file stand under each other, so a finding's line tells which it answers. */
export function placesOf(probes: readonly Probe[]): ReadonlyMap<Probe, string> {
  const lines = new Map<string, number>();
  const places = new Map<Probe, string>();
  for (const probe of probes) {
    const line = (lines.get(probe.file) ?? 0) + 1;
    lines.set(probe.file, line);
    places.set(probe, `${probe.file}:${line}`);
  }
  return places;
}

export function filesOf(probes: readonly Probe[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, line } of probes) files.set(file, `${files.get(file) ?? ''}${line}\n`);
  return files;
}

/** The probes that the linter answered otherwise than expected, in words. */
export function disagreements(
  probes: readonly Probe[],
  places: ReadonlyMap<Probe, string>,
  findings: readonly Finding[],
): string[] {
  const said = new Map<string, string[]>();
  for (const { file, line, code, message } of findings) {
    if (!code.includes('no-restricted-imports')) continue;
    said.set(`${file}:${line}`, [...(said.get(`${file}:${line}`) ?? []), message]);
  }
  return probes.flatMap((probe) => {
    const heard = said.get(places.get(probe) ?? '') ?? [];
    const agrees =
      probe.says === undefined
        ? heard.length === 0
        : heard.length > 0 && heard.every((message) => message.includes(probe.says ?? ''));
    if (agrees) return [];
    const expected = probe.says ?? 'no word';
    return [
      `${probe.file}: ${probe.line}\n  expected ${expected}\n  heard ${heard.join(' | ') || 'nothing'}`,
    ];
  });
}
