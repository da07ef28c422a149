import { capital, number } from './svNumbers.ts';

const units = (n: number) => (n === 1 ? 'en enhet' : `${number(n, 'en')} enheter`);
const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n, 'en')} aktiviteter`);
const goals = (n: number) => (n === 1 ? 'ett fördelat mål' : `${number(n)} fördelade mål`);

/** The organisation's own page: its tree, and what can be done with each place in it. */
export const organisation = {
  title: 'Organisation',
  back: 'Tillbaka till översikten',
  intro: (n: number) =>
    n === 0
      ? ''
      : `${capital(units(n))} i ordning uppifrån och ned. Välj en för att byta namn, chefer eller plats.`,
  begin: 'Lägg in organisationen',
  empty: 'Här kommer organisationen att stå: högst upp regionen, under den styrelsen, och så avdelningarna.',
  nextBoard: 'Nästa steg är en styrelse under den: den fördelar målen till avdelningarna.',
  nextDepartment: 'Nästa steg är den första avdelningen.',
  importAll: 'Läs in hela organisationen från en fil',
  search: 'Sök i organisationen',
  noHits: 'Ingen enhet heter så.',
  closedToo: 'Visa avslutade',
  more: (n: number) => `Visa ${number(n)} till`,
  tree: 'Organisationen',
  openBelow: (title: string) => `Visa enheterna under ${title}`,
  shutBelow: (title: string) => `Dölj enheterna under ${title}`,
  levels: { region: 'Region', board: 'Styrelse', department: 'Avdelning', unit: 'Enhet' },
  characters: { operational: 'Verksamhet', administrative: 'Administration' },
  characterHints: {
    operational: 'Möter dem som organisationen är till för, eller sköter det som de behöver.',
    administrative: 'Stödjer och styr: stab, ekonomi, personal.',
  },
  headIs: (name: string) => `chef ${name}`,
  noHead: 'ingen chef inlagd',
  below: (n: number) => (n === 0 ? '' : `${units(n)} under`),
  closed: 'Avslutad',
  addBelow: (title: string) => `Lägg till under ${title}`,
  addFirst: { region: 'Lägg in er region', board: 'Lägg in en styrelse', department: 'Lägg in en avdelning' },
  add: {
    title: 'Lägg till',
    under: (title: string) => `Under ${title}`,
    level: 'Vad är det?',
    save: 'Lägg till',
    closedTwin: 'Det finns en avslutad med samma namn här. Öppna den igen i stället.',
  },
  form: {
    name: 'Namn',
    character: 'Karaktär',
    heads: 'Chefer',
    headsHint:
      'Chefen får frågor och påminnelser i Teams. Är chefen borta går de till den som är tillförordnad.',
    roles: { head: 'Chef', acting: 'Tillförordnad chef', delegate: 'Har uppgiften av chefen' },
    nobody: 'Ingen',
    change: 'Ändra',
    changeOf: (role: string) => `Ändra: ${role}`,
  },
  acts: {
    label: 'Annat',
    open: 'Öppna sidan',
    up: 'Flytta upp',
    down: 'Flytta ned',
    move: 'Flytta till annan plats',
    merge: 'Slå ihop med en annan',
    close: 'Avsluta',
    reopen: 'Öppna igen',
  },
  place: {
    search: 'Sök var',
    choose: 'Vart?',
    other: 'Välj en annan',
    more: (n: number) => `${capital(number(n, 'en'))} till. Skriv några bokstäver för att hitta rätt.`,
  },
  reading: 'Läser vad som står där …',
  failed: 'Det gick inte att läsa vad som står där just nu.',
  again: 'Försök igen',
  move: {
    title: (title: string) => `Flytta ${title}`,
    what: (title: string, from: string, to: string, below: number) =>
      below === 0
        ? `${title} flyttar från ${from} till ${to}.`
        : `${title} flyttar från ${from} till ${to} med ${below === 1 ? 'sin enhet' : `sina ${units(below)}`}.`,
    first: (title: string, to: string) => `${title} flyttar till ${to}.`,
    goals: (n: number) => (n === 0 ? 'Inga fördelade mål följer med.' : `${capital(goals(n))} följer med.`),
    same: 'Avdelningen är densamma, så inget annat ändras.',
    nothingElse: 'Enheterna under och allt de har följer med.',
    earlier: (to: string) => `Tidigare år ligger kvar som de skrevs, och syns även hos ${to}.`,
    frozen: (year: number) =>
      `${year} är stängt. Det som står där ligger kvar, och syns hos enheten även i fortsättningen.`,
    ask: (n: number) => `Ska årets aktiviteter (${n}) följa med?`,
    bring: 'Ja, ta med dem',
    bringMeans: (title: string, to: string) => `De räknas hos ${title} och ${to}.`,
    leave: 'Nej, låt dem ligga kvar',
    leaveMeans: (title: string, from: string) =>
      `De blir ${from}s egna och räknas där. ${title} börjar om utan aktiviteter i år.`,
    waits: (n: number, from: string) =>
      `${capital(activities(n))} räknas då inte under något mål, eftersom ${from} inte har det.`,
    save: 'Flytta',
    choose: 'Välj vart den ska.',
  },
  merge: {
    title: (title: string) => `Slå ihop ${title} med en annan`,
    into: (title: string) => `Vad ska ${title} gå upp i?`,
    what: (title: string, into: string) => `${title} går upp i ${into} och avslutas.`,
    below: (n: number, into: string) =>
      n === 0 ? '' : `${capital(units(n))} under följer med till ${into}.`,
    gains: (into: string, names: string) => `${into} får ${names}.`,
    lacks: (into: string, names: string) =>
      `${into} kan inte få ${names}: det är inte fördelat dit uppifrån. Aktiviteter för bara det målet väntar tills det är det.`,
    noGoals: (into: string) => `${into} har redan alla målen.`,
    activities: (n: number, into: string) =>
      n === 0
        ? 'Det finns inga aktiviteter i år att ta med.'
        : `Årets aktiviteter (${n}) räknas hos ${into}.`,
    past: (title: string) => `Det som var finns kvar och går att läsa under ${title}.`,
    save: 'Slå ihop',
    choose: 'Välj vad den ska gå upp i.',
  },
  close: {
    title: (title: string) => `Avsluta ${title}`,
    has: (goalCount: number, activityCount: number, year: number) =>
      goalCount + activityCount === 0
        ? `Den har varken mål eller aktiviteter ${year}.`
        : `Den har ${goals(goalCount)} och ${activities(activityCount)} ${year}.`,
    means:
      'Den går inte längre att fördela mål till eller logga i. Det som finns ligger kvar och går att läsa, men räknas inte i översikten, inte heller för tidigare år. Det som är stängt och redovisat ändras inte.',
    instead: 'Ska någon annan ta över det den gör? Slå ihop den med en annan i stället.',
    save: 'Avsluta',
  },
};
