const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 1 });
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
};
