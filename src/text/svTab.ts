import { number } from './svNumbers.ts';

/** Setting a tab up and taking it away, in the dialogs of Teams; and which version this is. */
export const tab = {
  title: 'Vad ska fliken visa?',
  search: 'Sök avdelning eller enhet',
  list: 'Avdelningar och enheter',
  overview: 'Alla avdelningar',
  overviewLine: 'Översikten, med hela organisationens mål och aktiviteter.',
  unitsBySearch: 'Enheterna hittar du genom att söka.',
  found: (n: number) =>
    n === 0
      ? 'Inget heter så. Pröva med en del av namnet.'
      : n === 1
        ? 'En träff.'
        : `${number(n, 'en')} träffar.`,
  more: (n: number) =>
    n === 1
      ? 'En träff till finns. Skriv mer av namnet.'
      : `${number(n)} träffar till finns. Skriv mer av namnet.`,
  none: 'Välj i listan och tryck sedan på Spara.',
  gone: 'Det som fliken visade finns inte längre. Välj något annat i listan.',
  chosen: (name: string, isMeeting: boolean) =>
    `Fliken visar ${name} för alla i ${isMeeting ? 'mötet' : 'kanalen'}. Det går att ändra senare.`,
  members: {
    channel:
      'Alla som ska läsa eller skriva behöver vara med på webbplatsen för målen, inte bara i det här teamet.',
    privateChannel:
      'Kanalen är privat. De som är med i den behöver också vara med på webbplatsen för målen för att läsa och skriva.',
    sharedChannel:
      'Kanalen är delad. De som är med i den behöver också vara med på webbplatsen för målen för att läsa och skriva.',
    meeting: 'De som är med i mötet behöver också vara med på webbplatsen för målen för att läsa och skriva.',
  },
  remove: {
    title: 'Bara fliken tas bort',
    stays:
      'Mål, fördelningar och aktiviteter ligger kvar i SharePoint, och andra flikar visar dem som förut.',
    where: 'Där ligger allt:',
    again: 'Vill ni ha tillbaka fliken lägger ni till den igen och väljer samma avdelning.',
    unsent:
      'Något du har skrivit är inte skickat än. Det ligger kvar på den här enheten och skickas nästa gång du öppnar Miljömål.',
  },
};

export const version = {
  is: (name: string) => `Version ${name}`,
  newer: 'En nyare version är klar. Ladda om när det passar.',
  reload: 'Ladda om',
  later: 'Senare',
  unsaved: 'Du har skrivit något som inte är sparat. Spara det först, eller ladda om ändå.',
  anyway: 'Ladda om ändå',
};
