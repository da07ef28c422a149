import type { SetupFinding, SetupReason, SetupStep } from '../environment.ts';
import { capital, list, number } from './svNumbers.ts';

/** What is wrong, and who can mend it and how. */
const reasons: Record<SetupReason, { what: string; how: string }> = {
  clickNeeded: { what: 'Du behöver logga in.', how: 'Tryck på knappen, så öppnas ett fönster för det.' },
  cancelled: {
    what: 'Inloggningen avbröts.',
    how: 'Försök igen, och godkänn i fönstret som öppnas.',
  },
  blocked: {
    what: 'Webbläsaren stoppade fönstret för inloggning.',
    how: 'Tillåt fönster från den här sidan och försök igen.',
  },
  consent: {
    what: 'Organisationen har inte godkänt tjänsten än.',
    how: 'En administratör för Microsoft 365 godkänner den en gång. Skicka länken dit.',
  },
  guest: {
    what: 'Du kommer från en annan organisation och släpptes inte in.',
    how: 'Be den som äger webbplatsen att bjuda in dig som gäst.',
  },
  otherPerson: {
    what: 'Ett annat konto loggade in än ditt i Teams.',
    how: 'Logga ut det kontot i webbläsaren och försök igen.',
  },
  notHandedOver: {
    what: 'Inloggningen gick igenom men kom inte fram hit.',
    how: 'Försök igen. Hjälper det inte: skicka rapporten till den som har lagt upp tjänsten.',
  },
  offline: { what: 'Det går inte att nå Microsoft 365.', how: 'Kontrollera nätet och försök igen.' },
  signedOut: {
    what: 'Du är inte inloggad.',
    how: 'Försök igen. Hjälper det inte: logga ut ur Teams och in igen.',
  },
  throttled: {
    what: 'SharePoint har mycket att göra.',
    how: 'Vänta en minut och försök igen. Det som är gjort är gjort.',
  },
  unavailable: {
    what: 'SharePoint svarar inte som det ska.',
    how: 'Det brukar gå över. Försök igen om en stund.',
  },
  conflict: { what: 'Någon annan ändrar listorna just nu.', how: 'Vänta en minut och försök igen.' },
  invalid: {
    what: 'SharePoint tog inte emot frågan.',
    how: 'Skicka rapporten till den som har lagt upp tjänsten.',
  },
  siteNotFound: {
    what: 'Webbplatsen finns inte, eller så får du inte se den.',
    how: 'Den som har lagt upp tjänsten kontrollerar site.hostname och site.path i config.json.',
  },
  forbidden: {
    what: 'Du kommer inte åt webbplatsen.',
    how: 'Be en ägare av webbplatsen att lägga till dig som medlem. Används Sites.Selected: en administratör ger appen tillgång till webbplatsen.',
  },
  notOwner: {
    what: 'Det kan bara en ägare av webbplatsen göra.',
    how: 'Be en ägare att öppna den här sidan.',
  },
  readOnly: {
    what: 'Du får läsa, men inte skriva.',
    how: 'Ska du logga aktiviteter: be en ägare av webbplatsen att göra dig till medlem.',
  },
  notOurs: {
    what: 'Det finns redan listor med de namnen som inte hör hit. De rörs inte.',
    how: 'En ägare byter namn på de listorna i SharePoint, eller väljer en annan webbplats i config.json.',
  },
  wrongType: {
    what: 'Kolumnerna är av fel slag. De rörs inte.',
    how: 'En ägare byter namn på eller tar bort dem i listans inställningar. Sedan skapas de på nytt här.',
  },
  incomplete: { what: 'Det här saknas.', how: 'En ägare av webbplatsen skapar det här nedanför.' },
  older: {
    what: 'Listorna hör till en tidigare version av tjänsten.',
    how: 'En ägare av webbplatsen uppgraderar dem här nedanför. Inga rader försvinner.',
  },
  newer: {
    what: 'Listorna hör till en nyare version än den här fliken.',
    how: 'Ladda om fliken för den nya versionen.',
  },
  versionsOff: {
    what: 'Listorna sparar inga versioner, så deras historik kan inte visas.',
    how: 'En ägare slår på versioner i listans inställningar i SharePoint, under Versionsinställningar.',
  },
  membersWrite: {
    what: 'Andra än ägarna kan skriva i Settings.',
    how: 'En ägare begränsar listan med kommandona i administratörsguiden, avsnittet CLI for Microsoft 365. Be sedan en medlem att öppna hälsokontrollen igen.',
  },
  rolesMissing: {
    what: 'Ingen är utsedd till miljöstrateg än, så det går inte att avgöra vem som är ägare.',
    how: 'Utse dem under Roller i menyn på översikten.',
  },
  noWitness: {
    what: 'Det går inte att se utan att någon annan prövar.',
    how: 'Be en kollega som är medlem att öppna hälsokontrollen. Skicka länken dit.',
  },
  notTried: { what: 'Det prövas i hälsokontrollen.', how: 'Du startar den längst ner.' },
  earlier: { what: 'Det går inte att se än.', how: 'Ett tidigare steg behöver bli klart först.' },
};

