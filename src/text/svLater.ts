import type { Activity } from '../activities/activity.ts';
import type { Assignment } from '../assignments/assignment.ts';
import type { Day } from '../basics/day.ts';
import type { Status } from '../followup/status.ts';
import type { RefusalCode } from '../basics/refusal.ts';
import type { Text } from './sv.ts';
import { refusals } from './svRefusals.ts';
import { roles } from './svRoles.ts';
import { setup } from './svSetup.ts';
import { saved } from './svSaved.ts';
import { sidePages } from './svSidePages.ts';
import { trouble } from './svTrouble.ts';
import { signIn } from './svSignIn.ts';
import { fieldNames } from './svFields.ts';
import { forget } from './svForget.ts';
import { asking, telling } from './svAsking.ts';
import { assign } from './svMatrix.ts';
import { logging } from './svLogging.ts';
import { meeting } from './svMeeting.ts';
import { ideas } from './svIdeas.ts';
import { goalsPage } from './svGoals.ts';
import { organisation } from './svOrganisation.ts';
import { importing } from './svImport.ts';
import { indicators } from './svIndicators.ts';
import { changes } from './svChanges.ts';
import { checkIns } from './svCheckIns.ts';
import { dialogues } from './svDialogues.ts';
import { exchange } from './svExchange.ts';
import { gaps } from './svGaps.ts';
import { memo } from './svMemo.ts';
import { newYear } from './svNewYear.ts';
import { overview } from './svOverview.ts';
import { panel } from './svPanel.ts';
import { periods } from './svPeriods.ts';
import { recount } from './svRecount.ts';
import { tab, version } from './svTab.ts';
import { capital, list, number } from './svNumbers.ts';

