import type { ComparedList, Moved } from '../followup/thenAndNow.ts';
import type { PeriodStanding } from '../followup/periodPlan.ts';
import { capital, list, number } from './svNumbers.ts';

const checkIns = (n: number) => (n === 1 ? 'ett läge' : `${number(n)} lägen`);
const outcomes = (n: number) => (n === 1 ? 'ett utfall' : `${number(n)} utfall`);
const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n, 'en')} aktiviteter`);
const assignments = (n: number) => (n === 1 ? 'en fördelning' : `${number(n, 'en')} fördelningar`);
/** As many names as a line holds; the rest stands behind a number. */
const mostNames = 4;
const named = (names: readonly string[]) =>
  names.length <= mostNames
    ? list.format(names)
    : `${names.slice(0, mostNames - 1).join(', ')} och ${number(names.length - mostNames + 1)} till`;

/** Periods: planned, closed, and held against what has come since. */
export const periods = {
  intro:
    'Perioderna är det ni följer upp och redovisar till nämnden, till exempel ett delår eller hela året.',
  empty: (year: number) =>
    `Här kommer perioderna för ${year} att stå. En period är en tid som följs upp och redovisas till nämnden. När den stängs sparas allt som det står då.`,
  add: (title: string) => `Lägg in ${title}`,
  addOther: 'Ny period',
  change: 'Ändra',
  changeFor: (title: string) => `Ändra ${title}`,
  close: 'Stäng perioden',
  closeFor: (title: string) => `Stäng perioden ${title}`,
  handOver: 'Lämna över till planeringssystemet',
  handOverFor: (title: string) => `Lämna över ${title} till planeringssystemet`,
  standings: {
    open: 'Öppen',
    soon: 'Snart dags',
    late: 'Försenad',
    closing: 'Stängs',
    closed: 'Stängd',
  } satisfies Record<PeriodStanding, string>,
  days: (n: number) => {
    if (n < 0) return `${n === -1 ? 'en dag' : `${number(-n, 'en')} dagar`} över tiden`;
    if (n === 0) return 'sista dagen i dag';
    return `${n === 1 ? 'en dag' : `${number(n, 'en')} dagar`} kvar`;
  },
  span: (from: string, to: string) => `${from} – ${to}`,
  due: (day: string) => `klar senast ${day}`,
  boardMeeting: (day: string) => `nämnden ${day}`,
  closedBy: (day: string, name: string) => (name === '' ? `Stängd ${day}` : `Stängd ${day} av ${name}`),
  snapshot: 'Öppna ögonblicksbilden',
  snapshotFor: (title: string) => `Öppna ögonblicksbilden av ${title} i SharePoint`,
  missing: 'Visa vad som saknas',
  missingFor: (title: string) => `Visa vad som saknas för ${title}`,
  hideMissing: 'Dölj vad som saknas',
  hideMissingFor: (title: string) => `Dölj vad som saknas för ${title}`,
  begun: 'Stängningen är påbörjad men inte klar. Så länge går det inte att ändra i perioden.',
  goOn: 'Fortsätt',
  callOff: 'Avbryt stängningen',
  form: {
    new: 'Ny period',
    change: 'Ändra perioden',
    name: 'Namn',
    kind: 'Slag',
    kinds: { interim: 'Delår', fullYear: 'Helår' },
    kindHints: {
      interim: 'När den stängs fryses lägen och utfall.',
      fullYear: 'När den stängs fryses lägen, utfall, fördelningar och aktiviteter.',
    },
    starts: 'Första dagen',
    ends: 'Sista dagen',
    dueOn: 'Klar senast',
    dueHint: 'Lämna tomt om det är sista dagen.',
    boardMeetingOn: 'Nämndens möte',
    gone: 'Perioden är stängd och går inte att ändra.',
  },
  closing: {
    title: (period: string) => `Stäng ${period}`,
    loading: 'Läser alla avdelningar …',
    unread: 'Avdelningarna går inte att läsa just nu.',
    intro: 'Perioden sparas som den är nu. Efter det går det bara att rätta, med en förklaring.',
    frozen: 'Det här fryses',
    checkIns: (n: number) => (n === 0 ? 'Inga lägen' : capital(checkIns(n))),
    outcomes: (n: number) => (n === 0 ? 'Inga utfall av mätetal' : `${capital(outcomes(n))} av mätetal`),
    activities: (n: number) => (n === 0 ? 'Inga aktiviteter' : capital(activities(n))),
    assignments: (n: number) => (n === 0 ? 'Inga fördelningar' : capital(assignments(n))),
    free: 'Aktiviteter och fördelningar går att ändra som vanligt.',
    missing: 'Det här saknas',
    silent: (names: readonly string[]) => `Läge från ${named(names)}`,
    unmeasured: (names: readonly string[]) => `Utfall för ${named(names)}`,
    nothingMissing: 'Inget saknas.',
    early: (day: string) => `Perioden slutar först ${day}. Det som händer efter stängningen kommer inte med.`,
    stuck: (n: number) =>
      n === 1
        ? 'En rad hos dig kunde inte sparas och kommer inte med.'
        : `${capital(number(n, 'en'))} rader hos dig kunde inte sparas och kommer inte med.`,
    start: 'Stäng perioden',
    steps: {
      locked: 'Perioden låses',
      counted: 'Allt räknas om',
      read: 'Alla avdelningar läses',
      saved: 'Ögonblicksbilden sparas i SharePoint',
      closed: 'Perioden stängs',
    },
    done: 'klart',
    underWay: 'pågår',
    ahead: 'återstår',
    waits: 'Väntar på SharePoint. Det fortsätter av sig självt.',
    finished: 'Perioden är stängd och ögonblicksbilden är sparad.',
    byOther: 'Någon annan hann stänga perioden. Det är deras ögonblicksbild som gäller.',
    keepOpen: 'Låt rutan vara öppen tills det är klart. Stängs den går det att fortsätta senare.',
    again: 'Försök igen',
    troubles: {
      reading: 'Det gick inte att läsa allt just nu. Inget är stängt än. Försök igen om en stund.',
      notReached:
        'Ögonblicksbilden gick inte att spara just nu. Perioden är inte stängd än. Försök igen om en stund.',
      notAllowed:
        'Du har inte rätt att spara i webbplatsens dokument. Perioden är inte stängd än. Be den som äger webbplatsen om hjälp.',
      calledOff: 'Någon har avbrutit stängningen. Börja om om den ska stängas.',
    },
  },
  compared: {
    title: 'Då och nu',
    show: 'Visa då och nu',
    showFor: (title: string) => `Visa då och nu för ${title}`,
    hide: 'Dölj då och nu',
    hideFor: (title: string) => `Dölj då och nu för ${title}`,
    loading: 'Jämför med ögonblicksbilden …',
    was: 'Då',
    is: 'Nu',
    same: 'Inget har ändrats sedan perioden stängdes.',
    sameWords: 'Sammanfattningen är densamma som då:',
    count: (n: number) =>
      n === 1 ? 'En ändring sedan dess' : `${capital(number(n, 'en'))} ändringar sedan dess`,
    unread: 'Det går inte att läsa hur det är nu.',
    otherBoard: 'Nämnden fanns inte när perioden stängdes.',
    again: 'Försök igen',
    troubles: {
      missing: 'Ögonblicksbilden finns inte kvar i SharePoint. Någon kan ha flyttat eller tagit bort filen.',
      changed: 'Ögonblicksbilden har ändrats efter stängningen, så den går inte att lita på.',
      otherVersion: 'Ögonblicksbilden är sparad av en annan version av tjänsten och går inte att läsa här.',
      unreadable: 'Ögonblicksbilden går inte att läsa.',
      notReached: 'Ögonblicksbilden går inte att hämta just nu.',
    },
    lists: {
      activities: { new: 'Ny aktivitet', changed: 'Ändrad aktivitet', gone: 'Borttagen aktivitet' },
      assignments: { new: 'Ny fördelning', changed: 'Ändrad fördelning', gone: 'Borttagen fördelning' },
      measurements: { new: 'Nytt utfall', changed: 'Ändrat utfall', gone: 'Borttaget utfall' },
      comments: { new: 'Nytt läge', changed: 'Ändrat läge', gone: 'Borttaget läge' },
    } satisfies Record<ComparedList, Record<Moved['what'], string>>,
    hows: {
      corrected: 'Rättat',
      after: 'Ändrat efter stängningen',
      since: 'Ändrat sedan dess',
    } satisfies Record<Moved['how'], string>,
    region: 'hela regionen',
    reason: (words: string, name: string, day: string) =>
      `”${words}” ${[name, day].filter(Boolean).join(', ')}`.trim(),
  },
  correction: {
    offer: 'Gör till en rättelse',
    why: 'Varför rättas det?',
    hint: 'Förklaringen sparas tillsammans med ändringen och syns i ”Då och nu”.',
    send: 'Spara rättelsen',
  },
};
