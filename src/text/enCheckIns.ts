import { list } from './enNumbers.ts';
import type { checkIns as svCheckIns } from './svCheckIns.ts';

/** Telling how it goes, in the second language. */
export const checkIns: typeof svCheckIns = {
  give: 'Check in',
  missing: (n, all) => (n === 0 ? 'Checked in' : `${n} of ${all} missing`),
  title: (period) => `Check-in: ${period}`,
  intro: 'Say how it goes, line by line. Add a comment if you like. Nothing is saved until you save.',
  reading: 'You may read but not change anything.',
  period: 'Period',
  what: { goal: 'Goal', activity: 'Activity' },
  status: (title) => `How does it go with ${title}?`,
  isMissing: 'Not checked in',
  now: 'Now:',
  last: (period) => `Last, ${period}:`,
  same: 'Same as last time',
  sameFor: (title) => `Same as last time for ${title}`,
  sameForAll: 'Same as last time for all that are missing',
  comment: 'Comment, if you like',
  commentOn: (title) => `Comment on ${title}`,
  statusMissing: 'Choose how it goes, and the comment is saved.',
  linesOf: (unit) => `Check-in for ${unit}`,
  none: 'Your goals and activities will stand here when you have been given goals.',
  nothingChosen: 'Choose how it goes on at least one line.',
  chosen: (n) => (n === 1 ? 'One line to save' : `${n} lines to save`),
  gone: (titles) => `No longer here: ${list.format(titles)}. What you have chosen there is not saved.`,
  overview: {
    sentence: (n, all) => `Check-ins are missing for ${n} of ${all} goals.`,
    list: 'Missing check-ins',
    all: 'Everybody has checked in.',
    nobody: 'Nobody has been given a goal yet.',
    of: (n, all) => `${n} of ${all} goals`,
    itself: 'the department itself',
    places: (names) => list.format(names),
  },
};
