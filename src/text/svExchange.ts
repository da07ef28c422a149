import { capital, list, number } from './svNumbers.ts';

const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n, 'en')} aktiviteter`);

/** Files of what stands in the lists, for others to go on with. */
export const exchange = {
  menu: 'Exportera …',
  title: 'Exportera',
  intro: (place: string, year: number): string => `${place}, ${year}. Välj vad filen ska innehålla.`,
  what: 'Vad ska med?',
  tables: {
    activities: 'Aktiviteter',
    assignments: 'Fördelningar',
    coverage: 'Täckning',
    checkIns: 'Lägen',
  },
  hints: {
    activities: 'Allt som är inlagt, med ansvarig, datum och senaste läge.',
    assignments: 'Vilka mål som är fördelade till vem, och svaren i samrådet.',
    coverage: 'Mål för mål: hur många enheter, aktiviteter och klara.',
    checkIns: 'Lägesbedömningar och det som är sagt i en period.',
  },
  rows: (n: number): string => (n === 0 ? 'inga rader' : n === 1 ? 'en rad' : `${number(n, 'en')} rader`),
  format: 'Filformat',
  formats: { xlsx: 'Excel', csv: 'CSV' },
  formatHints: { xlsx: 'En fil med en flik för varje del.', csv: 'En textfil för varje del.' },
  reading: 'Läser raderna …',
  failed: 'Raderna går inte att läsa just nu.',
  again: 'Försök igen',
  nothing: 'Kryssa för minst en del.',
  download: 'Ladda ner',
  save: 'Spara i SharePoint',
  /** In the library of the site: no å, ä or ö, like the files in it. */
  folder: 'Kaskad/Export',
  making: 'Gör filen …',
  saving: 'Sparar …',
  made: (n: number): string =>
    n === 1 ? 'Filen är nedladdad.' : `${capital(number(n))} filer är nedladdade.`,
  saved: (n: number): string =>
    n === 1 ? 'Filen är sparad i SharePoint.' : `${capital(number(n))} filer är sparade i SharePoint.`,
  openFile: (name: string): string => `Öppna ${name}`,
  notMade: 'Filen gick inte att göra. Försök igen när nätet är bättre.',
  notAllowed: 'Du har inte rätt att spara filer på webbplatsen. Ladda ner filen i stället.',
  notAllowedMobile:
    'Du har inte rätt att spara filer på webbplatsen. Öppna fliken på en dator för att ladda ner filen.',
  notReached: 'SharePoint svarar inte. Försök igen, så skrivs filen över.',
  mobile: 'I mobilen går det inte att ladda ner. Filen sparas i SharePoint, och länken visas här.',
  /** In the files' names. */
  file: { export: 'export', handOver: 'overforing', timeline: 'historik' },
  /** What stands above the columns. */
  words: {
    department: 'Avdelning',
    unit: 'Enhet',
    goal: 'Mål',
    activity: 'Aktivitet',
    description: 'Beskrivning',
    stageGoal: 'Etappmål',
    kind: 'Slags arbete',
    state: 'Läge',
    isCounted: 'Räknas',
    responsible: 'Ansvarig',
    starts: 'Börjar',
    due: 'Klar senast',
    effect: 'Väntad effekt',
    status: 'Senaste bedömning',
    comment: 'Kommentar',
    handedOver: 'Överförd',
    consultation: 'Samråd',
    answeredBy: 'Svarat av',
    answeredOn: 'Svarat den',
    requestedBy: 'Efterfrågat av',
    requestedOn: 'Efterfrågat den',
    note: 'Anteckning',
    unitsHolding: 'Enheter som har målet',
    activities: 'Aktiviteter',
    finished: 'Varav klara',
    ordinary: 'Ordinarie arbete',
    waits: 'Väntar på målet',
    everyGoal: 'Alla mål, varje aktivitet en gång',
    day: 'Dag',
    period: 'Period',
    by: 'Av',
    isCorrection: 'Rättelse efter stängning',
    yes: 'Ja',
    no: 'Nej',
    notGiven: 'Inte fördelat',
  },
  handOver: {
    title: 'Lämna över till planeringssystemet',
    intro: (period: string): string =>
      `${period}. Filen innehåller det som är nytt eller ändrat sedan förra gången.`,
    news: (n: number): string => (n === 1 ? 'En ny aktivitet' : `${capital(number(n))} nya aktiviteter`),
    changed: (n: number): string =>
      n === 1 ? 'En ändrad aktivitet' : `${capital(number(n))} ändrade aktiviteter`,
    known: (n: number): string =>
      n === 1 ? 'En aktivitet är redan överförd.' : `${capital(activities(n))} är redan överförda.`,
    last: (day: string): string => `Senast ${day}.`,
    none: 'Allt är redan överfört. Inget är nytt eller ändrat.',
    empty: 'Det finns inget att lämna över än. Här kommer det som är inlagt att stå.',
    lines: 'Det här lämnas över',
    isNew: 'Ny',
    isChanged: 'Ändrad',
    ask: 'Märk som överförda?',
    askLine: (n: number): string =>
      n === 1
        ? 'Då kommer aktiviteten med nästa gång bara om den ändras. Går att ångra.'
        : 'Då kommer de med nästa gång bara om de ändras. Går att ångra.',
    mark: (n: number): string => (n === 1 ? 'Märk aktiviteten' : `Märk ${number(n)} aktiviteter`),
    notNow: 'Inte nu',
    table: 'Överföring',
    key: 'Nyckel',
    whatNews: 'Nytt eller ändrat',
    told: (day: string): string => `Överförd ${day}`,
  },
  timeline: {
    menu: 'Historik',
    title: (place: string): string => `Historik: ${place}`,
    period: 'Period',
    wholeYear: (year: number): string => `Allt som gäller ${year}`,
    loading: 'Läser historiken …',
    failed: 'Historiken går inte att läsa just nu.',
    none: 'Inget har ändrats under den tiden.',
    list: 'Händelser',
    since: (day: string): string => `Här finns historik från ${day}.`,
    keeps: 'Listorna sparar de senaste versionerna av varje rad, oftast 50. Äldre försvinner av sig själva.',
    cutOff: (n: number): string =>
      n === 1
        ? 'En rad har äldre historik som inte finns kvar.'
        : `${capital(number(n, 'en'))} rader har äldre historik som inte finns kvar.`,
    unkept: (n: number): string =>
      n === 1
        ? 'För en rad har listan inte sparat några versioner.'
        : `För ${number(n, 'en')} rader har listan inte sparat några versioner.`,
    shownOf: (shown: number, all: number): string =>
      `${capital(number(all, 'en'))} avdelningar har ändringar. Här visas de ${number(shown, 'en')} som ändrades senast.`,
    unread: (n: number): string =>
      n === 1
        ? 'En ändrad rad är inte läst än.'
        : `${capital(number(n, 'en'))} ändrade rader är inte lästa än.`,
    readMore: 'Läs fler',
    moreRooms: (n: number): string =>
      n === 1 ? 'Visa en avdelning till' : `Visa ${number(n, 'en')} avdelningar till`,
    unknown: 'Fanns redan. Vad som stod tidigare finns inte kvar.',
    said: 'Kommentar',
    created: 'Lades in',
    save: 'Spara som fil',
    columns: {
      when: 'När',
      who: 'Vem',
      what: 'Vad hände',
      kind: 'Slag',
      record: 'Gäller',
      field: 'Fält',
      from: 'Från',
      to: 'Till',
    },
    kinds: { activities: 'Aktivitet', assignments: 'Fördelning', comments: 'Kommentar' },
  },
  versions: {
    missing: (lists: readonly string[]): string =>
      lists.length === 1
        ? `Listorna är skapade. Listan ${lists.join()} sparar inga versioner, så dess historik kan inte visas.`
        : `Listorna är skapade. Listorna ${list.format(lists)} sparar inga versioner, så deras historik kan inte visas.`,
    how: 'Slå på versioner i listans inställningar i SharePoint, under Versionsinställningar. Historiken sparas från den dagen.',
    unknown:
      'Listorna är skapade. Det gick inte att se om de sparar versioner. Skapa listorna igen senare för att kontrollera.',
  },
};
