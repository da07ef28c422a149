import { importing } from './enImport.ts';
import { indicators } from './enIndicators.ts';
import { changes } from './enChanges.ts';
import { checkIns } from './enCheckIns.ts';
import { dialogues } from './enDialogues.ts';
import { exchange } from './enExchange.ts';
import { gaps } from './enGaps.ts';
import { memo } from './enMemo.ts';
import { newYear } from './enNewYear.ts';
import { overview } from './enOverview.ts';
import { refusals } from './enRefusals.ts';
import { asking, telling } from './enAsking.ts';
import { assign } from './enMatrix.ts';
import { ideas } from './enIdeas.ts';
import { goalsPage } from './enGoals.ts';
import { organisation } from './enOrganisation.ts';
import { panel } from './enPanel.ts';
import { periods } from './enPeriods.ts';
import { logging } from './enLogging.ts';
import { meeting } from './enMeeting.ts';
import { roles } from './enRoles.ts';
import { setup } from './enSetup.ts';
import { saved } from './enSaved.ts';
import { sidePages } from './enSidePages.ts';
import { tab, version } from './enTab.ts';
import { trouble } from './enTrouble.ts';
import { signIn } from './enSignIn.ts';
import { capital, list, number } from './enNumbers.ts';
import type { LaterText } from './svLater.ts';

const thousands = new Intl.NumberFormat('en');
const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const rows = (n: number) => `${number(n)} ${n === 1 ? 'line' : 'lines'}`;

const consultations = { none: 'No answer yet', agreed: 'We agree', discuss: 'Let us talk' };

