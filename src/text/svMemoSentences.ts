import type { Said } from '../followup/facts.ts';
import type { MemoWords } from '../memo/memo.ts';
import type { CellFacts, GoalFacts, MemoFacts, PeriodFacts } from '../memo/memoFacts.ts';
import type { Quote } from '../memo/quote.ts';
import { capital, list, number } from './svNumbers.ts';
import { sentences } from './svSentences.ts';

const days = new Intl.DateTimeFormat('sv', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
const quoted = (words: string) => `”${words}”`;
const names = (all: readonly { readonly title: string }[]) =>
  list.format(all.map(({ title }) => quoted(title)));

/** What the product writes in a memo. Always Swedish, whatever language the screen speaks: the board reads it. */
export const memoSentences: MemoWords = {
  title: (year) => `Uppföljning av miljömålen ${year}`,
  headings: {
    description: 'Ärendebeskrivning',
    proposal: 'Regiondirektörens förslag',
    signed: 'I tjänsten',
    copies: 'Utdrag till',
  },
  goals(facts, today) {
    const { board, year, goals } = facts;
    // That a board has no goals is what the counts begin with.
    if (goals.length === 0) return joined(periodSentences(facts, today));
    return joined([
      `${board} har ${number(goals.length)} miljömål för ${year}: ${names(goals)}.`,
      measuredSentence(goals),
      ...periodSentences(facts, today),
    ]);
  },
  carried({ goals }) {
    const carried = goals.filter(({ isCarried }) => isCarried);
    const [only] = goals;
    if (!only) return '';
    if (carried.length === 0)
      return goals.length === 1
        ? 'Inga aktiviteter kan kopplas till målet.'
        : 'Inga aktiviteter kan kopplas till målen.';
    return joined([
      'Vad avdelningarna bidrar med syns i deras aktiviteter.',
      carried.length < goals.length
        ? `Aktiviteter kan kopplas till ${number(carried.length)} av målen, ${names(carried)}.`
        : '',
      'En aktivitet räknas med när den avdelning eller enhet som har lagt in den också har fått målet.',
    ]);
  },
  counts: sentences.count,
  work(quotes) {
    const said = quotes.filter(({ kind }) => kind === 'comment');
    const done = quotes.filter(({ kind }) => kind === 'activity');
    return joined([
      said.length > 0 ? `Arbetet beskrivs i kommentarer och inkluderar bl.a. ${quotesIn(said)}.` : '',
      done.length === 0
        ? ''
        : said.length > 0
          ? `${done.length === 1 ? 'Ett annat exempel' : 'Andra exempel'} bland aktiviteterna är ${quotesIn(done)}.`
          : `Bland aktiviteterna finns ${quotesIn(done)}.`,
    ]);
  },
  beside: (facts) => [...ordinarySentences(facts), ...enablingSentences(facts), ...stageSentence(facts)],
  proposal: 'Uppföljningen av aktiviteterna kopplade till miljömål godkänns.',
  page: (current, all) => `Sida ${current} (${all})`,
  appendix: 'Underlag',
  goalTable: ({ goals, lines, departments, year }) => ({
    title: `Miljömål och aktiviteter per avdelning ${year}`,
    head: goals.length === 0 ? [] : ['Avdelning', ...goals.map(({ title }) => title), 'Aktiviteter'],
    rows:
      departments.length === 0
        ? []
        : lines.map(({ title, cells, counted }) => [title, ...cells.map(cellWords), String(counted)]),
  }),
  indicatorTable: ({ indicators }) => ({
    title: 'Mätetal för hela regionen',
    head: ['Mätetal', 'Basår', 'Senaste utfall', 'Mål'],
    rows: indicators.map(({ title, measureUnit, latest, ...one }) => {
      const told = (value: number, year: number) => `${numbers.format(value)} ${measureUnit} (${year})`;
      return [
        title,
        told(one.baselineValue, one.baselineYear),
        latest ? told(latest.value, latest.year) : 'inget än',
        told(one.targetValue, one.targetYear),
      ];
    }),
  }),
};

const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 1 });

