import { signInTroubles } from './svSignIn.ts';

/** What stands in the way, one page each: what is wrong, and who can mend it. */
export const trouble = {
  again: 'Försök igen',
  report: 'Kopiera felrapport',
  copied: 'Kopierad',
  details: 'Tekniska detaljer',
  ...signInTroubles,
  silent: {
    title: 'Teams svarar inte',
    body: 'Fliken väntade på Teams utan att få svar. Ladda om fliken. Hjälper det inte: starta om Teams.',
  },
  configuration: {
    title: 'Tjänsten är inte färdigt uppsatt',
    body: 'Filen config.json saknas eller är fel. Den som har lagt upp tjänsten rättar den. Kopiera felrapporten och skicka den dit.',
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
    body: 'Tryck på Logga in. Hjälper det inte: logga ut ur Teams och in igen.',
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
    body: 'Webbplatsen finns, men inte alla listor för mål och aktiviteter. Den som äger webbplatsen kan skapa dem här.',
  },
  olderSchema: {
    title: 'Listorna behöver uppgraderas',
    body: 'Fliken är nyare än listorna på webbplatsen. Den som äger webbplatsen uppgraderar dem här. Inga rader försvinner.',
  },
  begin: 'Börja installationen',
  inspect: 'Kontrollera installationen',
  /** What of config.json is wrong: `HTTP 404`, `JSON`, `?` or the name of a field. */
  wrongIn: (why: string): string => wrongIn(why),
  invalid: {
    title: 'SharePoint förstod inte frågan',
    body: 'Listorna kan vara ändrade, eller någon annans. Kontrollera installationen, eller kopiera felrapporten till den som har satt upp tjänsten.',
  },
  roomUnknown: {
    title: 'Avdelningen finns inte längre',
    body: 'Fliken är inställd på en avdelning som inte finns i organisationen. Ta bort fliken och lägg till den igen för att välja en annan.',
  },
  screen: { title: 'Något gick fel på skärmen', body: 'Det du har sparat finns kvar. Ladda om fliken.' },
  newerVersion: {
    title: 'En nyare version är klar',
    body: 'Det här hör till den äldre versionen och finns inte kvar. Ladda om, så fortsätter du i den nya. Det du har sparat finns kvar.',
  },
  partMissing: {
    title: 'En del av fliken kom inte fram',
    body: 'Kontrollera nätet och ladda om. Det du har sparat finns kvar.',
  },
  forgotten: {
    title: 'Den här enheten har glömt',
    body: 'Inget från Miljömål ligger kvar på enheten. Ladda om fliken för att hämta allt på nytt från SharePoint.',
  },
  reload: 'Ladda om',
};

function wrongIn(why: string): string {
  if (why === '' || why.startsWith('HTTP'))
    return `Filen finns inte${why === '' ? '' : ` (${why})`}. Den ska ligga bredvid index.html.`;
  if (why === 'JSON') return 'Filen är inte giltig JSON. Jämför med exemplet i administratörsguiden.';
  if (why === '?') return 'Filen ska vara ett objekt med clientId, tenantId och site.';
  return `Fältet ${why} saknas eller är fel. ${forms[why] ?? formOf(why)}`;
}

const id = 'Det ska vara ett id som 00000000-0000-0000-0000-000000000000.';
const forms: Readonly<Record<string, string>> = {
  clientId: `${id} Det står på appens sida i Entra.`,
  tenantId: `${id} Det står på appens sida i Entra.`,
  appId: `${id} Det är appens id i Teams-paketet.`,
  siteScope: 'Det ska vara Sites.Selected eller Sites.ReadWrite.All, eller tas bort.',
  site: 'Det ska vara ett objekt med hostname och path.',
  'site.hostname': 'Det ska vara som contoso.sharepoint.com, utan https://.',
  'site.path': 'Det ska vara som /sites/miljomal.',
  'site.ids': 'Det ska vara ett objekt med siteId och lists, eller tas bort.',
  'site.ids.siteId': 'Kopiera det från Installation och hälsokontroll, eller ta bort site.ids.',
  'site.ids.lists': 'Det ska vara ett objekt med listornas id, eller så tas site.ids bort.',
};
const formOf = (why: string) => (why.startsWith('site.ids.lists.') ? `${id} Eller ta bort site.ids.` : '');