/** The words of what is fetched after the first frame, in the second language. */
export const enLater: LaterText = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  refused: (code, limit) => refusals[code](limit),
  date: (day) => dates.format(new Date(`${day}T00:00:00Z`)),
  organisation,
  goalsPage,
  assign,
  log: {
    title: 'Log activity',
    what: 'What do you do?',
    whatHint: 'One line is enough.',
    unit: 'Where?',
    goal: 'For which goal?',
    otherGoals: 'Ask for a goal',
    kind: 'What kind of work is it?',
    kindLines: {
      targeted: 'Something that you do for the sake of the goal.',
      ordinary: 'Ordinary work that contributes to the goal. Counted apart.',
      enabling: 'Something that lets others reach the goal.',
    },
    saveAndNext: 'Save and write another',
    willWait: (unit) =>
      `${unit} does not hold that goal. The activity is saved and waits until the unit gets it.`,
  },
  change: {
    title: 'Activity',
    responsible: 'Responsible',
    starts: 'Starts',
    due: 'Done by',
    effect: 'What should it lead to?',
    description: 'Description',
    halfDate: 'Fill in the whole date, or clear it.',
    othersChanged: (fields) =>
      `Somebody else has changed ${list.format(fields.map((field) => field.toLowerCase()))} while you had the activity open.`,
    kept: 'What you have typed is still here.',
    gone: 'Somebody has removed the activity. What you have typed stays here until you close.',
    unsaved: 'You have changes that are not saved.',
    throwAway: 'Throw the changes away',
    state: 'State',
    finish: 'Mark as done',
    finishLine: 'The work is done. Can be undone.',
    drop: 'End without finishing',
    dropLine: 'The activity stays but no longer counts. Can be undone.',
    reopen: 'Reopen',
    reopenLine: 'The activity is ongoing again. Can be undone.',
  },
  saved,
  notices: {
    stuck: (n) => `${capital(rows(n))} could not be saved.`,
    show: 'Show',
    notKept: 'This browser cannot save on the device. Keep the tab open until everything is sent.',
    setAside: (n) =>
      `${capital(rows(n))} in the lists cannot be read. Somebody has edited ${n === 1 ? 'it' : 'them'} by hand in SharePoint.`,
    crowded: (place, n) =>
      `It is getting full: ${place} has ${thousands.format(n)} lines, and SharePoint can handle 5,000 in one place. So far everything works. Log new activities on the units instead of the department, and tell whoever runs the service.`,
    damaged: (commands) =>
      ['Something on this device could not be read. It is read anew from SharePoint.', unreadable(commands)]
        .filter(Boolean)
        .join(' '),
  },
  waiting: {
    title: 'Waiting and needs you',
    none: 'Everything is saved. Nothing waits to be sent.',
    needsYou: 'Needs you',
    needsYouIntro: 'This could not be saved. What you wrote is kept until you have decided.',
    waits: 'Waiting',
    sending: 'Being sent right now.',
    offline: 'SharePoint cannot be reached right now. Everything is sent by itself when the network is back.',
    busy: 'SharePoint is busy. Everything is sent by itself in a while.',
    signedOut: 'You are not signed in. Everything is sent once you have signed in.',
    stopped: 'The lists cannot be reached. What you wrote is kept until they can be.',
    tryNow: 'Try now',
    retry: 'Try again',
    change: 'Change',
    sentMeanwhile: 'The line was sent while you were writing. Save, and it is changed.',
    discard: 'Remove',
    discardSure: 'Remove for good? You cannot get it back.',
    discardYes: 'Yes, remove',
    keep: 'Keep',
    more: (n) => `Show ${thousands.format(n)} more`,
    showLines: 'Show the lines',
    hideLines: 'Hide the lines',
    saving: (done, size) => `Saving ${thousands.format(done)} of ${thousands.format(size)}`,
    minutesLeft: (n) =>
      n <= 1 ? 'About one minute left at this pace.' : `About ${number(n)} minutes left at this pace.`,
    cancelRest: 'Cancel the rest',
    cancelSure: 'What is saved stays. The rest is not saved.',
    cancelYes: 'Yes, cancel the rest',
    goOn: 'Go on saving',
    forbidden: 'You may not change the list. Ask the owner of the site for the right to edit.',
    notFound: 'The row is no longer in the list.',
    invalid: 'SharePoint did not accept the row.',
  },
  commands: {
    log: (title) => `New activity: “${title}”`,
    assign: (goal, unit) => `Assign ${goal} to ${unit}`,
    withdraw: (goal, unit) => `Take back ${goal} from ${unit}`,
    request: (goal, unit) => `Request ${goal} for ${unit}`,
    consult: (answer, goal, unit) =>
      `Consultation on ${goal}, ${unit}: ${consultations[answer].toLowerCase()}`,
    dialogue: (department) => `Talk with ${department}`,
    reminder: (name) => `Reminder to ${name}`,
    restore: (department) => `Take up a gap of ${department}`,
    dismiss: (department) => `Put aside a gap of ${department}`,
    comment: (words) => `Comment: “${words}”`,
    checkIn: (status, unit) => `How it goes at ${unit}: ${overview.statuses[status].toLowerCase()}`,
    handOver: (title) => `Mark “${title}” as handed over`,
    extendGoal: (goal) => `Extend ${goal}`,
    unit: (title) => `The unit ${title}`,
    goal: (title) => `The goal ${title}`,
    stageGoal: (title) => `The stage goal ${title}`,
    indicator: (title) => `The indicator ${title}`,
    bringAlong: (title) => `Bring “${title}” to the unit’s new place`,
    measure: (indicator, year) => `Outcome ${year}: ${indicator}`,
    period: (title) => `The period ${title}`,
    closing: (title, to) =>
      ({
        closing: `Begin to close ${title}`,
        closed: `Close ${title}`,
        open: `Call off the closing of ${title}`,
      })[to],
    change: (title) => `Change “${title}”`,
    done: (title) => `Mark “${title}” as done`,
    dropped: (title) => `End “${title}” without finishing`,
    reopened: (title) => `Reopen “${title}”`,
    takeBack: (title) => `Undo: “${title}”`,
    takeBackSeveral: (n) => `Undo ${thousands.format(n)} changes`,
  },
  clash: {
    intro: 'You and somebody else have changed the same thing. Choose what is to hold.',
    mine: 'Mine',
    theirs: 'Theirs',
    keepMine: 'Keep mine',
    keepTheirs: 'Keep theirs',
    fields: {
      title: 'Title',
      removed: 'The row',
      goalKeys: 'Goals',
      stageGoalKey: 'Stage goal',
      kind: 'Kind of work',
      state: 'State',
      responsibleName: 'Responsible',
      starts: 'Starts',
      due: 'Done by',
      expectedEffect: 'Expected effect',
      description: 'Description',
      consultation: 'Consultation',
      unitKey: 'Unit',
      note: 'Note',
      handedOver: 'Handed over',
      value: 'Outcome',
      comment: 'Comment',
      source: 'Source',
      status: 'Status',
      text: 'Comment',
      ends: 'Last day',
      dueOn: 'Due',
      boardMeetingOn: 'Board meeting',
      name: 'Name',
      parentKey: 'Place',
      character: 'Character',
      heads: 'Heads',
      active: 'State',
      order: 'Order',
      theme: 'Theme',
      fromYear: 'From year',
      toYear: 'To year',
      isMeasured: 'Followed up by indicators',
      isCarried: 'Activities',
      goalKey: 'Goal',
      measureUnit: 'Measured in',
      direction: 'Better when it',
      baselineYear: 'Baseline year',
      baselineValue: 'Baseline value',
      targetYear: 'Target year',
      targetValue: 'Target value',
      other: 'Other',
    },
    assignmentStates: { requested: 'Requested', assigned: 'Assigned', withdrawn: 'Taken back' },
    consultations,
    empty: 'Empty',
    removed: 'Removed',
    present: 'Still there',
  },
  file: {
    save: 'Save as a file',
    name: 'not-saved',
    hint: 'Everything that is not sent, in a file that can be opened and read.',
  },
  forget: {
    title: 'Forget this device',
    hint: 'For example if the computer is borrowed.',
    explain:
      'Everything that Environmental goals has kept on this device is removed. What has been sent to SharePoint stays there.',
    unsent: (n) =>
      `${capital(rows(n))} ${n === 1 ? 'is' : 'are'} not sent and will be gone for good. Save as a file first if you want to keep ${n === 1 ? 'it' : 'them'}.`,
    nothingUnsent: 'Everything is sent. Nothing is lost.',
    yes: 'Forget the device',
    working: 'Forgetting …',
    failed: 'Not everything could be removed. Close other tabs with Environmental goals and try again.',
  },
  logging,
  meeting,
  asking,
  telling,
  ideas,
  panel,
  recount: {
    what: 'The numbers are counted when somebody saves.',
    again: 'Count from the beginning',
    busy: 'Counting …',
    done: (drifted: number) =>
      drifted === 0
        ? 'Everything was right.'
        : drifted === 1
          ? 'One unit was wrong and has been put right.'
          : `${drifted} units were wrong and have been put right.`,
    failed: 'Counting did not work just now. Try again in a while.',
  },
  tab,
  version,
  overview,
  memo,
  gaps,
  changes,
  checkIns,
  dialogues,
  exchange,
  importing,
  indicators,
  newYear,
  periods,
  roles,
  setup,
  sidePages,
  signIn,
  trouble,
};

function unreadable(commands: number): string {
  if (commands === 0) return '';
  return `${capital(rows(commands))} that ${commands === 1 ? 'was' : 'were'} not sent cannot be read, and ${commands === 1 ? 'stays' : 'stay'} on the device.`;
}
