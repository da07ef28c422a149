import { capital, number } from './svNumbers.ts';

const departments = (n: number) => (n === 1 ? 'en avdelning' : `${number(n, 'en')} avdelningar`);
const units = (n: number) => (n === 1 ? 'en enhet' : `${number(n, 'en')} enheter`);

/** The page where goals, stage goals and indicators are set. */
export const goalsPage = {
  title: 'Mål och mätetal',
  intro:
    'Målen i den ordning som ni nämner dem. Välj ett för att ändra det och lägga till etappmål och mätetal.',
  empty: 'Här kommer målen att stå, med åren som de gäller och det som de följs upp med.',
  addFirst: 'Lägg in ert första mål',
  add: 'Nytt mål',
  importAll: 'Läs in målen från en fil',
  list: 'Målen',
  endedList: 'Avslutade mål',
  ended: 'Avslutat',
  states: { active: 'Gäller', ended: 'Avslutat' },
  yes: 'Ja',
  no: 'Nej',
  years: (from: number, to: number | null) =>
    to === null ? `från ${from} och tills vidare` : from === to ? `${from}` : `${from}–${to}`,
  measured: 'följs upp med mätetal',
  carried: 'aktiviteter kopplas hit',
  stageGoals: (n: number) => (n === 0 ? '' : n === 1 ? 'ett etappmål' : `${number(n)} etappmål`),
  indicators: (n: number) => (n === 0 ? '' : n === 1 ? 'ett mätetal' : `${number(n)} mätetal`),
  form: {
    new: 'Nytt mål',
    name: 'Målet',
    nameHint: 'Så som nämnden har beslutat det, till exempel Minskat avfall.',
    description: 'Beskrivning',
    theme: 'Tema',
    themeHint: 'Om ni delar in målen, till exempel Klimat.',
    from: 'Gäller från år',
    to: 'Till och med år',
    toHint: 'Lämna tomt om det gäller tills vidare.',
    how: 'Så följs det upp',
    measured: 'Med mätetal, för hela regionen',
    carried: 'Genom aktiviteter i avdelningarna',
  },
  cut: {
    holders: (year: number, departmentCount: number, unitCount: number) => {
      const who = [
        departmentCount > 0 ? departments(departmentCount) : '',
        unitCount > 0 ? units(unitCount) : '',
      ].filter(Boolean);
      return who.length === 0
        ? `Ingen har målet ${year}.`
        : `${capital(who.join(' och '))} har målet ${year}.`;
    },
    means:
      'Det går bort från deras sidor de år som det inte gäller. Aktiviteterna finns kvar, men räknas inte under målet.',
    later: 'Har det fördelats för senare år går det bort där också.',
  },
  acts: {
    label: 'Annat',
    up: 'Flytta upp',
    down: 'Flytta ned',
    end: 'Avsluta målet',
    endSure: 'Avsluta målet? Det gäller då inte längre något år, inte heller de år som har varit.',
    endYes: 'Ja, avsluta',
    endNo: 'Behåll',
    reopen: 'Låt det gälla igen',
    endHint: 'Ska det sluta gälla efter ett visst år? Skriv det sista året i stället.',
  },
  stage: {
    title: 'Etappmål',
    add: 'Lägg till etappmål',
    new: 'Nytt etappmål',
    change: 'Ändra etappmål',
    none: 'Inga etappmål än.',
    name: 'Etappmålet',
    due: 'Senast den',
    by: (day: string) => `senast ${day}`,
    remove: 'Ta bort etappmålet',
    removeSure: 'Ta bort etappmålet? Aktiviteter som är kopplade till det finns kvar under målet.',
    removeYes: 'Ja, ta bort',
    removeNo: 'Behåll',
  },
  indicator: {
    title: 'Mätetal',
    add: 'Lägg till mätetal',
    new: 'Nytt mätetal',
    change: 'Ändra mätetal',
    none: 'Inga mätetal än.',
    notMeasured: 'Målet följs inte upp med mätetal. Kryssa i det ovan för att lägga till.',
    name: 'Vad mäts?',
    unit: 'Mäts i',
    unitHint: 'Till exempel ton CO2e, kWh/m² eller %.',
    direction: 'Bättre när det',
    directions: { down: 'minskar', up: 'ökar' },
    baseline: 'Utgångsvärde',
    baselineYear: 'Utgångsår',
    target: 'Mål',
    targetYear: 'Målår',
    way: (from: string, fromYear: number, to: string, toYear: number) =>
      `från ${from} (${fromYear}) till ${to} (${toYear})`,
    remove: 'Ta bort mätetalet',
    removeSure: 'Ta bort mätetalet? Utfallen finns kvar i listan men visas inte.',
    removeYes: 'Ja, ta bort',
    removeNo: 'Behåll',
    number: 'Skriv värdet som ett tal.',
  },
};
