import type { RefusalCode } from '../basics/refusal.ts';

/** What is wrong with a cell or a row, or what is to be known of it. */
export type ProblemCode =
  | 'cellError'
  | 'garbled'
  | 'missing'
  | 'tooLong'
  | 'notNumber'
  | 'notDay'
  | 'notYear'
  | 'notYesNo'
  | 'notKnown'
  | 'levelMissing'
  | 'levelOther'
  | 'parentMissing'
  | 'parentUnknown'
  | 'several'
  | 'unitUnknown'
  | 'goalUnknown'
  | 'stageGoalUnknown'
  | 'indicatorUnknown'
  | 'periodUnknown'
  | 'sameTwice'
  | 'headUnknown'
  | 'headSeveral'
  | 'unitStays'
  | 'rule';

export type Problem = {
  readonly code: ProblemCode;
  /** The field whose column it stands in; none where it is the whole row. */
  readonly field?: string | undefined;
  /** What stands there. */
  readonly value: string;
  readonly limit?: number;
  /** With `rule`: what the rule says. */
  readonly refused?: RefusalCode;
};