function cellWords({ state, unitsHolding, activities, ordinary }: CellFacts): string {
  const isHeld = state === 'assigned' || unitsHolding > 0;
  if (!isHeld) return state === 'requested' ? 'Ber om målet' : 'Har inte målet';
  return [
    'Har målet',
    unitsHolding > 0 ? (unitsHolding === 1 ? 'en enhet' : `${number(unitsHolding)} enheter`) : '',
    activities > 0 ? (activities === 1 ? 'en aktivitet' : `${number(activities)} aktiviteter`) : '',
    ordinary > 0 ? (ordinary === 1 ? 'ett ordinarie arbete' : `${number(ordinary)} ordinarie arbeten`) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function measuredSentence(goals: readonly GoalFacts[]): string {
  const measured = goals.filter(({ isMeasured }) => isMeasured);
  const whole = 'för regionen som helhet, och utfallet kan inte delas upp på avdelningar.';
  if (measured.length === 0) return goals.length === 1 ? 'Det mäts inte.' : 'Inget av dem mäts.';
  if (measured.length === goals.length) return `${goals.length === 1 ? 'Det' : 'Alla'} mäts ${whole}`;
  return `${capital(number(measured.length))} av dem, ${names(measured)}, mäts ${whole}`;
}

/** What has been followed up this year, and what is next. */
function periodSentences({ periods }: MemoFacts, today: string): string[] {
  const closed = periods.filter(({ isClosed }) => isClosed);
  const lastDay = ({ dueOn, ends }: PeriodFacts) => dueOn ?? ends;
  const [next] = periods
    .filter((period) => !period.isClosed && lastDay(period) >= today)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  return [
    closed.length === 0
      ? ''
      : closed.length === 1
        ? `Perioden ${names(closed)} är uppföljd och avslutad.`
        : `Perioderna ${names(closed)} är uppföljda och avslutade.`,
    next
      ? `${closed.length === 0 ? 'Närmast' : 'Härnäst'} följs perioden ${quoted(next.title)} upp, senast den ${dayWords(lastDay(next))}.`
      : '',
  ];
}

function ordinarySentences({ ordinary }: MemoFacts): Said[] {
  if (ordinary === 0) return [];
  const n: Said = {
    words: ordinary === 1 ? 'ett ordinarie arbete' : `${number(ordinary)} ordinarie arbeten`,
    of: 'ordinary',
  };
  const rest =
    ordinary === 1
      ? 'Det är en del av verksamheten och räknas för sig.'
      : 'De är en del av verksamheten och räknas för sig.';
  return ['Vid sidan av aktiviteterna bidrar ', n, ` till målen. ${rest}`];
}

function enablingSentences({ ordinary, enabling, activities }: MemoFacts): Said[] {
  if (enabling === 0) return [];
  const gap = ordinary > 0 ? ' ' : '';
  const why = (n: number) =>
    `${n === 1 ? 'den skapar' : 'de skapar'} förutsättningar för att andra ska nå målen.`;
  const own = (words: string): Said => ({ words, of: 'activities' });
  if (activities === 1) return [`${gap}Den `, own('enda aktiviteten'), ` är möjliggörande: ${why(1)}`];
  if (enabling === activities) return [gap, own('Alla aktiviteter'), ` är möjliggörande: ${why(2)}`];
  const which = number(enabling, 'en');
  return [
    `${gap}Av de `,
    own(`${number(activities)} aktiviteterna`),
    ` är ${which} möjliggörande: ${why(enabling)}`,
  ];
}

function stageSentence({ ordinary, enabling, stageGoals }: MemoFacts): Said[] {
  if (stageGoals.length === 0 || ordinary + enabling === 0) return [];
  const told = stageGoals.map(({ title, due }) => `${quoted(title)} (senast den ${dayWords(due)})`);
  return [
    ` Bland det arbetet finns bidrag till ${stageGoals.length === 1 ? 'etappmålet' : 'etappmålen'} ${list.format(told)}.`,
  ];
}

/** [M4] Each in somebody's own words, with the place that they come from. */
function quotesIn(quotes: readonly Quote[]): string {
  return list.format(quotes.map(({ text, place }) => `${quoted(asQuoted(text))} (${place})`));
}

/** On one line, without a last full stop, and with other quotation marks within: nothing else is touched. */
function asQuoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const open = line.endsWith('.') && !line.endsWith('..') ? line.slice(0, -1) : line;
  return open.replaceAll(/["“”„]/g, '’');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