const thousands = new Intl.NumberFormat('sv');
const dates = new Intl.DateTimeFormat('sv', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const rows = (n: number) => (n === 1 ? 'en rad' : `${number(n)} rader`);

const kindLines: Record<Activity['kind'], string> = {
  targeted: 'Något ni gör för målets skull.',
  ordinary: 'Vanligt arbete som bidrar till målet. Räknas för sig.',
  enabling: 'Något som gör att andra kan nå målet.',
};

const assignmentStates: Record<Assignment['state'], string> = {
  requested: 'Efterfrågat',
  assigned: 'Fördelat',
  withdrawn: 'Taget tillbaka',
};

const consultations: Record<Assignment['consultation'], string> = {
  none: 'Inget svar än',
  agreed: 'Vi är överens',
  discuss: 'Låt oss prata',
};

/** The words of drawers, notices and rare pages: fetched with them, so that the first frame does not carry them. */
export const svLater = {
  save: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',
  refused: (code: RefusalCode, limit: number): string => refusals[code](limit),
  date: (day: Day): string => dates.format(new Date(`${day}T00:00:00Z`)),
  organisation,
  goalsPage,
  assign,
  log: {
    title: 'Logga aktivitet',
    what: 'Vad gör ni?',
    whatHint: 'En rad räcker.',
    unit: 'Var?',
    goal: 'För vilket mål?',
    otherGoals: 'Be om ett mål',
    kind: 'Vad är det för slags arbete?',
    kindLines,
    saveAndNext: 'Spara och skriv en till',
    willWait: (unit: string) =>
      `${unit} har inte det målet. Aktiviteten sparas och väntar tills enheten har fått det.`,
  },
  change: {
    title: 'Aktivitet',
    responsible: 'Ansvarig',
    starts: 'Börjar',
    due: 'Klar senast',
    effect: 'Vad väntas det ge?',
    description: 'Beskrivning',
    halfDate: 'Fyll i hela datumet, eller töm det.',
    othersChanged: (fields: readonly string[]) =>
      `Någon annan har ändrat ${list.format(fields.map((field) => field.toLowerCase()))} medan du hade aktiviteten öppen.`,
    kept: 'Det du har skrivit står kvar.',
    gone: 'Någon har tagit bort aktiviteten. Det du har skrivit står kvar här tills du stänger.',
    unsaved: 'Du har ändringar som inte är sparade.',
    throwAway: 'Släng ändringarna',
    state: 'Läge',
    finish: 'Markera som klar',
    finishLine: 'Arbetet är gjort. Går att ångra.',
    drop: 'Avsluta utan att göra klart',
    dropLine: 'Aktiviteten ligger kvar men räknas inte längre. Går att ångra.',
    reopen: 'Öppna igen',
    reopenLine: 'Aktiviteten pågår igen. Går att ångra.',
  },
  saved,
  notices: {
    stuck: (n: number) => (n === 1 ? 'En rad kunde inte sparas.' : `${capital(rows(n))} kunde inte sparas.`),
    show: 'Visa',
    notKept: 'Den här webbläsaren kan inte spara på enheten. Håll fliken öppen tills allt är skickat.',
    setAside: (n: number) =>
      `${capital(rows(n))} i listorna går inte att läsa. Någon har ändrat ${n === 1 ? 'den' : 'dem'} för hand i SharePoint.`,
    crowded: (place: string, n: number) =>
      `Det börjar bli fullt: ${place} har ${thousands.format(n)} rader, och SharePoint klarar 5 000 på ett ställe. Än så länge fungerar allt. Lägg nya aktiviteter på enheterna i stället för på avdelningen, och säg till den som sköter tjänsten.`,
    damaged: (commands: number) =>
      [
        'Något som låg på enheten gick inte att läsa. Det hämtas på nytt från SharePoint.',
        unreadable(commands),
      ]
        .filter(Boolean)
        .join(' '),
  },
  waiting: {
    title: 'Väntar och behöver dig',
    none: 'Allt är sparat. Inget väntar på att skickas.',
    needsYou: 'Behöver dig',
    needsYouIntro: 'Det här kunde inte sparas. Det du skrev finns kvar tills du har bestämt dig.',
    waits: 'Väntar',
    sending: 'Skickas just nu.',
    offline: 'Det går inte att nå SharePoint just nu. Allt skickas av sig självt när nätet är tillbaka.',
    busy: 'SharePoint har mycket att göra. Allt skickas av sig självt om en stund.',
    signedOut: 'Du är inte inloggad. Allt skickas när du har loggat in.',
    stopped: 'Listorna går inte att nå. Det du skrev ligger kvar tills de går att nå igen.',
    tryNow: 'Försök nu',
    retry: 'Försök igen',
    change: 'Ändra',
    sentMeanwhile: 'Raden hann skickas medan du skrev. Spara, så ändras den.',
    discard: 'Ta bort',
    discardSure: 'Ta bort för gott? Den går inte att få tillbaka.',
    discardYes: 'Ja, ta bort',
    keep: 'Behåll',
    more: (n: number) => `Visa ${thousands.format(n)} till`,
    showLines: 'Visa raderna',
    hideLines: 'Dölj raderna',
    saving: (done: number, size: number) => `Sparar ${thousands.format(done)} av ${thousands.format(size)}`,
    minutesLeft: (n: number) =>
      n <= 1
        ? 'Ungefär en minut kvar i den här takten.'
        : `Ungefär ${number(n, 'en')} minuter kvar i den här takten.`,
    cancelRest: 'Avbryt resten',
    cancelSure: 'Det som är sparat ligger kvar. Resten sparas inte.',
    cancelYes: 'Ja, avbryt resten',
    goOn: 'Fortsätt spara',
    forbidden: 'Du har inte rätt att ändra i listan. Be den som äger webbplatsen om rätt att redigera.',
    notFound: 'Raden finns inte längre i listan.',
    invalid: 'SharePoint tog inte emot raden.',
  },
  /** What a command is, in words. */
  commands: {
    log: (title: string) => `Ny aktivitet: ”${title}”`,
    assign: (goal: string, unit: string) => `Fördela ${goal} till ${unit}`,
    withdraw: (goal: string, unit: string) => `Ta tillbaka ${goal} från ${unit}`,
    request: (goal: string, unit: string) => `Be om ${goal} till ${unit}`,
    consult: (answer: Assignment['consultation'], goal: string, unit: string) =>
      `Samråd om ${goal}, ${unit}: ${consultations[answer].toLowerCase()}`,
    dialogue: (department: string) => `Samtal med ${department}`,
    reminder: (name: string) => `Påminnelse till ${name}`,
    restore: (department: string) => `Ta fram en lucka hos ${department}`,
    dismiss: (department: string) => `Lägg åt sidan en lucka hos ${department}`,
    comment: (words: string) => `Kommentar: ”${words}”`,
    checkIn: (status: Status, unit: string) => `Läge för ${unit}: ${overview.statuses[status].toLowerCase()}`,
    handOver: (title: string) => `Märk ”${title}” som överförd`,
    extendGoal: (goal: string) => `Förläng ${goal}`,
    unit: (title: string) => `Enheten ${title}`,
    goal: (title: string) => `Målet ${title}`,
    stageGoal: (title: string) => `Etappmålet ${title}`,
    indicator: (title: string) => `Mätetalet ${title}`,
    bringAlong: (title: string) => `Ta med ”${title}” till enhetens nya plats`,
    measure: (indicator: string, year: number) => `Utfall ${year}: ${indicator}`,
    period: (title: string) => `Perioden ${title}`,
    closing: (title: string, to: 'closing' | 'closed' | 'open') =>
      ({
        closing: `Börja stänga ${title}`,
        closed: `Stäng ${title}`,
        open: `Avbryt stängningen av ${title}`,
      })[to],
    change: (title: string) => `Ändra ”${title}”`,
    done: (title: string) => `Markera ”${title}” som klar`,
    dropped: (title: string) => `Avsluta ”${title}” utan att göra klart`,
    reopened: (title: string) => `Öppna ”${title}” igen`,
    takeBack: (title: string) => `Ångra: ”${title}”`,
    takeBackSeveral: (n: number) => `Ångra ${thousands.format(n)} ändringar`,
  },
  clash: {
    intro: 'Du och någon annan har ändrat samma sak. Välj vad som ska gälla.',
    mine: 'Mitt',
    theirs: 'Deras',
    keepMine: 'Behåll mitt',
    keepTheirs: 'Behåll deras',
    fields: fieldNames,
    assignmentStates,
    consultations,
    empty: 'Tomt',
    removed: 'Borttagen',
    present: 'Finns kvar',
  },
  file: {
    save: 'Spara som fil',
    /** In the file's name: no å, ä or ö, which old file systems garble. */
    name: 'ej-sparat',
    hint: 'Allt som inte är skickat, i en fil som går att öppna och läsa.',
  },
  forget,
  logging,
  meeting,
  asking,
  telling,
  panel,
  recount,
  overview,
  memo,
  gaps,
  changes,
  checkIns,
  dialogues,
  exchange,
  importing,
  indicators,
  newYear,
  periods,
  ideas,
  tab,
  version,
  roles,
  setup,
  sidePages,
  signIn,
  trouble,
};

function unreadable(commands: number): string {
  if (commands === 0) return '';
  return commands === 1
    ? 'En rad som inte var skickad går inte att läsa. Den ligger kvar på enheten.'
    : `${capital(rows(commands))} som inte var skickade går inte att läsa. De ligger kvar på enheten.`;
}

export type LaterText = typeof svLater;

/** Every word, for what is fetched after the first frame. */
export type FullText = Text & LaterText;
