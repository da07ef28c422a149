import type { indicators as svIndicators } from './svIndicators.ts';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** Region-wide outcomes, in the second language. */
export const indicators: typeof svIndicators = {
  intro:
    'This is measured for the whole region. The figures cannot be divided among departments, and every contribution counts.',
  none: 'No indicators are entered yet. They are entered during set-up.',
  value: (value, measureUnit) => `${numbers.format(value)} ${measureUnit}`,
  number: (value) => numbers.format(value),
  summary: (title, from, to, year) => `${title}: from ${from} to ${to} in ${year}.`,
  change: (share, baselineYear) => {
    if (Math.abs(share) < 0.0005) return `Unchanged since ${baselineYear}.`;
    return `${percents.format(Math.abs(share))} ${share < 0 ? 'lower' : 'higher'} than ${baselineYear}.`;
  },
  onTheWay: 'On the way to the target.',
  behind: 'Behind the straight way to the target.',
  noOutcome: 'No outcome is entered yet.',
  target: (value, year) => `Target ${year}: ${value}.`,
  baseline: 'Baseline',
  targetShort: 'Target',
  table: (title) => `Outcomes: ${title}`,
  year: 'Year',
  source: 'Source',
  interim: (period, value) => `${period}: ${value}. Compared with the target when the full year is in.`,
  interimOf: (period, year) => (period.includes(String(year)) ? period : `${period} ${year}`),
  measure: {
    open: 'Enter outcome',
    openFor: (title) => `Enter outcome for ${title}`,
    period: 'Period',
    closed: (period) => `${period} (closed)`,
    value: 'Outcome',
    valueHint: 'One number for the whole region, for example 1234.5.',
    source: 'Source',
    sourceHint: 'Where does the figure come from?',
    comment: 'Comment',
    overHundred: 'That is more than 100%. Is it right?',
    tenTimes: (last) => `That is more than ten times as much as last time (${last}). Is it right?`,
  },
};
