import { capital, number } from './svNumbers.ts';

const thousands = new Intl.NumberFormat('sv');
const many = (n: number, one: string, several: string, gender: 'en' | 'ett' = 'en') =>
  `${n > 12 ? thousands.format(n) : number(n, gender)} ${n === 1 ? one : several}`;
const goals = (n: number) => many(n, 'mål', 'mål', 'ett');
const assignments = (n: number) => many(n, 'fördelning', 'fördelningar');
const activities = (n: number) => many(n, 'aktivitet', 'aktiviteter');

/** Beginning a year with what the one before it leaves. */
export const newYear = {
  offer: (year: number): string => `Börja ${year} …`,
  title: (year: number): string => `Börja ${year}`,
  intro: (year: number): string =>
    `Det här tas med från ${year - 1}. Det gamla året ligger kvar som det är. Inget sparas förrän du säger till.`,
  reading: 'Läser det gamla året …',
  failure: 'Det gamla året går inte att läsa just nu.',
  again: 'Försök igen',
  goals: (year: number): string => `Mål som slutar gälla ${year}`,
  goalsHint: (year: number): string => `De du kryssar för gäller även ${year}.`,
  noGoals: (year: number): string => `Alla mål gäller även ${year}. Inget behöver förlängas.`,
  assignments: (n: number): string => `Fördela som förra året: ${assignments(n)}`,
  noAssignments: 'Målen är redan fördelade.',
  activities: (n: number): string => `Ta med det som pågår eller är planerat: ${activities(n)}`,
  activitiesHint: 'Datum tas inte med. Det som är klart eller avslutat stannar i det gamla året.',
  noActivities: 'Inget pågår som inte redan är med.',
  left: (some: { readonly assignments: number; readonly activities: number }): string => {
    const parts = [
      some.assignments > 0 ? assignments(some.assignments) : '',
      some.activities > 0 ? activities(some.activities) : '',
    ].filter(Boolean);
    return parts.length === 0
      ? ''
      : `${capital(parts.join(' och '))} tas inte med, eftersom målet inte gäller eller inte finns hos dem som skulle fördela det.`;
  },
  sum: (some: {
    readonly goals: number;
    readonly assignments: number;
    readonly activities: number;
  }): string =>
    [
      some.goals > 0 ? `${goals(some.goals)} förlängs` : '',
      some.assignments > 0 ? assignments(some.assignments) : '',
      some.activities > 0 ? activities(some.activities) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  begin: (year: number): string => `Börja ${year}`,
};
