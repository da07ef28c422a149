import type { RefusalCode } from '../basics/refusal.ts';

const thousands = new Intl.NumberFormat('sv');

/** Why a rule said no, and what to do about it. */
export const refusals: Record<RefusalCode, (limit: number) => string> = {
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
  activityUnknown: () => 'Aktiviteten finns inte längre.',
  dueBeforeStart: () => 'Aktiviteten kan inte vara klar innan den börjar. Ändra ett av datumen.',
  dateBeforeYear: (year) => `Aktiviteten hör till ${year}. Välj ett datum som inte ligger före det året.`,
  commentMissing: () => 'Skriv något först.',
  commentTooLong: (limit) => `Kommentaren är för lång. Högst ${thousands.format(limit)} tecken får plats.`,
  dayMissing: () => 'Fyll i dagen.',
  reasonMissing: () => 'Skriv varför, så att andra förstår.',
  nameMissing: () => 'Skriv ett namn.',
  valueMissing: () => 'Skriv utfallet som ett tal.',
  endsBeforeStart: () => 'Perioden kan inte sluta innan den börjar. Ändra ett av datumen.',
  endsOtherYear: (year) => `Perioden hör till ${year} och behöver sluta det året.`,
  yearTaken: (year) => `Det finns redan ett helår ${year}.`,
  goalEndsEarly: (year) => `Målet börjar gälla ${year} och kan inte sluta före det.`,
  yearMissing: () => 'Skriv ett år med fyra siffror.',
  measureUnitMissing: () => 'Skriv vad det mäts i, till exempel ton CO2e.',
  parentUnknown: () => 'Välj var i organisationen enheten hör hemma.',
  parentTooLow: () => 'En enhet kan inte ligga under något på samma eller lägre nivå. Välj något högre upp.',
  parentWithin: () => 'En enhet kan inte ligga under sig själv. Välj en annan plats.',
  unitHasUnits: () => 'Det finns enheter under den här. Flytta eller avsluta dem först.',
  indicatorUnknown: () => 'Mätetalet finns inte längre.',
  periodUnknown: () => 'Perioden finns inte längre.',
  periodClosing: () => 'Perioden håller på att stängas. Vänta tills det är klart.',
  periodClosed: () => 'Perioden är stängd. Det går bara att rätta, med en förklaring.',
  closingCalledOff: () => 'Någon har avbrutit stängningen. Börja om om den ska stängas.',
  newerSchema: () =>
    'Det finns en nyare version av tjänsten. Ladda om fliken, så kan du spara igen.',
  changedByBoth: () => 'Du och någon annan har ändrat samma sak. Välj vad som ska gälla.',
};
