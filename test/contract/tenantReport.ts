import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { readRules, type Rule } from './rules.ts';

/** One test as a row of the table. */
type Asked = { name: string; verdict: 'as expected' | 'otherwise' | 'not asked'; seen: string };
type Probed = { question: string; assumed: string; seen: string };

/** What no request to Graph can tell; somebody must sit in front of Teams for it. */
const beyondGraph = [
  'guest users, and clients on mobile and in meeting rooms, under nested app authentication',
  'a tenant with data in several regions',
  'unique columns and filters with 100,000 rows (the probes stop at 5,001)',
];

/** Gathers a run against a tenant and hands its table over when it ends. */
export class TenantReport implements Reporter {
  readonly #write: (table: string) => void;
  readonly #where: string;
  constructor(where: string, write: (table: string) => void) {
    this.#where = where;
    this.#write = write;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const asked: Asked[] = [];
    const probed: Probed[] = [];
    const broken: string[] = [];
    for (const module of modules) {
      for (const error of module.errors()) broken.push(`${module.moduleId}: ${error.message}`);
      for (const test of module.children.allTests()) {
        const question = /^probe: (.*)$/.exec(test.name)?.[1];
        if (question === undefined) asked.push(askedIn(test));
        else
          probed.push({
            question,
            assumed: noted(test, 'assumed'),
            seen: noted(test, 'seen') || seenIn(test),
          });
      }
    }
    this.#write(tableOf(this.#where, asked, probed, broken, readRules()));
  }
}

function askedIn(test: TestCase): Asked {
  const { state } = test.result();
  const verdict = state === 'passed' ? 'as expected' : state === 'failed' ? 'otherwise' : 'not asked';
  return { name: test.name, verdict, seen: seenIn(test) };
}

function seenIn(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped') return result.note ?? 'its file could not prepare';
  return (result.errors ?? []).map(({ message }) => message).join('; ');
}

function noted(test: TestCase, type: string): string {
  return test.annotations().find((annotation) => annotation.type === type)?.message ?? '';
}

/** The whole report, in Markdown. */
function tableOf(
  where: string,
  asked: readonly Asked[],
  probed: readonly Probed[],
  broken: readonly string[],
  rules: ReadonlyMap<string, Rule>,
): string {
  const count = (verdict: Asked['verdict']) => asked.filter((one) => one.verdict === verdict).length;
  const rows = asked
    .map((one) => ({
      ...one,
      numbers: [...one.name.matchAll(/\[(C\d+)\]/g)].map(([, number = '']) => number),
    }))
    .toSorted((a, b) => place(a.numbers[0]) - place(b.numbers[0]))
    .map(({ numbers, name, verdict, seen }) => {
      const known = numbers.flatMap((number) => rules.get(number) ?? []);
      return row([
        numbers.join(' '),
        known.map(({ label }) => label).join(' '),
        known.map(({ says }) => says).join(' '),
        name.replaceAll(/\[C\d+\] ?/g, ''),
        seen === '' ? verdict : `${verdict}: ${seen}`,
      ]);
    });
  return `# What a tenant answers

${where}: ${count('as expected')} as expected, ${count('otherwise')} otherwise, ${count('not asked')} not asked.

| Rule | How sure | What it says | Expected | Seen |
|---|---|---|---|---|
${rows.join('\n')}

## Open questions
| Question | The stand-in's answer | Seen |
|---|---|---|
${probed.map(({ question, assumed, seen }) => row([question, assumed, seen])).join('\n')}

Not to be asked of Graph: ${beyondGraph.join('; ')}.
${broken.map((line) => `\nNot run: ${line}`).join('\n')}`;
}

function place(number: string | undefined): number {
  return Number(number?.slice(1) ?? Number.MAX_SAFE_INTEGER);
}

const longestCell = 400;

function row(cells: readonly string[]): string {
  const shown = cells.map((cell) =>
    cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, longestCell),
  );
  return `| ${shown.join(' | ')} |`;
}
