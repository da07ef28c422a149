import { list } from './svNumbers.ts';

/** The words of telling how it goes, line by line, in a period. */
export const checkIns = {
  give: 'Lämna läge',
  missing: (n: number, all: number) => (n === 0 ? 'Läge lämnat' : `${n} av ${all} saknas`),
  title: (period: string) => `Läge: ${period}`,
  intro: 'Säg hur det går, rad för rad. En kommentar får ni gärna lägga till. Inget sparas förrän du sparar.',
  reading: 'Du kan läsa men inte ändra.',
  period: 'Period',
  what: { goal: 'Mål', activity: 'Aktivitet' },
  status: (title: string) => `Hur går det med ${title}?`,
  isMissing: 'Läge saknas',
  now: 'Nu:',
  last: (period: string) => `Sist, ${period}:`,
  same: 'Samma som sist',
  sameFor: (title: string) => `Samma som sist för ${title}`,
  sameForAll: 'Samma som sist för alla som saknas',
  comment: 'Kommentar, om du vill',
  commentOn: (title: string) => `Kommentar till ${title}`,
  statusMissing: 'Välj hur det går, så sparas kommentaren.',
  linesOf: (unit: string) => `Läge för ${unit}`,
  none: 'Här kommer era mål och aktiviteter att stå när ni har fått mål.',
  nothingChosen: 'Välj hur det går på minst en rad.',
  chosen: (n: number) => (n === 1 ? 'En rad att spara' : `${n} rader att spara`),
  gone: (titles: readonly string[]) =>
    `${list.format(titles)} finns inte längre här. Det du har valt där sparas inte.`,
  /** For the strategist: of how many held goals nobody has said how it goes. */
  overview: {
    sentence: (n: number, all: number) => `Läge saknas för ${n} av ${all} mål.`,
    list: 'Läge som saknas',
    all: 'Alla har lämnat läge.',
    nobody: 'Ingen har fått något mål än.',
    of: (n: number, all: number) => `${n} av ${all} mål`,
    itself: 'avdelningen själv',
    places: (names: readonly string[]) => list.format(names),
  },
};
