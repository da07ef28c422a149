import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { countedOverview } from '../src/followup/countedOverview.ts';
import { memoDocx } from '../src/memo/docx.ts';
import { firstHeadings } from '../src/memo/headings.ts';
import { memoOf, newDraft } from '../src/memo/memo.ts';
import { memoFactsOf } from '../src/memo/memoFacts.ts';
import { quotesOf } from '../src/memo/quote.ts';
import { memoSentences } from '../src/text/svMemoSentences.ts';
import { emptyTables, put } from '../src/world.ts';
import { readDemo } from './demo.ts';
import {
  activitiesOf,
  assignmentsOf,
  goalsOf,
  indicatorsOf,
  measurementsOf,
  periodsOf,
  stageGoalsOf,
  unitsOf,
} from './seedRows.ts';

/**
 * Writes the demonstration's memo to build/ and has LibreOffice make a PDF of it, to be looked at. No part of the tests:
 * those read the document back by themselves, and need no office.
 */
const folder = path.resolve('build/documents');

function demonstration() {
  const organisation = readDemo();
  const units = unitsOf(organisation);
  const tables = emptyTables();
  const rows = {
    goals: goalsOf(organisation),
    stageGoals: stageGoalsOf(organisation),
    units: units.values(),
    periods: periodsOf(organisation),
    indicators: indicatorsOf(organisation),
    measurements: measurementsOf(organisation),
    assignments: assignmentsOf(organisation, units),
    activities: [...activitiesOf(organisation, units)].map(({ row }) => row),
  };
  for (const [list, all] of Object.entries(rows) as [keyof typeof rows, Iterable<never>][]) {
    for (const row of all) put(tables, { list, row, itemId: v7(), etag: '', commandKey: '', changedAt: '' });
  }
  const { year, day } = organisation;
  const board = [...tables.units.values()].find(({ level }) => level === 'board');
  if (!board) throw new Error('The demonstration has no board.');
  const overview = countedOverview(tables, year, board);
  const headings = {
    ...firstHeadings(undefined, {
      board: board.title,
      name: 'Ingrid Sandell',
      mail: 'ingrid@kaskad.example',
      day,
      year,
    }),
    authorUnit: 'Krisberedskap, säkerhet och miljö',
    diaryNumber: `RS/143/${year}`,
    signatories: [
      { name: 'Namn Namnsson', title: 'Regiondirektör' },
      { name: 'Namn Namnsdotter', title: 'Regionstabschef' },
    ],
    copies: ['Miljöstrateg'],
  };
  const quotes = quotesOf(overview, tables).flatMap((group) => group.quotes);
  return memoOf(
    { ...newDraft(memoFactsOf(overview, tables), headings, day), quotes: quotes.slice(0, 4) },
    memoSentences,
  );
}

mkdirSync(folder, { recursive: true });
const document = path.join(folder, 'tjansteskrivelse.docx');
writeFileSync(document, new Uint8Array(await memoDocx(demonstration(), memoSentences)));
console.log(`Written: ${document}`);

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (office) {
  execFileSync(office, ['--headless', '--convert-to', 'pdf', '--outdir', folder, document], {
    stdio: 'inherit',
  });
} else {
  console.log(
    'LibreOffice is not installed, so no PDF was made. Install it (Debian: apt-get install libreoffice-writer-nogui; ' +
      'macOS: brew install --cask libreoffice) and run this again, or open the document in Word.',
  );
}
