import { capital, number } from './svNumbers.ts';

const thousands = new Intl.NumberFormat('sv');

/** What one click has done, in a sentence. */
export const saved = {
  activity: 'Aktiviteten är sparad.',
  activityWaiting: 'Aktiviteten är sparad och väntar på att enheten får målet.',
  activities: (n: number) => `${thousands.format(n)} aktiviteter sparade.`,
  assignments: (n: number) =>
    n === 1 ? '1 fördelning sparad.' : `${thousands.format(n)} fördelningar sparade.`,
  withdrawals: (n: number) =>
    n === 1 ? 'Målet är taget tillbaka.' : `${thousands.format(n)} mål är tagna tillbaka.`,
  requests: (n: number) =>
    n === 1 ? 'Målet är efterfrågat.' : `${thousands.format(n)} mål är efterfrågade.`,
  consultation: 'Svaret är sparat.',
  comment: 'Kommentaren är sparad.',
  dialogue: 'Samtalet är antecknat.',
  gap: 'Luckan är lagd åt sidan.',
  reminder: 'Påminnelsen är antecknad.',
  restored: 'Luckan är framme igen.',
  checkIns: (n: number) => (n === 1 ? 'Läget är sparat.' : `Läget är sparat på ${number(n)} ställen.`),
  handedOver: (n: number) =>
    n === 1
      ? 'En aktivitet är märkt som överförd.'
      : `${capital(number(n))} aktiviteter är märkta som överförda.`,
  goals: (n: number) => (n === 1 ? 'Målet är förlängt.' : `${capital(number(n))} mål är förlängda.`),
  units: (n: number) => (n === 1 ? 'Enheten är sparad.' : `${capital(number(n))} enheter är sparade.`),
  goalsSaved: (n: number) => (n === 1 ? 'Målet är sparat.' : `${capital(number(n))} mål är sparade.`),
  stageGoals: (n: number) =>
    n === 1 ? 'Etappmålet är sparat.' : `${capital(number(n))} etappmål är sparade.`,
  indicators: (n: number) => (n === 1 ? 'Mätetalet är sparat.' : `${capital(number(n))} mätetal är sparade.`),
  along: (n: number) =>
    n === 1 ? 'En rad är med på den nya platsen.' : `${capital(number(n))} rader är med på den nya platsen.`,
  measurements: (n: number) => `${capital(number(n))} utfall är sparade.`,
  measurement: 'Utfallet är sparat.',
  period: 'Perioden är sparad.',
  closing: 'Perioden är ändrad.',
  change: 'Ändringen är sparad.',
  done: 'Aktiviteten är klar.',
  dropped: 'Aktiviteten är avslutad.',
  reopened: 'Aktiviteten är öppnad igen.',
  changes: (n: number) => `${thousands.format(n)} ändringar sparade.`,
  undo: 'Ångra',
  undone: 'Ångrat.',
  changedSince: 'Någon annan har ändrat samma sak sedan dess.',
  notUndone: (why: string) => `Det gick inte att ångra. ${why}`,
};
