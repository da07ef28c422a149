import type { ChangeGroup } from '../followup/changes.ts';
import type { Deed } from '../followup/history.ts';
import { capital, list, number } from './svNumbers.ts';

const moments = new Intl.DateTimeFormat('sv', { dateStyle: 'long', timeStyle: 'short' });
const rooms = (n: number) => (n === 1 ? 'en avdelning' : `${number(n, 'en')} avdelningar`);
const rows = (n: number) => (n === 1 ? 'en rad' : `${number(n, 'en')} rader`);

/** What has changed since a day, and what a record has been. */
export const changes = {
  since: 'Ändrat sedan',
  halfDate: 'Välj en dag som har varit.',
  loading: 'Läser vad som har ändrats …',
  failed: 'Det går inte att läsa vad som har ändrats just nu.',
  again: 'Försök igen',
  refresh: 'Uppdatera',
  none: 'Inget har ändrats sedan dess.',
  nothingLeft: 'Det som har ändrats sedan dess har ändrats tillbaka igen.',
  shownOf: (shown: number, all: number) =>
    `${capital(rooms(all))} har ändringar. Här visas de ${number(shown, 'en')} som ändrades senast.`,
  moreRooms: (n: number) => `Visa ${rooms(n)} till`,
  groups: {
    created: (n: number) => `Nya aktiviteter (${n})`,
    finished: (n: number) => `Klara aktiviteter (${n})`,
    dropped: (n: number) => `Avbrutna aktiviteter (${n})`,
    assigned: (n: number) => `Fördelade mål (${n})`,
    withdrawn: (n: number) => `Tillbakatagna mål (${n})`,
    other: (n: number) => `Övrigt (${n})`,
  } satisfies Record<ChangeGroup, (n: number) => string>,
  deeds: {
    created: 'Ny',
    finished: 'Klar',
    dropped: 'Avbruten',
    reopened: 'Öppnad igen',
    assigned: 'Fördelat',
    withdrawn: 'Taget tillbaka',
    requested: 'Efterfrågat',
    consulted: 'Samråd',
    changed: 'Ändrat',
    removed: 'Borttagen',
  } satisfies Record<Deed, string>,
  changedFields: (fields: readonly string[]) =>
    `Ändrat: ${list.format(fields.map((field) => field.toLowerCase()))}`,
  someone: 'Okänd',
  notRead: (n: number) => `Ändrade, ännu inte lästa (${n})`,
  notReadHint: (n: number) =>
    `${capital(rows(n))} har ändrats, men vad som har hänt med ${n === 1 ? 'den' : 'dem'} är inte läst än.`,
  readMore: 'Läs vad som har hänt',
  moment: (at: string): string => moments.format(new Date(at)),
  history: {
    title: 'Historik',
    loading: 'Hämtar historiken …',
    failed: 'Historiken går inte att hämta just nu.',
    unsent: 'Historiken börjar när det här har skickats.',
    from: (day: string) => `Historik finns från ${day}.`,
    created: 'Lades in',
    begins: 'Äldre historik finns inte kvar.',
    field: (name: string, was: string, to: string) => `${name}: ”${was}” blev ”${to}”`,
    skipped: (n: number) =>
      n === 1
        ? 'En äldre version går inte att läsa.'
        : `Av historiken går ${number(n, 'en')} versioner inte att läsa.`,
    notKept:
      'Listan sparar inga versioner, så det går inte att se vad som har ändrats. Den som äger webbplatsen kan slå på versioner i listans inställningar. Sedan sparas historiken från den dagen.',
  },
};
