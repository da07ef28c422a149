import type { Day } from '../basics/day.ts';
import type { Refusal } from '../basics/refusal.ts';
import { dayIn, isGarbled, numberOf, textIn, yearIn, yesIn } from './cellValues.ts';
import { type CodeName, codeIn } from './importCodes.ts';

import type { Mapping } from './mapping.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { FileRow, RawCell } from './sheet.ts';

const columnOf: Readonly<Record<string, string>> = {
  goalKeys: 'goals',
  goalKey: 'goal',
  parentKey: 'parent',
  indicatorKey: 'indicator',
  periodKey: 'period',
};

/** The cells of one row, read field by field; what cannot be read is noted as a problem of the row. */
export class RowReader {
  readonly n: number;
  readonly problems: Problem[] = [];
  readonly remarks: Problem[] = [];
  readonly #cells: readonly RawCell[];
  readonly #mapping: Mapping;

  constructor({ n, cells }: FileRow, mapping: Mapping) {
    this.n = n;
    this.#cells = cells;
    this.#mapping = mapping;
  }

  problem(code: ProblemCode, field: string | undefined, value: string, limit?: number): void {
    this.problems.push({ code, field, value, ...(limit === undefined ? {} : { limit }) });
  }

  remark(code: ProblemCode, field: string, value: string): void {
    this.remarks.push({ code, field, value });
  }

  /** A rule speaks of the record's fields, the reader of the file of its columns. */
  refuse({ refused, limit, field }: Refusal, value = ''): void {
    const column = field === '' ? undefined : (columnOf[field] ?? field);
    this.problems.push({
      code: 'rule',
      field: column,
      value,
      refused,
      ...(limit === undefined ? {} : { limit }),
    });
  }

  #cell(field: string): RawCell {
    const at = this.#mapping[field];
    const cell = at === undefined ? null : (this.#cells[at] ?? null);
    if (typeof cell === 'object' && cell !== null && 'error' in cell) {
      this.#once({ code: 'cellError', field, value: cell.error });
      return null;
    }
    if (isGarbled(cell)) this.#once({ code: 'garbled', field, value: textIn(cell) });
    return cell;
  }

  #once(problem: Problem): void {
    if (!this.problems.some(({ code, field }) => code === problem.code && field === problem.field))
      this.problems.push(problem);
  }

  /** Empty where the file says nothing. */
  text(field: string, most = 255, isLong = false): string {
    const text = textIn(this.#cell(field), isLong);
    if (text.length > most) this.problem('tooLong', field, `${text.slice(0, 40)}…`, most);
    return text;
  }

  needed(field: string, most = 255): string {
    const before = this.problems.length;
    const text = this.text(field, most);
    if (text === '' && this.problems.length === before) this.problem('missing', field, '');
    return text;
  }

  number(field: string): number | undefined {
    return this.#read(field, 'notNumber', numberOf);
  }

  day(field: string): Day | undefined {
    return this.#read(field, 'notDay', dayIn);
  }

  year(field: string): number | undefined {
    return this.#read(field, 'notYear', yearIn);
  }

  yes(field: string): boolean | undefined {
    return this.#read(field, 'notYesNo', yesIn);
  }

  code<N extends CodeName>(name: N) {
    return this.#read(name, 'notKnown', (cell) => codeIn(name, textIn(cell)));
  }

  #read<T>(field: string, code: ProblemCode, reading: (cell: RawCell) => T | undefined): T | undefined {
    const cell = this.#cell(field);
    const text = textIn(cell);
    if (text === '') return undefined;
    const value = reading(cell);
    if (value === undefined) this.problem(code, field, text);
    return value;
  }
}
