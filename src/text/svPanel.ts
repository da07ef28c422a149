import { capital, list, number } from './svNumbers.ts';

const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`);

/** The words of a department's page that come after its first frame, and of links to it. */
export const panel = {
  help: 'Hjälp',
  more: 'Mer',
  copyLink: 'Kopiera länk',
  link: 'Länk',
  linkCopied: 'Länken är kopierad',
  linkSelected: 'Länken är markerad. Kopiera den med Ctrl+C.',
  linkGone: 'Länken leder till något som inte finns längre.',
  countdown: (period: string, days: number) => {
    if (days < 0) return `${period}: fortfarande öppen`;
    if (days === 0) return `${period}: sista dagen i dag`;
    return `${period}: ${days === 1 ? 'en dag' : `${days} dagar`} kvar`;
  },
  denied: {
    everything: 'Du kan läsa men inte ändra. Be den som äger webbplatsen om rätt att redigera.',
    activities:
      'Du kan inte skriva in eller ändra aktiviteter. Be den som äger webbplatsen om rätt att redigera.',
    assignments:
      'Du kan inte fördela mål eller svara på dem. Be den som äger webbplatsen om rätt att redigera.',
    measurements: 'Du kan inte skriva in utfall. Be den som äger webbplatsen om rätt att redigera.',
    organisation: 'Bara den som äger webbplatsen kan ändra organisationen.',
    goals: 'Bara den som äger webbplatsen kan ändra målen och mätetalen.',
    again: 'Försök igen',
  },
  tools: {
    whose: 'Vilka aktiviteter?',
    all: 'Alla',
    mine: 'Mina',
    waiting: 'Väntar',
    search: 'Sök bland aktiviteterna',
    searchShort: 'Sök',
    order: 'Ordning',
    orders: { latest: 'Senaste först', goal: 'Efter mål', unit: 'Efter enhet' },
    shown: (n: number, all: number) => (n === 0 ? '' : `${capital(activities(n))} av ${number(all)} visas.`),
    noHits: 'Ingen aktivitet passar det ni söker.',
    clear: 'Visa alla',
  },
  tips: {
    title: 'Så kommer ni igång',
    close: 'Stäng hjälpen',
    done: 'Klart',
    assign: 'Fördela målen',
    assignLine: 'Välj vilka mål varje enhet ska ha. Allt är förkryssat, så det räcker att spara.',
    unitsWrite: 'Enheterna skriver vad de gör',
    youWrite: 'Skriv vad ni gör',
    writeLine: 'En rad räcker. Det ni redan gör räknas också.',
    follow: 'Ni ser hur det går',
    followLine: 'Mål för mål, här på sidan. Inget behöver skrivas två gånger.',
  },
  goal: {
    theme: 'Tema',
    howFollowed: 'Så följs målet upp',
    measuredAndCarried: 'Det mäts för hela regionen, och ni bidrar med aktiviteter.',
    measuredOnly: 'Det mäts för hela regionen. Inga aktiviteter kopplas till det.',
    carriedOnly: 'Det följs upp genom det ni gör.',
    stageGoals: 'Etappmål',
    by: (day: string) => `senast ${day}`,
    status: 'Senaste bedömningen',
    saidBy: (unit: string, name: string, on: string) => [unit, name, on].filter(Boolean).join(' · '),
    heldBy: 'Enheter som har målet',
    heldByAll: 'Alla enheter har målet.',
    heldByNone: 'Ingen enhet har fått målet än.',
    heldByThese: (names: readonly string[]) => `${list.format(names)}.`,
    activities: 'Aktiviteter för målet',
    noActivities: 'Här kommer det ni gör för målet att stå.',
    log: 'Logga aktivitet för målet',
    backTo: (goal: string) => `Tillbaka till ${goal}`,
    gone: 'Målet finns inte längre.',
  },
};
