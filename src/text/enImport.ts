import { capital, number } from './enNumbers.ts';
import { template } from './enImportTemplate.ts';
import type { importing as svImporting } from './svImport.ts';

const count = new Intl.NumberFormat('en');
const rows = (n: number) => (n === 1 ? 'one row' : `${n < 13 ? number(n) : count.format(n)} rows`);
const are = (n: number) => (n === 1 ? 'is' : 'are');

/** Reading in what others have in files, in the second language. */
export const importing: typeof svImporting = {
  title: 'Import',
  back: 'Back to the overview',
  intro: 'Bring in what you already have. Nothing is saved until you have seen what is new and what changes.',
  steps: { file: 'What and file', columns: 'Columns', review: 'Review', run: 'Import' },
  stepOf: (n) => `Step ${n} of 4`,
  what: 'What do you want to bring in?',
  kinds: { units: 'The organisation', goals: 'Goals', activities: 'Activities', measurements: 'Outcomes' },
  kindLines: {
    units: 'Boards, departments and units, with their heads.',
    goals: 'Goals with stage goals and indicators.',
    activities: 'From the planning system or a list of your own.',
    measurements: 'The outcomes of indicators in a period.',
  },
  file: 'File',
  fileHint: 'Excel (.xlsx) or text (.csv, .tsv), at most 5,000 rows.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  reading: 'Reading the file …',
  chosen: (n) => `The file has been read: ${rows(n)}.`,
  template: 'Download a template',
  templateHint: 'An Excel file with headings, an example to replace and a sheet that explains the columns.',
  templateMade: 'The template has been downloaded.',
  templateNotMade: 'The template could not be made. Try again when the network is better.',
  sheet: 'Sheet',
  merged: (n) =>
    n === 1
      ? 'One cell is merged. What it says holds for every row that it covers.'
      : `${capital(n < 13 ? number(n) : count.format(n))} cells are merged. What they say holds for every row that they cover.`,
  next: 'Continue',
  previous: 'Back',
  columnsIntro:
    'Say which column of the file is what. What was recognised is filled in, and your choice is used next time.',
  none: 'Not in the file',
  column: (...[title = '', letter = '']) => `${title} (column ${letter})`,
  twice: (...[titles = '']) =>
    `Several columns have the same heading: ${titles}. Check that the right one is chosen.`,
  needed: 'Needed',
  missingColumns: (...[names = '']) =>
    `There is no column for: ${names}. Choose a column, or add it to the file and choose the file again.`,
  emptyCell: 'An empty cell changes nothing that is there already.',
  sample: (...[value = '']) => `For example: ${value}`,
  looking: 'Comparing with what is there …',
  lookingPeople: (n) => `Looking up ${n === 1 ? 'one person' : `${count.format(n)} people`} …`,
  unread: 'What is there already cannot be read right now, so the file cannot be compared with it.',
  again: 'Try again',
  states: { new: 'New', changed: 'Changes', same: 'Unchanged', double: 'Duplicates', cannot: 'Not possible' },
  stateOf: { new: 'New', changed: 'Changes', same: 'Unchanged', double: 'Duplicate', cannot: 'Not possible' },
  summary: (...[fresh = 0, changed = 0, cannot = 0]) => {
    const parts = [
      fresh === 0 ? '' : `${rows(fresh)} ${are(fresh)} new`,
      changed === 0 ? '' : `${rows(changed)} ${changed === 1 ? 'changes' : 'change'} something`,
      cannot === 0 ? '' : `${rows(cannot)} cannot be brought in`,
    ].filter(Boolean);
    return parts.length === 0 ? 'Nothing is new or changed.' : `${capital(parts.join(', '))}.`;
  },
  show: 'Show',
  all: (n) => `All (${count.format(n)})`,
  stateCount: (...[name = '', n = '']) => `${name} (${n})`,
  lines: 'Rows of the file',
  row: (n) => `Row ${n}`,
  fromTo: (...[field = '', from = '', to = '']) => `${field}: ${from} → ${to}`,
  emptyValue: 'empty',
  yes: 'yes',
  no: 'no',
  doubleOf: 'Another row says the same. It is brought in once.',
  willWait: 'Waits until the unit has the goal.',
  waiting: (n) =>
    n === 1
      ? 'One activity waits until its unit has been given the goal.'
      : `${capital(n < 13 ? number(n) : count.format(n))} activities wait until their units have been given the goals.`,
  leftOut: (n) =>
    n === 1
      ? 'One row is left out if you import now. Mend it in the file and read the file again, and it will be there.'
      : `${capital(rows(n))} are left out if you import now. Mend them in the file and read the file again, and they will be there.`,
  saveProblems: 'Download the errors',
  problemsName: 'errors-in-the-file',
  problemHead: ['Row', 'Column', 'Content', 'What is wrong'],
  wholeRow: 'The whole row',
  nothing: 'There is nothing to import: everything in the file is there already.',
  nothingCan: 'No row can be brought in as it stands. See below what is wrong.',
  nothingElse: 'The rest of the file is there already. See below what is wrong with the others.',
  import: (n) => (n === 1 ? 'Import one row' : `Import ${rows(n)}`),
  moved: 'Something has changed since you reviewed it. Look through the rows again.',
  progress: (...[done = 0, all = 0]) => `${count.format(done)} of ${count.format(all)} saved`,
  done: (n) => `Done. ${capital(rows(n))} ${are(n)} saved.`,
  doneButSome: (...[saved = 0, denied = 0]) => {
    const kept = saved === 0 ? '' : `${capital(rows(saved))} ${are(saved)} saved. `;
    return `${kept}${capital(rows(denied))} could not be saved: see below why.`;
  },
  stopped: (n) =>
    n === 0
      ? 'The import has been stopped.'
      : `The import has been stopped. ${capital(rows(n))} had been saved.`,
  canLeave: 'You can leave this page. The rest is saved in the background, even if the tab is reloaded.',
  takeBack: 'Undo the import',
  takenBack: 'The import has been undone.',
  more: 'Bring in another file',
  results: { saved: 'Saved', waiting: 'Waiting', denied: 'Refused', gone: 'Stopped' },
  deniedWhy: 'The site did not accept the row. Open “Needs you” at the top.',
  reader: 'Only who owns the site can bring in the organisation, goals and outcomes. Ask an owner to do it.',
  files: {
    empty: 'The file is empty. Check that it is the right one.',
    onlyHead: 'The file has headings only. Add at least one row below them.',
    tooLarge: 'The file is too large. At most 10 MB can be read. Divide it into several files.',
    tooManyRows:
      'The file has too many rows. At most 5,000 can be read at a time. Divide it, for example into one file for each department.',
    tooManyColumns:
      'The file has too many columns. At most 200 can be read. Take away those that are not needed.',
    oldExcel:
      'This is an older Excel file (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).',
    locked: 'The file is protected by a password. Take the password away in Excel and save the file again.',
    notExcel:
      'This is not an Excel file, even though its name says so. Open it where it comes from and save it as .xlsx or .csv.',
    notTable: 'This is not a table. Choose a file that ends in .xlsx, .csv or .tsv.',
    damaged: 'The file is damaged and cannot be opened. Save it again, or fetch it anew.',
    notRead: 'The file could not be read. Close it in other programs and choose it again.',
  },
  rowsIn: (n) => `The file has ${count.format(n)} rows.`,
  problems: {
    cellError: (value) => `The formula gives an error (${value}). Mend it in the file, or write the value.`,
    garbled: (value) =>
      `Letters with rings or dots have been broken: “${value}”. Save the file as CSV UTF-8 or Excel, and read it again.`,
    missing: () => 'The cell is empty. Fill it in.',
    tooLong: (value, most) =>
      `The text is too long: “${value}”. There is room for ${count.format(most)} characters.`,
    notNumber: (value) => `“${value}” is not a number. Write for example 1 234,5.`,
    notDay: (value) => `“${value}” is not a date. Write for example 2023-08-25.`,
    notYear: (value) => `“${value}” is not a year. Write four digits.`,
    notYesNo: (value) => `“${value}” cannot be understood. Write yes or no.`,
    notKnown: (value) => `“${value}” is none of the choices. The template shows which words can be used.`,
    levelMissing: () => 'Write whether it is a board, a department or a unit.',
    levelOther: (value) =>
      `${value} is there already, on another level. A level cannot be changed. Mend it in the file.`,
    parentMissing: () => 'Write what the unit stands below.',
    parentUnknown: (value) =>
      `${value} is not in the organisation, or cannot be brought in. Add a row for it, or mend the name.`,
    several: (value) =>
      `Several are called “${value}”. Write which, for example with its department before it: Department / Unit, or fill in the key.`,
    unitUnknown: (value) =>
      `${value} is not in the organisation. Mend the name, or bring in the organisation first.`,
    goalUnknown: (value) => `There is no goal “${value}”. Mend the name, or bring in the goals first.`,
    stageGoalUnknown: (value) =>
      `There is no stage goal “${value}” of the goal. Mend the name, or empty the cell.`,
    indicatorUnknown: (value) =>
      `There is no indicator “${value}”. Mend the name, or bring in the indicators first.`,
    periodUnknown: (value) => `There is no period “${value}”. Mend the name, or plan the period first.`,
    sameTwice: (_, row) =>
      `Row ${row} is about the same and says something else. Keep the row that is right.`,
    headUnknown: (value) =>
      `${value} is not in the directory. The name is kept, but the person gets no messages until you choose the head on the organisation page.`,
    headSeveral: (value) =>
      `Several are called ${value}. The name is kept, and you choose who it is on the organisation page.`,
    unitStays: (value) => `The activity stays with ${value}. An import moves no activities.`,
  },
  columns: template.columns,
  templates: template.templates,
  codes: {
    character: { operational: 'operational', administrative: 'administrative' },
    direction: { down: 'down', up: 'up' },
  },
};
