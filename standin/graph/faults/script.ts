import { type Asked, type Fault, fits, type Planner } from './fault.ts';

/** One fault for the calls that it describes and can happen to; what is left out is not looked at. */
export type ScriptedFault = {
  method?: string;
  path?: RegExp;
  /** True: members of a $batch only; false: never a member. */
  member?: boolean;
  /** The nth of the calls that match, counted from 1; with `always`, from that one on. */
  nth?: number;
  times?: 'once' | 'always';
  fault: Fault;
};

/** Faults by a list: for a test that knows what it wants. */
export function scripted(script: readonly ScriptedFault[]): Planner {
  const seen = script.map(() => 0);
  return (asked) =>
    script.flatMap((line, at) => {
      if (!describes(line, asked) || !fits(line.fault, asked)) return [];
      const turn = (seen[at] ?? 0) + 1;
      seen[at] = turn;
      const { nth = 1, times = 'once' } = line;
      return turn === nth || (times === 'always' && turn > nth) ? [line.fault] : [];
    });
}

function describes({ method, path, member }: ScriptedFault, asked: Asked): boolean {
  if (method !== undefined && method !== asked.method) return false;
  if (member !== undefined && member !== asked.isMember) return false;
  return path === undefined || path.test(asked.path);
}
