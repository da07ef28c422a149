import type { Clash } from './change.ts';

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
  /** With `changedByBoth`: what the author and somebody else want of the same fields. */
  readonly clash?: Clash;
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
  | 'keyTaken'
  | 'activityUnknown'
  | 'dueBeforeStart'
  | 'dateBeforeYear'
  | 'commentMissing'
  | 'commentTooLong'
  | 'dayMissing'
  | 'reasonMissing'
  | 'nameMissing'
  | 'valueMissing'
  | 'endsBeforeStart'
  | 'endsOtherYear'
  | 'yearTaken'
  | 'goalEndsEarly'
  | 'yearMissing'
  | 'measureUnitMissing'
  | 'parentUnknown'
  | 'parentTooLow'
  | 'parentWithin'
  | 'unitHasUnits'
  | 'indicatorUnknown'
  | 'periodUnknown'
  | 'periodClosing'
  | 'periodClosed'
  | 'closingCalledOff'
  | 'newerSchema'
  | 'changedByBoth';

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}

/** Somebody else has changed the same fields meanwhile: nobody's words are overwritten unseen. */
export function changedByBoth(clash: Clash): Refusal {
  return { refused: 'changedByBoth', field: Object.keys(clash.fields)[0] ?? '', clash };
}
