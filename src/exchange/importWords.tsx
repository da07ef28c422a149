import { asTyped } from '../goals/numberIn.ts';
import type { FullText } from '../text/svLater.ts';
import type { ImportKind } from './importFields.ts';
import type { FieldDiff, PlanLine, Shown } from './importPlan.ts';
import type { Problem } from './problem.ts';
import type { TemplateWords } from './template.ts';

type Words = Readonly<Record<string, string>>;

export function fieldWords(kind: ImportKind, field: string, text: FullText): string {
  const columns: Words = text.importing.columns[kind];
  return columns[field] ?? field;
}

/** What is wrong, and what to do about it. */
export function problemWords(problem: Problem, text: FullText): string {
  const { code, value, limit = 0, refused } = problem;
  if (code === 'rule') return refused ? text.refused(refused, limit) : '';
  return text.importing.problems[code](value, limit);
}

function shownWords(field: string, value: Shown, text: FullText): string {
  const { importing: words, activities } = text;
  if (value === null || value === '') return words.emptyValue;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return field.endsWith('Year') ? String(value) : asTyped(value);
  const codes: Readonly<Record<string, Words>> = {
    kind: activities.kinds,
    state: activities.states,
    character: words.codes.character,
    direction: words.codes.direction,
  };
  return codes[field]?.[value] ?? value;
}

export function diffWords(kind: ImportKind, { field, from, to }: FieldDiff, text: FullText): string {
  return text.importing.fromTo(
    fieldWords(kind, field, text),
    shownWords(field, from, text),
    shownWords(field, to, text),
  );
}

/** The problems of the lines, each with its column's name. */
export function toldProblems(kind: ImportKind, lines: readonly PlanLine[], text: FullText) {
  return lines.flatMap(({ n, problems }) =>
    problems.map((problem) => ({
      n,
      column: problem.field === undefined ? text.importing.wholeRow : fieldWords(kind, problem.field, text),
      value: problem.value,
      words: problemWords(problem, text),
    })),
  );
}

export function templateWords(kind: ImportKind, { importing }: FullText): TemplateWords {
  const { templates, columns, needed } = importing;
  return {
    name: templates.names[kind],
    help: templates.help,
    helpHead: templates.helpHead,
    needed,
    columns: columns[kind],
    hints: templates.hints[kind],
    example: templates.examples[kind],
  };
}
