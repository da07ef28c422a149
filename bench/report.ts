import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type ResultRow = {
  what: string;
  goal: string;
  measured: string;
  /** Whether the goal is reached; undefined where there is none. */
  holds?: boolean;
  /** Requests, resource units, bytes, or what else must be known to read the figure. */
  beside?: string;
};

export type Section = { name: string; says: string; rows: ResultRow[] };

const file = path.join(import.meta.dirname, 'RESULTS.md');

/** Writes a section into RESULTS.md, in the place of the one of that name, and leaves the others as they were. */
export function record(section: Section, command: string, to = file): void {
  const others = existsSync(to) ? sectionsIn(readFileSync(to, 'utf8')) : new Map<string, string>();
  others.set(section.name, written(section, command));
  const all = [...others].toSorted(([a], [b]) => a.localeCompare(b)).map(([, text]) => text);
  writeFileSync(to, `${head}\n${all.join('\n')}`);
}

const head = `# What was measured

Written by \`npm run bench\`; nothing here is asserted by a test. Times are medians of interleaved repeats, with the fastest
and the slowest in brackets. "Units" are SharePoint's resource units; bytes are those of the answers, not compressed.
`;

function sectionsIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split(/^(?=## )/m).slice(1)) {
    const name = /^## (.+)$/m.exec(part)?.[1];
    if (name !== undefined) found.set(name, `${part.trimEnd()}\n`);
  }
  return found;
}

function written({ name, says, rows }: Section, command: string): string {
  const cells = rows.map(({ what, goal, measured, holds, beside = '' }) => {
    const verdict = holds === undefined ? '' : holds ? 'yes' : '**no**';
    return `| ${what} | ${goal} | ${measured} | ${verdict} | ${beside} |`;
  });
  return `## ${name}

${says}

| What | Goal | Measured | Reached | Beside it |
|---|---|---|---|---|
${cells.join('\n')}

${new Date().toISOString().slice(0, 10)} · ${machine()} · Node ${process.versions.node} · repeat with \`${command}\`
`;
}

function machine(): string {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}, ${memory} GB, ${os.type()} ${os.release()}`;
}

/** `1.23 ms [1.10–1.50]` */
export function spread(ms: readonly number[], medianMs: number): string {
  return `${shown(medianMs)} ms [${shown(Math.min(...ms))}–${shown(Math.max(...ms))}]`;
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
