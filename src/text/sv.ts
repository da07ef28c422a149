import type { Activity } from '../activities/activity.ts';
import type { Day } from '../basics/day.ts';
import { capital, list, number } from './svNumbers.ts';

const activities = (n: number) =>
  n === 0 ? 'ingen aktivitet' : n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`;
const units = (n: number) => (n === 0 ? 'ingen enhet' : n === 1 ? 'en enhet' : `${number(n)} enheter`);

const days = new Intl.DateTimeFormat('sv', { day: 'numeric', month: 'short', timeZone: 'UTC' });

const kinds: Record<Activity['kind'], string> = {
  targeted: 'Riktad',
  ordinary: 'Gör vi redan',
  enabling: 'Möjliggör',
};
const states: Record<Activity['state'], string> = {
  planned: 'Planerad',
  ongoing: 'Pågår',
  done: 'Klar',
  dropped: 'Avbruten',
};

/**
 * Every word that a room's first frame needs, in the product's first language. What is fetched after it has its words
 * in svLater.ts. The English catalogue must have the same entries.
 */
export const sv = {
  language: 'sv' as 'sv' | 'en',
  app: 'Miljömål',

  opening: {
    holds: (held: number, possible: number) =>
      held === 0 ? 'Ni har inga mål än.' : `Ni har ${held} av ${possible} mål.`,
    handedDown: (withGoals: number, all: number) => {
      if (all === 0) return '';
      if (withGoals === 0) return 'Inget är nerfördelat.';
      if (withGoals === all) return all === 1 ? 'Er enhet har fått mål.' : 'Alla enheter har fått mål.';
      return `${capital(number(withGoals, 'en'))} av ${number(all)} enheter har fått mål.`;
    },
    activities: (n: number) =>
      n === 0
        ? 'Ingen aktivitet är inlagd.'
        : `${capital(activities(n))} är ${n === 1 ? 'inlagd' : 'inlagda'}.`,
    ordinary: (n: number) =>
      n === 0 ? '' : n === 1 ? 'Därtill ett ordinarie arbete.' : `Därtill ${number(n)} ordinarie arbeten.`,
    waiting: (n: number) => (n === 0 ? '' : `${capital(activities(n))} väntar på att enheten får målet.`),
    first: 'Här ser ni era mål. Börja med att fördela dem till enheterna, det tar en minut.',
  },
  next: {
    unitsWithoutGoals: (names: readonly string[]) =>
      names.length > 3
        ? `${capital(units(names.length))} har inga mål än.`
        : `${list.format(names)} har inga mål än.`,
    answer: (n: number) => `${n === 1 ? 'Ett önskemål' : `${capital(number(n))} önskemål`} väntar på er.`,
    give: 'Fördela målet till enheten, så räknas det som väntar.',
    ask: 'Be om målet, så räknas det ni redan gör.',
    logFirst: 'Skriv ner något ni gör för ett av målen.',
    askForGoals: 'Målen fördelas av den som leder er verksamhet.',
  },
  steps: {
    assign: 'Fördela mål',
    assignShort: 'Fördela',
    assignTo: (unit: string) => `Fördela mål till ${unit}`,
    log: 'Logga aktivitet',
    answer: 'Visa önskemålen',
    ask: 'Be om ett mål',
    back: 'Tillbaka',
  },
  goals: {
    title: 'Mål',
    none: 'Här kommer målen att stå när de har fördelats hit.',
    measured: 'mäts för hela regionen',
    notCarried: 'utan egna aktiviteter',
    statuses: {
      onPlan: 'Enligt plan',
      atRisk: 'Risk',
      offPlan: 'Avviker',
      none: 'Ingen bedömning',
    },
    stageGoal: (title: string, year: string) => `Etappmål ${year}: ${title}`,
    standing: (unitCount: number, activityCount: number, hasUnits: boolean) =>
      capital([hasUnits ? units(unitCount) : '', activities(activityCount)].filter(Boolean).join(' · ')),
  },
  units: {
    title: 'Enheter',
    standing: (goals: number, activityCount: number) =>
      goals === 0 ? 'inga mål' : `${goals} mål · ${activities(activityCount)}`,
    agreed: (on: Day) => (on === '' ? 'överens' : `överens ${days.format(new Date(on)).replace('.', '')}`),
    discuss: 'vill prata',
  },
  activities: {
    title: 'Aktiviteter',
    none: 'Här kommer det ni gör att stå. En rad räcker för att börja.',
    kinds,
    states,
    waiting: 'Väntar på målet',
    unsent: 'Inte skickad än',
    more: (n: number) => `Visa ${n} till`,
  },
  year: 'År',
  loading: 'Hämtar …',
  sync: {
    saved: 'Sparat',
    saving: (n: number) => `Sparar ${n} …`,
    offline: (n: number) => (n === 0 ? 'Frånkopplad' : `Frånkopplad: ${n} väntar`),
    busy: 'Väntar på SharePoint',
    againIn: (seconds: number) => `, försöker igen om ${seconds} s`,
    signedOut: (n: number) => (n === 0 ? 'Inte inloggad' : `Inte inloggad: ${n} väntar`),
    stopped: (n: number) => (n === 0 ? 'Når inte listorna' : `Når inte listorna: ${n} väntar`),
    needsYou: 'Behöver dig',
    loading: 'Hämtar …',
  },
};

export type Text = typeof sv;