const checks: Record<SetupStep, string> = {
  host: 'Fliken är öppen',
  signIn: 'Inloggning',
  consent: 'Godkännande',
  site: 'Webbplatsen finns',
  rights: 'Rätt att läsa och skriva',
  lists: 'Listor',
  columns: 'Kolumner',
  indexes: 'Index och unika nycklar',
  choices: 'Val i listorna',
  schema: 'Listornas version',
  versions: 'Historik sparas',
  access: 'Bara ägare kan skriva i Settings',
};

const states: Record<SetupFinding['state'], string> = {
  ok: 'Klart',
  missing: 'Saknas',
  failed: 'Behöver åtgärdas',
  unknown: 'Inte känt',
};

/** The set-up of the site, its health check, and what stands in the way of either. */
export const setup = {
  title: 'Installation och hälsokontroll',
  intro:
    'Fem steg från tom webbplats till färdig flik. Du kan göra om dem när du vill; det som finns rörs inte.',
  back: 'Tillbaka',
  steps: {
    signIn: 'Inloggning',
    site: 'Webbplats',
    lists: 'Listor',
    rights: 'Behörigheter',
    ready: 'Klart',
  },
  states,
  checks,
  reasons,
  seenAt: (when: string): string => `Sett av en kollega ${when}.`,
  looking: 'Tittar efter …',
  lookFailed: 'Det gick inte att titta efter. Kontrollera nätet och försök igen.',
  lookAgain: 'Titta efter igen',
  signIn: 'Logga in',
  consentLink: 'Länk för godkännande av en administratör',
  plan: {
    title: 'Det här skapas',
    lists: (n: number): string => (n === 1 ? 'En lista' : `${capital(number(n))} listor`),
    columns: (n: number): string => (n === 1 ? 'En kolumn' : `${capital(number(n))} kolumner`),
    indexes: (n: number): string => (n === 1 ? 'Ett index' : `${capital(number(n))} index`),
    choices: (n: number): string =>
      n === 1 ? 'Ändrade val i en kolumn' : `Ändrade val i ${number(n)} kolumner`,
    schema: 'Listorna tas till den nya versionen. Inga rader försvinner.',
    names: (names: readonly string[]): string => list.format(names),
    needs:
      'Bara en ägare av webbplatsen kan göra det. Microsoft frågar en gång om rätten Sites.Manage.All; den används bara här.',
  },
  create: 'Skapa',
  upgrade: 'Uppgradera listorna',
  goOn: 'Fortsätt där det stannade',
  progress: (name: string, done: number, total: number): string =>
    `${done} av ${total} listor klara. Nu: ${name}.`,
  asking: 'Väntar på godkännande …',
  stopped: 'Det stannade på vägen. Det som är skapat finns kvar.',
  made: 'Allt är skapat.',
  everything: 'Allt som behövs finns.',
  members: {
    who: 'Alla som ska logga aktiviteter behöver vara medlemmar av just den här webbplatsen, vilket team fliken än finns i. Den som bara ska läsa kan vara besökare.',
    how: 'En ägare lägger till dem i SharePoint, under Inställningar och Behörigheter för webbplatsen.',
    open: 'Öppna webbplatsen',
    link: 'Länk till en kollega',
    linkLabel: 'Miljömål: hälsokontroll',
  },
  config: {
    what: 'Sätt in det här i config.json, så slipper varje enhet leta upp listorna.',
    copy: 'Kopiera config.json',
    later: 'När listorna finns står här texten till config.json.',
  },
  health: {
    what: 'Hälsokontrollen prövar det som bara går att se genom att pröva, på rader som inte syns någonstans.',
    run: 'Kör hälsokontrollen',
    running: 'Kontrollerar …',
    good: 'Allt är som det ska.',
    attention: (n: number): string =>
      n === 1 ? 'En sak behöver ses över.' : `${capital(number(n))} saker behöver ses över.`,
    copy: 'Kopiera rapport',
  },
  done: 'Till översikten',
  notices: {
    newer:
      'Det finns en nyare version av tjänsten, och listorna hör till den. Här går det bara att läsa. Det som väntar skickas när du har laddat om fliken.',
    reload: 'Ladda om',
    older:
      'Listorna behöver uppgraderas innan något kan sparas där. Det du skriver ligger kvar på enheten och skickas sedan. En ägare av webbplatsen uppgraderar under Installation och hälsokontroll i översiktens meny.',
  },
};
