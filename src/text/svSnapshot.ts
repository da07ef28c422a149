import type { Activity } from '../activities/activity.ts';
import type {
  ActivityFacts,
  OutcomeFacts,
  PlaceFacts,
  SaidFacts,
  SnapshotFacts,
} from '../followup/snapshotFacts.ts';
import { overview } from './svOverview.ts';
import { sentences } from './svSentences.ts';

const days = new Intl.DateTimeFormat('sv', { dateStyle: 'long', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('sv', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});
const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 20 });
const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`));

const kinds: Record<Activity['kind'], string> = {
  targeted: 'riktad',
  ordinary: 'gör vi redan',
  enabling: 'möjliggör',
};
const states: Record<Activity['state'], string> = {
  planned: 'planerad',
  ongoing: 'pågår',
  done: 'klar',
  dropped: 'avbruten',
};

/** The page beside a snapshot: everything that stands in it, for people. Always Swedish, like the memo. */
export function snapshotPage(facts: SnapshotFacts): string {
  const { period, takenAt, by, boards, others, outcomes } = facts;
  return [
    heading(`${period.title} ${period.year}`, '='),
    `Så stod det i listorna när perioden stängdes den ${moments.format(new Date(takenAt))} av ${by.name}.`,
    `Perioden är ${dayWords(period.starts)}–${dayWords(period.ends)}.`,
    'Bredvid ligger samma innehåll i en JSON-fil. Det är den som gäller.',
    '',
    ...boards.flatMap((board) => [
      heading(board.facts.board, '='),
      sentences.headline(board.facts).map(whole).join(' '),
      '',
      ...board.places.filter(isWritten).flatMap(placeLines),
    ]),
    ...(others.length > 0 ? [heading('Övrigt', '='), ...others.flatMap(placeLines)] : []),
    heading('Mätetal', '='),
    ...(outcomes.length === 0 ? ['Inget utfall är inlagt för perioden.'] : outcomes.map(outcomeLine)),
    '',
  ].join('\r\n');
}

function heading(words: string, line: string): string {
  return `${oneLine(words)}\r\n${line.repeat(oneLine(words).length)}`;
}

function isWritten({ goals, activities, said }: PlaceFacts): boolean {
  return goals.length + activities.length + said.length > 0;
}

function placeLines({ title, goals, activities, said }: PlaceFacts): string[] {
  return [
    heading(title, '-'),
    ...goals.map((cell) =>
      [`${cell.goal.title}: ${overview.held(cell, cell.unitsHolding > 0)}`, overview.work(cell)]
        .filter(Boolean)
        .join(', ')
        .concat(`. ${overview.statuses[cell.status ?? 'none']}.`),
    ),
    '',
    activities.length === 0 ? 'Ingen aktivitet.' : 'Aktiviteter:',
    ...activities.flatMap(activityLines),
    ...(said.length === 0 ? [] : ['', 'Lägen och kommentarer:', ...said.flatMap(saidLines)]),
    '',
  ];
}

function activityLines(one: ActivityFacts): string[] {
  const facts = [
    one.unit,
    states[one.state],
    kinds[one.kind],
    one.goals.join(', '),
    one.isWaiting ? 'väntar på målet' : '',
    one.responsibleName ? `ansvarig ${one.responsibleName}` : '',
    one.starts ? `börjar ${dayWords(one.starts)}` : '',
    one.due ? `klar senast ${dayWords(one.due)}` : '',
  ].filter(Boolean);
  return [
    `* ${oneLine(one.title)} (${facts.map(oneLine).join('; ')})`,
    ...(one.expectedEffect ? [`  Väntad effekt: ${oneLine(one.expectedEffect)}`] : []),
    ...(one.description ? [`  ${oneLine(one.description)}`] : []),
  ];
}

function saidLines({ about, unit, status, isOfPeriod, isCorrection, text, by, on }: SaidFacts): string[] {
  const what = isCorrection
    ? 'Rättelse'
    : status === null
      ? 'Kommentar'
      : `${overview.statuses[status]}${isOfPeriod ? '' : ' (en annan period)'}`;
  const who = [by, on ? dayWords(on) : ''].filter(Boolean).join(', ');
  return [
    `* ${what}: ${oneLine(unit)}, ${oneLine(about)}${who === '' ? '' : ` (${oneLine(who)})`}`,
    ...(text ? [`  ”${oneLine(text)}”`] : []),
  ];
}

function outcomeLine({ indicator, measureUnit, goal, value, comment, source }: OutcomeFacts): string {
  const rest = [comment ?? '', source ? `Källa: ${source}` : ''].filter(Boolean).map(oneLine);
  return [
    `* ${oneLine(indicator)} (${oneLine(goal)}): ${numbers.format(value)} ${measureUnit}`,
    ...rest,
  ].join('. ');
}

type Said = string | { readonly words: string };

function whole(parts: readonly Said[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.words)).join('');
}

/** What people wrote in several lines would be taken for lines of this page. */
function oneLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
