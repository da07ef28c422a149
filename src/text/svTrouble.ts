/** What stands in the way, one page each: what is wrong, and who can mend it. */
export const trouble = {
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
  forgotten: {
    title: 'Den här enheten har glömt',
    body: 'Inget från Miljömål ligger kvar på enheten. Ladda om fliken för att hämta allt på nytt från SharePoint.',
  },
  reload: 'Ladda om',
};
