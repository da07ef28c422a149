import type { Key } from '../basics/key.ts';
import type { Overview, OverviewRow } from './overview.ts';

/** The numbers that the memo and the overview's headline are made of, each with the rows behind it. */
export type Facts = {
  readonly board: string;
  readonly year: number;
  /** The goals that could be held. */
  readonly possible: number;
  readonly departments: readonly DepartmentFacts[];
  /** [F16] Targeted and enabling activities in the board's whole area, each once. */
  readonly activities: number;
  /** Ordinary work has its own count, or the others stop being comparable from year to year. */
  readonly ordinary: number;
  readonly waiting: number;
};

export type DepartmentFacts = {
  readonly key: Key;
  readonly title: string;
  /** Of the goals that could be held. */
  readonly held: number;
  /** [F15] Any unit of it holds a goal, whatever has become of activities. */
  readonly hasAssigned: boolean;
  /** [F15] At least one targeted or enabling activity of the department itself, units left out. */
  readonly hasOwnActivity: boolean;
};

export function factsOf(overview: Overview): Facts {
  const { board, year, goals, departments, counted, ordinary, waiting } = overview;
  return {
    board: board.title,
    year,
    possible: goals.length,
    departments: departments.map(departmentFacts),
    activities: counted,
    ordinary,
    waiting,
  };
}

function departmentFacts({ unit, cells, own }: OverviewRow): DepartmentFacts {
  return {
    key: unit.key,
    title: unit.title,
    held: cells.filter(({ state }) => state === 'assigned').length,
    hasAssigned: cells.some(({ unitsHolding }) => unitsHolding > 0),
    hasOwnActivity: own > 0,
  };
}

/** Which rows stand behind a number in a sentence. */
export type FactName = 'held' | 'hasAssigned' | 'hasOwnActivity' | 'activities' | 'ordinary';

/** A part of a sentence: plain words, or words that can be opened to show their rows. */
export type Said = string | { readonly words: string; readonly of: FactName };

/** The sentence as one text. */
export function saidAs(parts: readonly Said[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.words)).join('');
}
