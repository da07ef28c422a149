import { capital, number } from './svNumbers.ts';

const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`);
const rows = (n: number) => (n === 1 ? 'en rad' : `${number(n)} rader`);

/** The words of logging an activity, of what is said about it, and of going on with last year's. */
export const logging = {
  me: 'Jag',
  nobody: 'ingen än',
  change: 'Ändra',
  changePerson: 'Ändra ansvarig',
  more: 'Mer',
  less: 'Mindre',
  several: 'Aktiviteten gäller flera mål',
  stageGoal: 'Vilket etappmål leder det mot?',
  noStageGoal: 'Inget särskilt',
  unsaved: 'Det du har skrivit är inte sparat.',
  throwAway: 'Släng det',
  person: {
    chosen: 'Vald',
    show: 'Visa förslag',
    suggestions: 'Förslag',
    remove: (name: string) => `Ta bort ${name}`,
    asText: (name: string) => `Skriv ”${name}” som text`,
    isText: 'Namnet sparas som text.',
    unknown: 'Ingen i katalogen heter så. Namnet sparas som text.',
    unreachable: 'Katalogen går inte att nå. Skriv namnet så sparas det som text.',
  },
  comments: {
    title: (n: number) => (n === 0 ? 'Kommentarer' : `Kommentarer (${n})`),
    list: 'Kommentarer',
    none: 'Skriv hur det går, eller vad andra bör veta.',
    write: 'Skriv en kommentar',
    send: 'Kommentera',
    someone: 'Någon',
  },
  goOn: {
    title: (year: number) => `Fortsätt från ${year}`,
    left: (n: number, year: number) =>
      `${capital(activities(n))} från ${year} ${n === 1 ? 'är inte avslutad' : 'är inte avslutade'}.`,
    intro: (year: number) =>
      `Välj vad som ska hända med var och en. Det som fortsätter läggs in på nytt för ${year}, med samma ansvarig och beskrivning. Inget sparas förrän du trycker på Spara.`,
    reading: 'Hämtar …',
    none: (year: number) => `Det finns inget från ${year} att fortsätta med.`,
    failure: (year: number) => `Det går inte att hämta ${year} just nu.`,
    all: 'Fortsätt med alla som pågår',
    what: (title: string) => `Vad ska hända med ”${title}”?`,
    choices: { leave: 'Låt vara', continue: 'Fortsätt', done: 'Klar', dropped: 'Avsluta' },
    otherGoal: (year: number) => `Målet gäller inte ${year}. Välj ett annat.`,
    sum: (goOn: number, done: number, dropped: number) => {
      const parts = [
        goOn > 0 ? `${number(goOn, 'en')} fortsätter` : '',
        done > 0 ? `${number(done, 'en')} blir ${done === 1 ? 'klar' : 'klara'}` : '',
        dropped > 0 ? `${number(dropped, 'en')} avslutas` : '',
      ].filter(Boolean);
      return capital(parts.join(' · '));
    },
  },
  lines: {
    title: (n: number) =>
      n === 1
        ? 'En rad blir en aktivitet'
        : `${capital(rows(n))} blir ${n === 0 ? 'ingen aktivitet' : `${number(n)} aktiviteter`}`,
    soon: (n: number) => `${capital(rows(n))}: du får se dem var för sig innan de sparas.`,
    tooMany: (n: number, most: number) =>
      `Det blev ${n} rader. Högst ${most} kan bli aktiviteter på en gång. Dela upp texten.`,
    line: (n: number) => `Rad ${n}`,
    remove: (n: number) => `Ta bort rad ${n}`,
    asOne: 'Gör det till en enda rad',
    none: 'Alla rader är tomma. Skriv något, eller stäng.',
  },
};
