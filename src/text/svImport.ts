import type { ProblemCode } from '../exchange/problem.ts';
import { template } from './svImportTemplate.ts';
import { capital, number } from './svNumbers.ts';

const count = new Intl.NumberFormat('sv');
const rows = (n: number) => (n === 1 ? 'en rad' : `${n < 13 ? number(n, 'en') : count.format(n)} rader`);

/** What is wrong with a row, and what to do about it; `value` is what stands there. */
const problems: Record<Exclude<ProblemCode, 'rule'>, (value: string, limit: number) => string> = {
  cellError: (value) => `Formeln ger fel (${value}). Rätta den i filen, eller skriv värdet.`,
  garbled: (value) =>
    `Å, ä eller ö har gått sönder: ”${value}”. Spara filen som CSV UTF-8 eller Excel, och läs in den igen.`,
  missing: () => 'Cellen är tom. Fyll i den.',
  tooLong: (value, most) => `Texten är för lång: ”${value}”. Högst ${count.format(most)} tecken får plats.`,
  notNumber: (value) => `”${value}” är inget tal. Skriv till exempel 1 234,5.`,
  notDay: (value) => `”${value}” är inget datum. Skriv till exempel 2023-08-25.`,
  notYear: (value) => `”${value}” är inget år. Skriv fyra siffror.`,
  notYesNo: (value) => `”${value}” går inte att tolka. Skriv ja eller nej.`,
  notKnown: (value) => `”${value}” är inget av valen. Mallen visar vilka ord som går att använda.`,
  levelMissing: () => 'Skriv om det är en nämnd, en avdelning eller en enhet.',
  levelOther: (value) =>
    `${value} finns redan på en annan nivå. Nivån går inte att ändra. Rätta nivån i filen.`,
  parentMissing: () => 'Skriv vad enheten ligger under.',
  parentUnknown: (value) =>
    `${value} finns inte i organisationen, eller går inte att läsa in. Lägg till en rad för den, eller rätta namnet.`,
  several: (value) =>
    `Flera heter ”${value}”. Skriv vilken, till exempel med avdelningen framför: Avdelning / Enhet, eller fyll i nyckeln.`,
  unitUnknown: (value) =>
    `${value} finns inte i organisationen. Rätta namnet, eller läs in organisationen först.`,
  goalUnknown: (value) => `Målet ”${value}” finns inte. Rätta namnet, eller läs in målen först.`,
  stageGoalUnknown: (value) =>
    `Etappmålet ”${value}” finns inte under målet. Rätta namnet, eller töm cellen.`,
  indicatorUnknown: (value) => `Mätetalet ”${value}” finns inte. Rätta namnet, eller läs in mätetalen först.`,
  periodUnknown: (value) => `Perioden ”${value}” finns inte. Rätta namnet, eller lägg upp perioden först.`,
  sameTwice: (_, row) => `Rad ${row} gäller samma sak men säger något annat. Behåll den rad som stämmer.`,
  headUnknown: (value) =>
    `${value} finns inte i katalogen. Namnet sparas, men personen får inga meddelanden förrän du väljer chefen på organisationssidan.`,
  headSeveral: (value) =>
    `Flera heter ${value}. Namnet sparas, och du väljer vem det är på organisationssidan.`,
  unitStays: (value) => `Aktiviteten ligger kvar hos ${value}. En import flyttar inga aktiviteter.`,
};

