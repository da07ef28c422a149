import type { Difference } from '../memo/differences.ts';
import { capital, list, number } from './enNumbers.ts';
import type { memo as svMemo } from './svMemo.ts';

const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);
const departments = (n: number) => (n === 1 ? 'one department' : `${number(n)} departments`);

export const memo: typeof svMemo = {
  write: 'Write the memo',
  title: (year) => `Memo ${year}`,
  back: 'Back to the overview',
  paper: 'The memo',
  counting: 'Counting the rows of each department …',
  unread: 'The rows cannot be read just now. The figures are from the latest count.',
  again: 'Again',
  download: 'Download Word',
  making: 'Making the document …',
  notMade: 'The document could not be made. Do it once more when the network is better.',
  made: 'The document is downloaded.',
  save: 'Save in SharePoint',
  saving: 'Saving in SharePoint …',
  saved: 'Saved in SharePoint.',
  openSaved: 'Open the document',
  notAllowed: 'You may not save files on the site. Ask whoever owns it for the right to edit.',
  notReached:
    'The document could not be saved in SharePoint just now. Do it once more when the network is better.',
  print: 'Print',
  file: (year, boardKey) => `tjansteskrivelse-${boardKey.replaceAll('/', '-')}-${year}.docx`,
  kept: 'What you write is kept on this device.',
  notKept: 'This browser cannot keep anything on the device. Download the document before closing the tab.',
  command: 'Headings and signatures of the memo',
  remembered: 'Headings and signatures are remembered.',
  basis: {
    missing:
      'The snapshot of the closing is no longer in SharePoint. The memo is based on how it stands now.',
    changed:
      'The snapshot was changed after the closing and cannot be trusted. The memo is based on how it stands now.',
    otherVersion:
      'The snapshot was made by another version of Kaskad. The memo is based on how it stands now.',
    unreadable: 'The snapshot cannot be read. The memo is based on how it stands now.',
    notReached: 'The snapshot cannot be fetched just now. The memo is based on how it stands now.',
  },
  since: {
    takenOn: (day) => `Based on how it stood on ${day}.`,
    snapshot: (day) => `Based on the snapshot of ${day}.`,
    moved: (n) =>
      n === 1 ? 'One thing has changed since.' : `${capital(number(n))} things have changed since.`,
    show: 'Show',
    hide: 'Hide',
    update: 'Update',
    list: 'Changed since',
    of: (one: Difference) => {
      switch (one.what) {
        case 'departmentNew':
          return `${one.title} is new`;
        case 'departmentGone':
          return `${one.title} is gone`;
        case 'activities':
          return `${one.title}: ${activities(one.to)}, before ${activities(one.from)}`;
        case 'goals':
          return `${one.title}: goals are assigned in another way`;
        case 'otherwise':
          return `${one.title}: what is being done looks different`;
        case 'goalList':
          return 'The goals of the board are not the same';
        case 'totals':
          return 'The totals are not the same';
        case 'periods':
          return 'The periods are not the same';
        case 'stageGoals':
          return 'The stage goals mentioned are not the same';
        case 'indicators':
          return 'Indicators have new values';
        case 'quoteGone':
          return `${one.title}: a line that you chose was removed`;
        case 'quoteChanged':
          return `${one.title}: a line that you chose was rewritten`;
      }
    },
  },
  steps: {
    title: 'Steps',
    missing: 'missing',
    ready: 'done',
    standing: 'Status of each goal',
    comments: 'Comments',
    text: 'Text',
    signatures: 'Signatures',
  },
  standing: {
    line: (n, of) =>
      n === of
        ? 'All departments have said how it is going.'
        : `${capital(departments(n))} of ${number(of)} ${n === 1 ? 'has' : 'have'} said how it is going.`,
    none: 'The board has no goals for the year.',
    missing: (n) => (n === 1 ? 'One goal has no status' : `${capital(number(n))} goals have no status`),
  },
  comments: {
    intro:
      'Tick what should be quoted. The words are taken as they are, into the paragraph on the work. Names never follow.',
    none: 'Nobody has commented yet, and no activities are logged.',
    failed: 'The comments cannot be fetched just now. What you have chosen stays.',
    chosen: (n) =>
      n === 0
        ? 'Nothing is chosen yet'
        : n === 1
          ? 'One line is chosen'
          : `${capital(number(n))} lines are chosen`,
    many: 'It will be a long paragraph. A few examples often do.',
    activity: 'activity',
    comment: 'comment',
    search: 'Search comments and activities',
    nothing: 'Nothing matches.',
    onlyComments: 'Only comments',
  },
  text: {
    intro:
      'Write straight into the paper. A paragraph that you have changed is not overwritten when figures are counted again.',
    own: 'Add a paragraph',
    edited: (n) =>
      n === 0
        ? 'No paragraph is changed'
        : n === 1
          ? 'One paragraph is changed by you'
          : `${capital(number(n))} paragraphs are changed by you`,
    behind: (n) => (n === 1 ? 'One paragraph needs a look' : `${capital(number(n))} paragraphs need a look`),
  },
  paragraph: {
    edit: 'Change the paragraph',
    names: {
      goals: 'Goals and follow-up',
      carried: 'Activities',
      counts: 'The count',
      work: 'The work',
      beside: 'Beside the activities',
      proposal: 'The proposal',
      own: 'A paragraph of your own',
    },
    changed: 'Changed by you',
    restore: 'Restore',
    remove: 'Remove the paragraph',
    behind: 'The figures have changed since you wrote. Look the paragraph over.',
    empty: 'Empty. The paragraph is left out.',
    done: 'Done',
    hereComments: 'The paragraph on the work comes here. Tick comments in the step Comments.',
  },
  fields: {
    authorUnit: 'Your unit',
    authorName: 'Your name',
    authorMail: 'Your mail',
    addressee: 'To',
    diaryNumber: 'Registration number',
    day: 'Date',
    title: 'Title',
    name: (n) => `Name, signature ${n}`,
    role: (n) => `Role, signature ${n}`,
    copies: 'Copies, one a line',
    intro: 'The names become public when the memo does.',
    remember: 'Remember',
    rememberHint:
      'Unit, addressee, registration number, signatures and copies are kept for everybody who writes.',
    isRemembered: 'This is remembered.',
    notAllowed: 'Only owners of the site can have this remembered. What you wrote stays on this device.',
    othersSaved: 'Somebody else has saved other headings. Open the page again to see them.',
    missing: (fields) => `Missing: ${list.format(fields.map((one) => one.toLowerCase()))}`,
    nothing: 'Everything is filled in',
    signature: 'signature',
    noNumber: 'No registration number',
  },
};
