import { list, number } from './enNumbers.ts';
import type { changes as svChanges } from './svChanges.ts';

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const rooms = (n: number) => (n === 1 ? 'one department' : `${number(n)} departments`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What has changed since a day, in the second language. */
export const changes: typeof svChanges = {
  since: 'Changed since',
  halfDate: 'Choose a day that has been.',
  loading: 'Reading what has changed …',
  failed: 'What has changed cannot be read just now.',
  again: 'Try again',
  refresh: 'Refresh',
  none: 'Nothing has changed since then.',
  nothingLeft: 'What has changed since then has been changed back again.',
  shownOf: (shown, all) =>
    `${capital(rooms(all))} ${all === 1 ? 'has' : 'have'} changes. The ${number(shown)} that changed last are shown.`,
  moreRooms: (n) => `Show ${rooms(n)} more`,
  groups: {
    created: (n) => `New activities (${n})`,
    finished: (n) => `Finished activities (${n})`,
    dropped: (n) => `Dropped activities (${n})`,
    assigned: (n) => `Goals handed down (${n})`,
    withdrawn: (n) => `Goals taken back (${n})`,
    other: (n) => `Other (${n})`,
  },
  deeds: {
    created: 'New',
    finished: 'Done',
    dropped: 'Dropped',
    reopened: 'Opened again',
    assigned: 'Handed down',
    withdrawn: 'Taken back',
    requested: 'Asked for',
    consulted: 'Consultation',
    changed: 'Changed',
    removed: 'Removed',
  },
  changedFields: (fields) => `Changed: ${list.format(fields.map((field) => field.toLowerCase()))}`,
  someone: 'Unknown',
  notRead: (n) => `Changed, not read yet (${n})`,
  notReadHint: (n) =>
    capital(
      `${n === 1 ? 'one row has' : `${number(n)} rows have`} changed, but what happened to ${n === 1 ? 'it' : 'them'} has not been read yet.`,
    ),
  readMore: 'Read what has happened',
  moment: (at) => moments.format(new Date(at)),
  history: {
    title: 'History',
    loading: 'Fetching the history …',
    failed: 'The history cannot be fetched just now.',
    unsent: 'The history begins when this has been sent.',
    from: (day) => `There is history from ${day}.`,
    created: 'Was entered',
    begins: 'Older history is no longer there.',
    field: (name, was, to) => `${name}: “${was}” became “${to}”`,
    skipped: (n) =>
      n === 1
        ? 'One older version cannot be read.'
        : `${capital(number(n))} versions of the history cannot be read.`,
    notKept:
      'The list keeps no versions, so what has changed cannot be seen. The owner of the site can turn versions on in the settings of the list. History is then kept from that day.',
  },
};
