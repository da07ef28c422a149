import type { Cell, Table } from './table.ts';

/** A problem as its reader sees it: which row, which column, what stands there, and what to do about it. */
type ToldProblem = {
  readonly n: number;
  readonly column: string;
  readonly value: string;
  readonly words: string;
};

/** [I22] The rows that cannot be read in, for whoever mends the file. */
export function problemTable(name: string, head: readonly string[], problems: readonly ToldProblem[]): Table {
  return {
    name,
    head,
    rows: problems.map(({ n, column, value, words }): Cell[] => [n, column, value, words]),
  };
}
