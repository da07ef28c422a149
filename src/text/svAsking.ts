import type { Day } from '../basics/day.ts';
import { capital, list, number } from './svNumbers.ts';

const days = new Intl.DateTimeFormat('sv', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = (on: Day) => days.format(new Date(`${on}T00:00:00Z`));
const named = (titles: readonly string[]) => (titles.length > 1 ? `${list.format(titles)}. ` : '');
const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`);

/** The words of asking for a goal, of answering, and of talking about what was handed down. */
export const asking = {
  afterSave: 'Sparat. Aktiviteten väntar tills enheten har målet. Fråga chefen nu?',
  waits: (goals: readonly string[]) => `Aktiviteten räknas först när enheten har ${list.format(goals)}.`,
  ask: (goals: number) => (goals === 1 ? 'Be om målet' : `Be om ${number(goals)} mål`),
  askFor: 'Be om ett mål',
  intro: 'Välj det ni vill arbeta med. Frågan kommer upp hos den som fördelar målen.',
  give: (unit: string) => `Fördela till ${unit}`,
  asked: (place: string) => `Frågan väntar på svar hos ${place}.`,
  askedBy: (name: string, on: Day) => `${name} bad om det ${day(on)}. Frågan väntar på svar.`,
  askedAlready: 'Någon har redan bett om målet. Frågan väntar på svar.',
  notNow: 'Inte nu',
  requests: {
    title: 'Väntar på er',
    asks: (unit: string, goal: string) => `${unit} ber om ${goal}`,
    by: (name: string, on: Day) => (on === '' ? name : `${name}, ${day(on)}`),
    waiting: (n: number) => (n === 0 ? '' : `${activities(n)} väntar`),
    approve: 'Godkänn',
    approveOf: (unit: string, goal: string) => `Godkänn att ${unit} får ${goal}`,
    declineOf: (unit: string, goal: string) => `Inte nu: ${unit} får vänta med ${goal}`,
    declined: 'Målet fördelas inte nu. Det enheten har skrivit in finns kvar och väntar.',
    notHeld: 'Ni har inte målet själva än, så det kan inte fördelas vidare.',
  },
  consultation: {
    title: 'Samråd',
    handed: (place: string, goals: number) =>
      `${place} har fördelat ${goals === 1 ? 'ett mål' : `${number(goals)} mål`} till er.`,
    handedMore: (goals: number) =>
      goals === 1 ? 'Ett mål väntar på ert svar.' : `${capital(number(goals))} mål väntar på ert svar.`,
    agree: 'Vi är överens',
    discuss: 'Låt oss prata',
    agreeOn: (goal: string) => `Vi är överens om ${goal}`,
    discussOn: (goal: string) => `Låt oss prata om ${goal}`,
    each: 'Svara för varje mål',
    label: 'Svar för varje mål',
    agreed: (on: string, name: string) => ['Överens', [on, name].filter(Boolean).join(', ')].join(' ').trim(),
    wantsTalk: (goals: readonly string[]) => `Ni vill prata om ${list.format(goals)}.`,
    talking: (on: string, name: string) =>
      ['Vill prata', [on, name].filter(Boolean).join(', ')].join(' ').trim(),
    unanswered: 'Inget svar än',
    change: 'Ändra',
    done: 'Klart',
    harmless: 'Svaret hindrar inget: ni kan börja när ni vill.',
  },
};

/** The words of telling somebody in their feed in Teams. */
export const telling = {
  title: 'Berätta',
  /** As the app's manifest says it: what Teams shows above the preview. */
  lines: {
    goalAssigned: (actor: string, goals: string, unit: string) =>
      `${actor} har fördelat ${goals} till ${unit}`,
    goalRequested: (actor: string, goals: string, unit: string) => `${actor} ber om ${goals} till ${unit}`,
  },
  goals: (titles: readonly string[]) =>
    titles.length === 1 ? (titles[0] ?? '') : `${number(titles.length)} mål`,
  /** The line above names a single goal; several are named here. */
  assigned: (titles: readonly string[]) => `${named(titles)}Säg gärna om ni är överens eller vill prata.`,
  requested: (titles: readonly string[], waiting: number) =>
    waiting === 0
      ? `${named(titles)}Svara i fliken Miljömål.`
      : `${named(titles)}${capital(activities(waiting))} väntar på svaret.`,
  tell: (names: readonly string[]) =>
    names.length > 2 ? `Berätta för ${number(names.length)} chefer` : `Berätta för ${list.format(names)}`,
  offer: (names: readonly string[]) =>
    names.length > 2
      ? `${capital(number(names.length))} chefer får det här i sitt flöde i Teams:`
      : `${list.format(names)} får det här i sitt flöde i Teams:`,
  nobody: (place: string) => `Ingen chef är inlagd för ${place}. Skicka texten själv i stället.`,
  show: 'Visa vad de får läsa',
  hide: 'Dölj',
  sentTo: (names: readonly string[]) => `Skickat till ${list.format(names)}.`,
  outcomes: {
    sending: 'Skickar …',
    sent: 'Skickat',
    unclear: 'Oklart om det kom fram. Det skickas inte igen av sig självt.',
    later: 'Inte skickat än. Går att skicka om en minut.',
    notAllowed: 'Teams får inte skicka här. Skicka texten själv i stället.',
    notFound: 'Teams hittar inte personen. Skicka texten själv i stället.',
  },
  copy: 'Kopiera texten',
  copyOf: (name: string) => `Kopiera texten till ${name}`,
  copied: 'Kopierad',
  selected: 'Texten är markerad. Kopiera den med Ctrl+C.',
  letter: (line: string, preview: string, link: string) => `${line}.\n${preview}\n${link}`,
};
