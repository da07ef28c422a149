import type { Day } from '../basics/day.ts';
import type { Unit } from '../organisation/unit.ts';
import { capital, list, number } from './svNumbers.ts';

const days = new Intl.DateTimeFormat('sv', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const day = (on: Day) => days.format(new Date(`${on}T00:00:00Z`)).replace('.', '');
const activities = (n: number) => (n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`);

const thousands = new Intl.NumberFormat('sv');
const news = (n: number) => (n === 1 ? '1 ny' : `${thousands.format(n)} nya`);

const levels: Record<Unit['level'], string> = {
  region: 'region',
  board: 'nämnd',
  department: 'avdelning',
  unit: 'enhet',
};

/** The words of the assignment matrix. */
export const assign = {
  title: 'Fördela mål',
  intro: (level: Unit['level']) =>
    `Kryssa i vilka mål varje ${levels[level]} ska ha. Inget sparas förrän du trycker på Spara.`,
  from: 'Fördela från',
  grid: (room: string) => `Mål som ${room} fördelar`,
  all: 'Alla mål till alla',
  allTo: (unit: string) => `Alla mål till ${unit}`,
  toAll: (goal: string) => `${goal} till alla`,
  cell: (goal: string, unit: string) => `${goal} till ${unit}`,
  asked: 'efterfrågat',
  goes: 'tas bort',
  agreed: (on: Day) => (on === '' ? 'överens' : `överens ${day(on)}`),
  discuss: 'vill prata',
  askedFor: (goals: number) => (goals === 1 ? 'bad om ett mål' : `bad om ${number(goals)} mål`),
  new: news,
  count: (added: number, removed: number, busy: number) =>
    added + removed === 0
      ? 'Inget ändrat'
      : [
          news(added),
          `${thousands.format(removed)} tas bort`,
          busy === 0 ? '' : `${thousands.format(busy)} har aktiviteter`,
        ]
          .filter(Boolean)
          .join(' · '),
  hanging: (n: number) =>
    n === 1
      ? 'En aktivitet hör till målet. Den finns kvar men räknas inte under målet.'
      : `${capital(activities(n))} hör till målet. De finns kvar men räknas inte under målet.`,
  hangingOnSeveral: (n: number) =>
    n === 1
      ? 'En aktivitet hör till mål som tas bort. Den finns kvar men räknas inte under dem.'
      : `${capital(activities(n))} hör till mål som tas bort. De finns kvar men räknas inte under dem.`,
  hangingUnread:
    'Det går inte att se just nu om några aktiviteter hör till målen som tas bort. De finns kvar i så fall, men räknas inte under målen.',
  sure: 'Spara och ta bort',
  back: 'Inte än',
  overtaken: (cells: readonly string[]) =>
    cells.length > 3
      ? `Någon annan har tagit tillbaka ${number(cells.length)} av målen medan du hade listan öppen. Kryssa i dem igen om de ska fördelas ändå.`
      : `Någon annan har tagit tillbaka ${list.format(cells)} medan du hade listan öppen. Kryssa i igen om det ska fördelas ändå.`,
  changedByOther: 'Någon annan hann ändra samma sak. Se efter vad som gäller nu, och spara igen.',
  reading: 'Hämtar det som redan är fördelat …',
  unread: 'Det som redan är fördelat gick inte att hämta. Inget är ändrat.',
  noUnits: (room: string) => `Under ${room} finns ingen att fördela till.`,
  noGoals: (room: string) => `${room} har inga mål att fördela än.`,
  place: (level: Unit['level'], n: number, all: number) => `${capital(levels[level])} ${n} av ${all}`,
  choose: (level: Unit['level']) => `Välj ${levels[level]}`,
  previous: 'Föregående',
  next: 'Nästa',
};
