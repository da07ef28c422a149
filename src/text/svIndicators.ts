const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 2 });
const percents = new Intl.NumberFormat('sv', { style: 'percent', maximumFractionDigits: 1 });

/** Region-wide outcomes of the measured goals. */
export const indicators = {
  intro:
    'Det här mäts för hela regionen. Siffrorna kan inte delas upp på avdelningar, och alla bidrag räknas.',
  none: 'Inga mätetal är inlagda än. De läggs in när tjänsten sätts upp.',
  value: (value: number, measureUnit: string): string => `${numbers.format(value)} ${measureUnit}`,
  number: (value: number): string => numbers.format(value),
  /** What the chart shows, in one sentence for those who do not see it. */
  summary: (title: string, from: string, to: string, year: number): string =>
    `${title}: från ${from} till ${to} år ${year}.`,
  change: (share: number, baselineYear: number): string => {
    if (Math.abs(share) < 0.0005) return `Oförändrat sedan ${baselineYear}.`;
    return `${percents.format(Math.abs(share))} ${share < 0 ? 'lägre' : 'högre'} än ${baselineYear}.`;
  },
  onTheWay: 'I takt med målet.',
  behind: 'Efter den raka vägen till målet.',
  noOutcome: 'Inget utfall är inlagt än.',
  target: (value: string, year: number): string => `Mål ${year}: ${value}.`,
  baseline: 'Basår',
  targetShort: 'Mål',
  table: (title: string): string => `Utfall: ${title}`,
  year: 'År',
  source: 'Källa',
  interim: (period: string, value: string): string =>
    `${period}: ${value}. Jämförs med målet när helåret är klart.`,
  interimOf: (period: string, year: number): string =>
    period.includes(String(year)) ? period : `${period} ${year}`,
  /** Putting in an outcome. */
  measure: {
    open: 'Skriv in utfall',
    openFor: (title: string): string => `Skriv in utfall för ${title}`,
    period: 'Period',
    closed: (period: string): string => `${period} (stängd)`,
    value: 'Utfall',
    valueHint: 'Ett tal för hela regionen, till exempel 1 234,5.',
    source: 'Källa',
    sourceHint: 'Varifrån kommer siffran?',
    comment: 'Kommentar',
    overHundred: 'Det är mer än 100 %. Stämmer det?',
    tenTimes: (last: string): string => `Det är mer än tio gånger så mycket som sist (${last}). Stämmer det?`,
  },
};
