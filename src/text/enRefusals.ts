import type { RefusalCode } from '../basics/refusal.ts';

/** Why a rule said no, and what to do about it. */
export const refusals: Record<RefusalCode, (limit: number) => string> = {
  titleMissing: () => 'Write a line about what you do.',
  titleTooLong: (limit) => `The text is too long for one line. There is room for ${limit} characters.`,
  goalMissing: () => 'Choose which goal it is for.',
  goalUnknown: () => 'The goal is no longer there. Choose another one.',
  goalNotThisYear: (year) => `The goal does not apply to ${year}. Choose another one.`,
  goalNotHeld: () => 'You do not hold that goal yourselves, so it cannot be assigned further.',
  unitUnknown: () => 'The unit is no longer there. Choose another one.',
  unitInactive: () => 'The unit has ended. Choose another one.',
  unitOutside: () => 'The unit does not belong here. Choose one in the list.',
  keyTaken: () => 'It is there already. Choose another name.',
  activityUnknown: () => 'The activity is no longer there.',
  dueBeforeStart: () => 'The activity cannot be done before it starts. Change one of the dates.',
  dateBeforeYear: (year) => `The activity belongs to ${year}. Choose a date that is not before that year.`,
  commentMissing: () => 'Write something first.',
  commentTooLong: (limit) => `The comment is too long. There is room for ${limit} characters.`,
  dayMissing: () => 'Fill in which day it was.',
  reasonMissing: () => 'Write why, so that others understand.',
  changedByBoth: () => 'You and somebody else have changed the same thing. Choose what is to hold.',
};