/** Reading in what others have in files. */
export const importing = {
  title: 'Importera',
  back: 'Tillbaka till översikten',
  intro: 'Läs in det ni redan har. Inget sparas förrän du har sett vad som blir nytt och vad som ändras.',
  steps: { file: 'Vad och fil', columns: 'Kolumner', review: 'Granska', run: 'Importera' },
  stepOf: (n: number): string => `Steg ${n} av 4`,
  what: 'Vad ska läsas in?',
  kinds: { units: 'Organisationen', goals: 'Mål', activities: 'Aktiviteter', measurements: 'Utfall' },
  kindLines: {
    units: 'Nämnder, avdelningar och enheter, med chefer.',
    goals: 'Mål med etappmål och mätetal.',
    activities: 'Från planeringssystemet eller en egen lista.',
    measurements: 'Mätetalens utfall i en period.',
  },
  file: 'Fil',
  fileHint: 'Excel (.xlsx) eller text (.csv, .tsv), högst 5 000 rader.',
  choose: 'Välj fil',
  chooseOther: 'Välj en annan fil',
  reading: 'Läser filen …',
  chosen: (n: number): string => `Filen är läst: ${rows(n)}.`,
  template: 'Ladda ner en mall',
  templateHint: 'En Excelfil med rubriker, ett exempel att byta ut och en flik som förklarar kolumnerna.',
  templateMade: 'Mallen är nedladdad.',
  templateNotMade: 'Mallen gick inte att göra. Försök igen när nätet är bättre.',
  sheet: 'Flik',
  merged: (n: number): string =>
    n === 1
      ? 'En cell är sammanslagen. Det som står i den gäller för alla rader den täcker.'
      : `${capital(number(n, 'en'))} celler är sammanslagna. Det som står i dem gäller för alla rader de täcker.`,
  next: 'Fortsätt',
  previous: 'Tillbaka',
  columnsIntro:
    'Säg vilken kolumn i filen som är vad. Det som kändes igen är redan ifyllt, och ditt val används nästa gång.',
  none: 'Finns inte i filen',
  column: (...[title = '', letter = '']: readonly string[]): string => `${title} (kolumn ${letter})`,
  twice: (...[titles = '']: readonly string[]): string =>
    `Flera kolumner har samma rubrik: ${titles}. Kontrollera att rätt kolumn är vald.`,
  needed: 'Behövs',
  missingColumns: (...[names = '']: readonly string[]): string =>
    `Det saknas en kolumn för: ${names}. Välj kolumn, eller lägg till den i filen och välj filen igen.`,
  emptyCell: 'En tom cell ändrar inget som redan finns.',
  sample: (...[value = '']: readonly string[]): string => `Till exempel: ${value}`,
  looking: 'Jämför med det som finns …',
  lookingPeople: (n: number): string => `Slår upp ${n === 1 ? 'en person' : `${count.format(n)} personer`} …`,
  unread: 'Det som redan finns går inte att läsa just nu, så filen går inte att jämföra.',
  again: 'Försök igen',
  states: { new: 'Nya', changed: 'Ändras', same: 'Oförändrade', double: 'Dubbletter', cannot: 'Går inte' },
  stateOf: { new: 'Ny', changed: 'Ändras', same: 'Oförändrad', double: 'Dubblett', cannot: 'Går inte' },
  summary: (...[fresh = 0, changed = 0, cannot = 0]: readonly number[]): string => {
    const parts = [
      fresh === 0 ? '' : `${rows(fresh)} är ${fresh === 1 ? 'ny' : 'nya'}`,
      changed === 0 ? '' : `${rows(changed)} ändrar något`,
      cannot === 0 ? '' : `${rows(cannot)} går inte att läsa in`,
    ].filter(Boolean);
    return parts.length === 0 ? 'Inget är nytt eller ändrat.' : `${capital(parts.join(', '))}.`;
  },
  show: 'Visa',
  all: (n: number): string => `Alla (${count.format(n)})`,
  stateCount: (...[name = '', n = '']: readonly string[]): string => `${name} (${n})`,
  lines: 'Rader i filen',
  row: (n: number): string => `Rad ${n}`,
  fromTo: (...[field = '', from = '', to = '']: readonly string[]): string => `${field}: ${from} → ${to}`,
  emptyValue: 'tomt',
  yes: 'ja',
  no: 'nej',
  doubleOf: 'En annan rad säger samma sak. Den läses in en gång.',
  willWait: 'Väntar tills enheten har målet.',
  waiting: (n: number): string =>
    n === 1
      ? 'En aktivitet väntar tills enheten har fått målet.'
      : `${capital(n < 13 ? number(n, 'en') : count.format(n))} aktiviteter väntar tills enheterna har fått målen.`,
  leftOut: (n: number): string =>
    n === 1
      ? 'En rad lämnas utanför om du importerar nu. Rätta den i filen och läs in filen igen, så kommer den med.'
      : `${capital(rows(n))} lämnas utanför om du importerar nu. Rätta dem i filen och läs in filen igen, så kommer de med.`,
  saveProblems: 'Ladda ner felen',
  problemsName: 'fel-i-filen',
  problemHead: ['Rad', 'Kolumn', 'Innehåll', 'Vad som är fel'],
  wholeRow: 'Hela raden',
  nothing: 'Det finns inget att importera: allt i filen finns redan.',
  nothingCan: 'Ingen rad går att läsa in som den står. Se vad som är fel här nedanför.',
  nothingElse: 'Resten av filen finns redan. Se vad som är fel med de andra här nedanför.',
  import: (n: number): string => (n === 1 ? 'Importera en rad' : `Importera ${rows(n)}`),
  moved: 'Något har ändrats sedan du granskade. Se igenom raderna igen.',
  progress: (...[done = 0, all = 0]: readonly number[]): string =>
    `${count.format(done)} av ${count.format(all)} sparade`,
  done: (n: number): string => `Klart. ${capital(rows(n))} ${n === 1 ? 'är sparad' : 'är sparade'}.`,
  doneButSome: (...[saved = 0, denied = 0]: readonly number[]): string => {
    const kept = saved === 0 ? '' : `${capital(rows(saved))} ${saved === 1 ? 'är sparad' : 'är sparade'}. `;
    return `${kept}${capital(rows(denied))} gick inte att spara: se varför här nedanför.`;
  },
  stopped: (n: number): string =>
    n === 0 ? 'Importen är avbruten.' : `Importen är avbruten. ${capital(rows(n))} hann sparas.`,
  canLeave: 'Du kan lämna sidan. Det som återstår sparas i bakgrunden, även om fliken laddas om.',
  takeBack: 'Ångra importen',
  takenBack: 'Importen är ångrad.',
  more: 'Läs in en fil till',
  results: { saved: 'Sparat', waiting: 'Väntar', denied: 'Nekat', gone: 'Avbrutet' },
  deniedWhy: 'Webbplatsen tog inte emot raden. Öppna ”Behöver dig” överst.',
  reader: 'Bara den som äger webbplatsen kan läsa in organisation, mål och utfall. Be en ägare göra det.',
  files: {
    empty: 'Filen är tom. Kontrollera att det är rätt fil.',
    onlyHead: 'Filen har bara rubriker. Lägg till minst en rad under dem.',
    tooLarge: 'Filen är för stor. Högst 10 MB går att läsa in. Dela upp den i flera filer.',
    tooManyRows:
      'Filen har för många rader. Högst 5 000 går att läsa in åt gången. Dela upp den, till exempel en fil för varje avdelning.',
    tooManyColumns: 'Filen har för många kolumner. Högst 200 går att läsa. Ta bort dem som inte behövs.',
    oldExcel: 'Det här är en äldre Excelfil (.xls). Öppna den i Excel och spara som Excel-arbetsbok (.xlsx).',
    locked: 'Filen är skyddad med lösenord. Ta bort lösenordet i Excel och spara filen igen.',
    notExcel:
      'Det här är ingen Excelfil, även om namnet säger det. Öppna den där den kommer ifrån och spara som .xlsx eller .csv.',
    notTable: 'Det här är ingen tabell. Välj en fil som slutar på .xlsx, .csv eller .tsv.',
    damaged: 'Filen är skadad och går inte att öppna. Spara den igen, eller hämta den på nytt.',
    notRead: 'Filen gick inte att läsa. Stäng den i andra program och välj den igen.',
  },
  rowsIn: (n: number): string => `Filen har ${count.format(n)} rader.`,
  problems,
  columns: template.columns,
  templates: template.templates,
  codes: {
    character: { operational: 'verksamhet', administrative: 'administration' },
    direction: { down: 'ner', up: 'upp' },
  },
};
