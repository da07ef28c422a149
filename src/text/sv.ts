import type { RefusalCode } from '../basics/refusal.ts';
import type { Activity } from '../activities/activity.ts';

const words = [
  'noll',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
];

/** Small numbers in words, larger in digits, as Swedish authorities write. `en` is for words like "enhet", `ett` for "mål". */
function number(n: number, gender: 'en' | 'ett' = 'ett'): string {
  return n === 1 ? gender : (words[n] ?? String(n));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = new Intl.ListFormat('sv', { type: 'conjunction' });
const activities = (n: number) =>
  n === 0 ? 'ingen aktivitet' : n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`;
const units = (n: number) => (n === 0 ? 'ingen enhet' : n === 1 ? 'en enhet' : `${number(n)} enheter`);

const refusals: Record<RefusalCode, (limit: number) => string> = {
  titleMissing: () => 'Skriv en rad om vad ni gör.',
  titleTooLong: (limit) => `Texten är för lång för en rad. Högst ${limit} tecken får plats.`,
  goalMissing: () => 'Välj vilket mål det gäller.',
  goalUnknown: () => 'Målet finns inte längre. Välj ett annat.',
  goalNotThisYear: (year) => `Målet gäller inte ${year}. Välj ett annat.`,
  goalNotHeld: () => 'Ni har inte det målet själva, så det går inte att fördela vidare.',
  unitUnknown: () => 'Enheten finns inte längre. Välj en annan.',
  unitInactive: () => 'Enheten är avslutad. Välj en annan.',
  unitOutside: () => 'Enheten hör inte hit. Välj en enhet i listan.',
  keyTaken: () => 'Det finns redan. Välj ett annat namn.',
};

const kinds: Record<Activity['kind'], string> = {
  targeted: 'Riktad',
  ordinary: 'Gör vi redan',
  enabling: 'Möjliggör',
};
const kindLines: Record<Activity['kind'], string> = {
  targeted: 'Något ni gör för målets skull.',
  ordinary: 'Vanligt arbete som bidrar till målet. Räknas för sig.',
  enabling: 'Något som gör att andra kan nå målet.',
};
const states: Record<Activity['state'], string> = {
  planned: 'Planerad',
  ongoing: 'Pågår',
  done: 'Klar',
  dropped: 'Avbruten',
};

/** Every word on the screens, in the product's first language. The English catalogue must have the same entries. */
export const sv = {
  language: 'sv' as string,
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
    logFirst: 'Skriv ner något ni gör för ett av målen.',
    askForGoals: 'Målen fördelas av den som leder er verksamhet.',
  },
  assign: {
    button: 'Fördela mål',
    short: 'Fördela',
    shortLabel: (unit: string) => `Fördela mål till ${unit}`,
    title: 'Fördela mål',
    intro: 'Kryssa i vilka mål varje enhet ska ha. Inget sparas förrän du trycker på Spara.',
    all: 'Alla mål till alla',
    cell: (goal: string, unit: string) => `${goal} till ${unit}`,
    has: 'har målet',
    new: (n: number) => (n === 0 ? 'Inga nya' : n === 1 ? '1 ny' : `${n} nya`),
    haveAll: (names: readonly string[]) => `Har redan alla mål: ${list.format(names)}.`,
    noUnits: 'Här finns inga enheter att fördela till.',
    saved: (n: number) =>
      n === 1 ? 'En fördelning är gjord.' : `${capital(number(n, 'en'))} fördelningar är gjorda.`,
  },
  log: {
    button: 'Logga aktivitet',
    title: 'Logga aktivitet',
    what: 'Vad gör ni?',
    whatHint: 'En rad räcker.',
    unit: 'Var?',
    goal: 'För vilket mål?',
    otherGoals: 'Mål som inte är era',
    kind: 'Vad är det för slags arbete?',
    saveAndNext: 'Spara och skriv en till',
    willWait: (unit: string) =>
      `${unit} har inte det målet. Aktiviteten sparas och väntar tills enheten har fått det.`,
    saved: (title: string) => `”${title}” är inlagd.`,
    savedWaiting: (title: string) => `”${title}” är sparad och väntar på att enheten får målet.`,
  },
  goals: {
    title: 'Mål',
    none: 'Här kommer målen att stå när de har fördelats hit.',
    measured: 'mäts för hela regionen',
    stageGoal: (title: string, year: string) => `Etappmål ${year}: ${title}`,
    standing: (unitCount: number, activityCount: number, hasUnits: boolean) =>
      capital([hasUnits ? units(unitCount) : '', activities(activityCount)].filter(Boolean).join(' · ')),
  },
  units: {
    title: 'Enheter',
    standing: (goals: number, activityCount: number) =>
      goals === 0 ? 'inga mål' : `${goals} mål · ${activities(activityCount)}`,
    open: (unit: string) => `Öppna ${unit}`,
  },
  activities: {
    title: 'Aktiviteter',
    none: 'Här kommer det ni gör att stå. En rad räcker för att börja.',
    kinds,
    kindLines,
    states,
    waiting: 'Väntar på målet',
    unsent: 'Inte skickad än',
  },
  departments: {
    title: 'Avdelningar',
    intro: 'Välj en avdelning för att se dess mål och vad som görs.',
    none: 'Här kommer organisationens avdelningar att stå. De läggs in när tjänsten sätts upp.',
    back: 'Tillbaka',
  },
  tab: {
    title: 'Vilken avdelning ska fliken visa?',
    intro:
      'Alla i kanalen ser samma avdelning: dess mål, enheter och aktiviteter. Välj och tryck sedan på Spara.',
    department: 'Avdelning',
    choose: 'Välj avdelning',
    overview: 'Alla avdelningar',
  },
  year: 'År',
  save: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',
  loading: 'Hämtar …',
  sync: {
    saved: 'Sparat',
    saving: (n: number) => `Sparar ${n} …`,
    offline: (n: number) => (n === 0 ? 'Frånkopplad' : `Frånkopplad, ${n} väntar`),
    busy: (n: number) =>
      n === 0 ? 'SharePoint har mycket att göra' : `SharePoint har mycket att göra, ${n} väntar`,
    signedOut: (n: number) => (n === 0 ? 'Inte inloggad' : `Inte inloggad, ${n} väntar`),
    stopped: (n: number) => (n === 0 ? 'Når inte listorna' : `Når inte listorna, ${n} väntar`),
    needsYou: 'Behöver dig',
    loading: 'Hämtar …',
    notKept: 'Den här webbläsaren kan inte spara på enheten. Håll fliken öppen tills allt är skickat.',
    setAside: (n: number) =>
      n === 1
        ? 'En rad i listorna går inte att läsa.'
        : `${capital(number(n, 'en'))} rader i listorna går inte att läsa.`,
  },
  needsYou: {
    title: 'Behöver dig',
    some: (n: number) =>
      n === 1 ? 'En rad kunde inte sparas.' : `${capital(number(n, 'en'))} rader kunde inte sparas.`,
    show: 'Visa',
    intro: 'Det här kunde inte sparas. Det du skrev finns kvar tills du har bestämt dig.',
    assign: (goal: string, unit: string) => `Fördela ${goal} till ${unit}`,
    log: (title: string) => `Logga ”${title}”`,
    forbidden: 'Du har inte rätt att ändra i listan. Be den som äger webbplatsen om rätt att redigera.',
    notFound: 'Raden finns inte längre i listan.',
    invalid: 'SharePoint tog inte emot raden.',
    retry: 'Försök igen',
    discard: 'Ta bort',
    none: 'Allt är sparat.',
  },
  trouble: {
    again: 'Försök igen',
    report: 'Kopiera felrapport',
    copied: 'Kopierad',
    details: 'Tekniska detaljer',
    alone: {
      title: 'Öppna fliken i Teams',
      body: 'Den här sidan visas i Microsoft Teams. Öppna Teams och gå till kanalen där fliken finns.',
    },
    silent: {
      title: 'Teams svarar inte',
      body: 'Fliken väntade på Teams utan att få svar. Ladda om fliken. Hjälper det inte: starta om Teams.',
    },
    configuration: {
      title: 'Tjänsten är inte färdigt uppsatt',
      body: 'Filen config.json saknas eller är fel. Den som har lagt upp tjänsten behöver rätta den. Kopiera felrapporten och skicka den dit.',
    },
    offline: {
      title: 'Ingen kontakt',
      body: 'Det går inte att nå SharePoint just nu. Kontrollera nätet. Fliken försöker igen av sig själv.',
    },
    throttled: {
      title: 'SharePoint har mycket att göra',
      body: 'Fliken väntar en stund och försöker igen av sig själv.',
    },
    unavailable: {
      title: 'SharePoint svarar inte som det ska',
      body: 'Det brukar gå över. Fliken försöker igen av sig själv.',
    },
    conflict: { title: 'Listorna ändras just nu', body: 'Fliken försöker igen av sig själv.' },
    signedOut: {
      title: 'Du är inte inloggad',
      body: 'Teams kunde inte logga in dig. Försök igen. Hjälper det inte: logga ut ur Teams och in igen.',
    },
    forbidden: {
      title: 'Du har inte tillgång',
      body: 'Be den som äger webbplatsen för miljömålen att lägga till dig som medlem eller besökare.',
    },
    notFound: {
      title: 'Webbplatsen finns inte',
      body: 'Webbplatsen med listorna går inte att hitta. Den som har satt upp tjänsten behöver kontrollera adressen i config.json.',
    },
    listMissing: {
      title: 'Listorna är inte skapade än',
      body: 'Webbplatsen finns, men inte listorna för mål och aktiviteter. Den som äger webbplatsen kan skapa dem här.',
    },
    createLists: 'Skapa listorna',
    creatingLists: 'Skapar listorna …',
    createFailed:
      'Listorna kunde inte skapas. Du behöver vara ägare av webbplatsen och få rätten Sites.Manage.All.',
    invalid: {
      title: 'SharePoint förstod inte frågan',
      body: 'Kopiera felrapporten och skicka den till den som har satt upp tjänsten.',
    },
    roomUnknown: {
      title: 'Avdelningen finns inte längre',
      body: 'Fliken är inställd på en avdelning som inte finns i organisationen. Ta bort fliken och lägg till den igen för att välja en annan.',
    },
    screen: { title: 'Något gick fel på skärmen', body: 'Det du har sparat finns kvar. Ladda om fliken.' },
  },
  refused: (code: RefusalCode, limit: number): string => refusals[code](limit),
};

export type Text = typeof sv;
