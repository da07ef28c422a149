import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Rule = { number: string; says: string; label: string; source: string };

/** How sure a rule is, surest first. */
export const labels = ['documented', 'recorded', 'reported', 'assumed'] as const;

const file = path.resolve(import.meta.dirname, '../../docs/rules.md');

/** Graph's rules as docs/rules.md numbers them. */
export function readRules(text = readFileSync(file, 'utf8')): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const line of text.split('\n')) {
    const row = /^\| \[(C\d+)\] (.*?) \| ([a-z]+) \| ?(.*?) ?\|$/.exec(line);
    if (!row) continue;
    const [, number = '', says = '', label = '', source = ''] = row;
    rules.set(number, { number, says, label, source });
  }
  return rules;
}

/** How many rules bear each label. */
export function countByLabel(rules: Iterable<Rule>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of rules) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** The stand-in's README with the count of rules as it is now. */
export function withCounts(readme: string, rules = readRules()): string {
  const counts = countByLabel(rules.values());
  const named = labels.filter((label) => counts[label]).map((label) => `${counts[label]} ${label}`);
  const line = `${rules.size} rules: ${named.join(', ')}.`;
  return readme.replace(/(<!-- counts: .*? -->\n)[\s\S]*?(<!-- \/counts -->)/, `$1\n${line}\n\n$2`);
}
