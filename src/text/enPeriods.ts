import { capital, list, number } from './enNumbers.ts';
import type { periods as svPeriods } from './svPeriods.ts';

const checkIns = (n: number) => (n === 1 ? 'one check-in' : `${number(n)} check-ins`);
const outcomes = (n: number) => (n === 1 ? 'one outcome' : `${number(n)} outcomes`);
const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);
const assignments = (n: number) => (n === 1 ? 'one assignment' : `${number(n)} assignments`);
const mostNames = 4;
const named = (names: readonly string[]) =>
  names.length <= mostNames
    ? list.format(names)
    : `${names.slice(0, mostNames - 1).join(', ')} and ${number(names.length - mostNames + 1)} more`;

/** Periods, in the second language. */
export const periods: typeof svPeriods = {
  intro:
    'Periods are what you follow up and report to the board, for example an interim report or the whole year.',
  empty: (year) =>
    `The periods of ${year} will stand here. A period is a time that is followed up and reported to the board. When it is closed, everything is saved as it stands then.`,
  add: (title) => `Add ${title}`,
  addOther: 'New period',
  change: 'Change',
  changeFor: (title) => `Change ${title}`,
  close: 'Close the period',
  closeFor: (title) => `Close the period ${title}`,
  handOver: 'Hand over to the planning system',
  handOverFor: (title) => `Hand ${title} over to the planning system`,
  standings: {
    open: 'Open',
    soon: 'Soon due',
    late: 'Late',
    closing: 'Closing',
    closed: 'Closed',
  },
  days: (n) => {
    if (n < 0) return `${n === -1 ? 'one day' : `${number(-n)} days`} late`;
    if (n === 0) return 'last day today';
    return `${n === 1 ? 'one day' : `${number(n)} days`} left`;
  },
  span: (from, to) => `${from} – ${to}`,
  due: (day) => `due ${day}`,
  boardMeeting: (day) => `board meeting ${day}`,
  closedBy: (day, name) => (name === '' ? `Closed ${day}` : `Closed ${day} by ${name}`),
  snapshot: 'Open the snapshot',
  snapshotFor: (title) => `Open the snapshot of ${title} in SharePoint`,
  missing: 'Show what is missing',
  missingFor: (title) => `Show what is missing for ${title}`,
  hideMissing: 'Hide what is missing',
  hideMissingFor: (title) => `Hide what is missing for ${title}`,
  begun: 'The closing has begun and is not done. Until then nothing of the period can be changed.',
  goOn: 'Go on',
  callOff: 'Call off the closing',
  form: {
    new: 'New period',
    change: 'Change the period',
    name: 'Name',
    kind: 'Kind',
    kinds: { interim: 'Interim report', fullYear: 'Full year' },
    kindHints: {
      interim: 'Closing it freezes check-ins and outcomes.',
      fullYear: 'Closing it freezes check-ins, outcomes, assignments and activities.',
    },
    starts: 'First day',
    ends: 'Last day',
    dueOn: 'Due',
    dueHint: 'Leave it empty if that is the last day.',
    boardMeetingOn: 'Board meeting',
    gone: 'The period is closed and cannot be changed.',
  },
  closing: {
    title: (period) => `Close ${period}`,
    loading: 'Reading all departments …',
    unread: 'The departments cannot be read right now.',
    intro: 'The period is saved as it is now. After that it can only be corrected, with a reason.',
    frozen: 'This is frozen',
    checkIns: (n) => (n === 0 ? 'No check-ins' : capital(checkIns(n))),
    outcomes: (n) => (n === 0 ? 'No outcomes of indicators' : `${capital(outcomes(n))} of indicators`),
    activities: (n) => (n === 0 ? 'No activities' : capital(activities(n))),
    assignments: (n) => (n === 0 ? 'No assignments' : capital(assignments(n))),
    free: 'Activities and assignments can be changed as usual.',
    missing: 'This is missing',
    silent: (names) => `Check-in from ${named(names)}`,
    unmeasured: (names) => `Outcome of ${named(names)}`,
    nothingMissing: 'Nothing is missing.',
    early: (day) => `The period does not end until ${day}. What happens after the closing is not included.`,
    stuck: (n) =>
      n === 1
        ? 'One line of yours could not be saved and will not be included.'
        : `${capital(number(n))} lines of yours could not be saved and will not be included.`,
    start: 'Close the period',
    steps: {
      locked: 'The period is locked',
      counted: 'Everything is counted anew',
      read: 'All departments are read',
      saved: 'The snapshot is saved in SharePoint',
      closed: 'The period is closed',
    },
    done: 'done',
    underWay: 'under way',
    ahead: 'to come',
    waits: 'Waiting for SharePoint. It goes on by itself.',
    finished: 'The period is closed and the snapshot is saved.',
    byOther: 'Somebody else closed the period first. Their snapshot is the one that holds.',
    keepOpen: 'Keep this open until it is done. If it is closed, you can go on later.',
    again: 'Try again',
    troubles: {
      reading: 'Not everything could be read right now. Nothing is closed yet. Try again in a while.',
      notReached:
        'The snapshot could not be saved right now. The period is not closed yet. Try again in a while.',
      notAllowed:
        'You may not save in the documents of the site. The period is not closed yet. Ask the owner of the site for help.',
      calledOff: 'Somebody has called the closing off. Begin anew if it is to be closed.',
    },
  },
  compared: {
    title: 'Then and now',
    show: 'Show then and now',
    showFor: (title) => `Show then and now for ${title}`,
    hide: 'Hide then and now',
    hideFor: (title) => `Hide then and now for ${title}`,
    loading: 'Comparing with the snapshot …',
    was: 'Then',
    is: 'Now',
    same: 'Nothing has changed since the period was closed.',
    sameWords: 'The summary is the same as then:',
    count: (n) => (n === 1 ? 'One change since then' : `${capital(number(n))} changes since then`),
    unread: 'How it is now cannot be read.',
    otherBoard: 'The board was not there when the period was closed.',
    again: 'Try again',
    troubles: {
      missing: 'The snapshot is no longer in SharePoint. Somebody may have moved or removed the file.',
      changed: 'The snapshot was changed after the closing, so it cannot be trusted.',
      otherVersion: 'The snapshot was saved by another version of the app and cannot be read here.',
      unreadable: 'The snapshot cannot be read.',
      notReached: 'The snapshot cannot be fetched right now.',
    },
    lists: {
      activities: { new: 'New activity', changed: 'Changed activity', gone: 'Removed activity' },
      assignments: { new: 'New assignment', changed: 'Changed assignment', gone: 'Removed assignment' },
      measurements: { new: 'New outcome', changed: 'Changed outcome', gone: 'Removed outcome' },
      comments: { new: 'New check-in', changed: 'Changed check-in', gone: 'Removed check-in' },
    },
    hows: {
      corrected: 'Corrected',
      after: 'Changed after closing',
      since: 'Changed since then',
    },
    region: 'the whole region',
    reason: (words, name, day) => `“${words}” ${[name, day].filter(Boolean).join(', ')}`.trim(),
  },
  correction: {
    offer: 'Make it a correction',
    why: 'Why is it corrected?',
    hint: 'The reason is saved together with the change and is seen in “Then and now”.',
    send: 'Save the correction',
  },
};
