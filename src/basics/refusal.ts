/**
 * A rule's "no", as a value: what is wrong and with which field, for the screen to say in words beside it.
 * Nothing is stored when a rule refuses.
 */
export type Refusal = {
  readonly refused: RefusalCode;
  /** The field of the command that the words belong beside. */
  readonly field: string;
  /** The number that the sentence needs, for example the longest title allowed. */
  readonly limit?: number;
};

export type RefusalCode =
  | 'titleMissing'
  | 'titleTooLong'
  | 'goalMissing'
  | 'goalUnknown'
  | 'goalNotThisYear'
  | 'goalNotHeld'
  | 'unitUnknown'
  | 'unitInactive'
  | 'unitOutside'
  | 'keyTaken';

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
