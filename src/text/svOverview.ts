import type { Comment } from '../followup/comment.ts';
import type { OverviewCell, OverviewRow } from '../followup/overview.ts';
import { number } from './svNumbers.ts';
import { sentences } from './svSentences.ts';

const units = (n: number) => (n === 1 ? 'en enhet' : `${number(n, 'en')} enheter`);
const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n, 'en')} aktiviteter`);
const ordinaries = (n: number) => (n === 1 ? 'ett ordinarie arbete' : `${number(n)} ordinarie arbeten`);

const standings: Record<OverviewCell['state'], string> = {
  assigned: 'har målet',
  requested: 'ber om målet',
  withdrawn: 'inte fördelat',
  none: 'inte fördelat',
};

/** The strategist's page of all departments. */
export const overview = {
  title: (year: number) => `Miljömål ${year}`,
  board: 'Nämnd',
  headline: sentences.headline,
  views: {
    map: 'Karta',
    gaps: 'Luckor',
    changes: 'Ändrat',
    indicators: 'Mätetal',
    dialogues: 'Samtal',
    periods: 'Perioder',
  },
  viewWith: (name: string, n: number) => `${name} (${n})`,
  map: 'Avdelningar och mål',
  department: 'Avdelning',
  unitsOf: (department: string) => `Enheter i ${department}`,
  /** How the goal stands: with the department's units where it has handed it down, else with itself. */
  held: (cell: OverviewCell, hasUnits: boolean): string => {
    if (cell.state !== 'assigned' && cell.unitsHolding === 0) return standings[cell.state];
    return hasUnits && cell.unitsHolding > 0 ? units(cell.unitsHolding) : standings.assigned;
  },
  work: (cell: OverviewCell): string => {
    const told = [
      cell.activities > 0 ? activities(cell.activities) : '',
      cell.ordinary > 0 ? ordinaries(cell.ordinary) : '',
    ].filter(Boolean);
    if (told.length > 0) return told.join(', ');
    return cell.state === 'assigned' || cell.unitsHolding > 0 ? 'ingen aktivitet' : '';
  },
  /** The whole cell for the ear: whose, which goal, how it stands, what is done. */
  cell: (unit: string, goal: string, words: string) => `${unit}, ${goal}: ${words}`,
  notCounted: 'inte räknat än',
  total: ({ counted }: Pick<OverviewRow, 'counted'>) =>
    counted === 0 ? 'ingen aktivitet' : activities(counted),
  statuses: {
    onPlan: 'Enligt plan',
    atRisk: 'Risk',
    offPlan: 'Avviker',
    none: 'Ingen bedömning',
  } satisfies Record<NonNullable<Comment['status']> | 'none', string>,
  filters: {
    title: 'Visa bara',
    theme: 'Tema',
    character: 'Slags avdelning',
    status: 'Läge',
    all: 'Alla',
    operational: 'Verksamhet',
    administrative: 'Administration',
    clear: 'Visa allt',
    nothing: 'Ingen avdelning passar. Visa allt för att se dem igen.',
  },
  copyTable: 'Kopiera som tabell',
  copied: 'Tabellen är kopierad.',
  notCopied: 'Webbläsaren lät oss inte kopiera.',
  print: 'Skriv ut',
  noBoard: 'Här kommer nämndens avdelningar att stå. De läggs in när tjänsten sätts upp.',
  noGoals: 'Nämnden har inga mål för året. Fördela mål till nämnden för att komma igång.',
  behind: {
    title: (department: string) => department,
    loading: 'Hämtar raderna …',
    failed: 'Raderna går inte att hämta just nu. Siffrorna stämmer ändå, de räknas för sig.',
    holders: 'Har målet',
    nobody: 'Ingen enhet har målet.',
    itself: 'avdelningen själv',
    activities: 'Aktiviteter',
    none: 'Ingen aktivitet än.',
    open: (title: string) => `Öppna ${title}`,
    openShort: 'Öppna',
    sums: {
      held: 'Mål per avdelning',
      hasAssigned: 'Har fördelat mål till enheter',
      hasOwnActivity: 'Har en aktivitet på avdelningsnivå',
      activities: 'Aktiviteter per avdelning',
      ordinary: 'Ordinarie arbeten per avdelning',
    },
    yes: 'Ja',
    no: 'Nej',
    goals: (n: number) => (n === 0 ? 'inga mål' : `${number(n, 'ett')} mål`),
  },
};
