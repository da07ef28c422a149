import { capital, number } from './svNumbers.ts';

/** Making the device forget. */
export const forget = {
  title: 'Glöm den här enheten',
  hint: 'Till exempel om datorn är lånad.',
  explain:
    'Allt som Miljömål har sparat på den här enheten tas bort. Det som redan är skickat till SharePoint ligger kvar där.',
  unsent: (n: number) =>
    n === 1
      ? 'En rad är inte skickad. Den försvinner för gott. Spara den som fil först om du vill ha den kvar.'
      : `${capital(number(n))} rader är inte skickade. De försvinner för gott. Spara dem som fil först om du vill ha dem kvar.`,
  nothingUnsent: 'Allt är skickat. Inget går förlorat.',
  yes: 'Glöm enheten',
  working: 'Glömmer …',
  failed: 'Allt gick inte att ta bort. Stäng andra flikar med Miljömål och försök igen.',
};
