import type { Difference } from '../memo/differences.ts';
import { capital, list, number } from './svNumbers.ts';

const activities = (n: number) =>
  n === 0 ? 'ingen aktivitet' : n === 1 ? 'en aktivitet' : `${number(n)} aktiviteter`;
const departments = (n: number) => (n === 1 ? 'en avdelning' : `${number(n)} avdelningar`);

/** The page on which the memo to the board is made. What the memo itself says stands in svMemoSentences.ts. */
export const memo = {
  write: 'Skriv tjänsteskrivelse',
  title: (year: number): string => `Tjänsteskrivelse ${year}`,
  back: 'Tillbaka till översikten',
  paper: 'Tjänsteskrivelsen',
  counting: 'Räknar i avdelningarnas egna rader …',
  unread: 'Raderna går inte att läsa just nu. Siffrorna kommer från den senaste sammanräkningen.',
  again: 'Försök igen',
  download: 'Ladda ner Word',
  making: 'Gör dokumentet …',
  notMade: 'Dokumentet gick inte att göra. Försök igen när nätet är bättre.',
  made: 'Dokumentet är nedladdat.',
  save: 'Spara i SharePoint',
  saving: 'Sparar i SharePoint …',
  saved: 'Sparat i SharePoint.',
  openSaved: 'Öppna dokumentet',
  notAllowed: 'Du har inte rätt att spara filer på webbplatsen. Be den som äger den om rätt att redigera.',
  notReached: 'Dokumentet kunde inte sparas i SharePoint just nu. Försök igen när nätet är bättre.',
  print: 'Skriv ut',
  /** In the file's name: no å, ä or ö, which old file systems garble. */
  file: (year: number, boardKey: string): string =>
    `tjansteskrivelse-${boardKey.replaceAll('/', '-')}-${year}.docx`,
  kept: 'Det du skriver sparas på den här enheten.',
  notKept: 'Den här webbläsaren kan inte spara på enheten. Ladda ner dokumentet innan du stänger fliken.',
  command: 'Rubriker och underskrifter i tjänsteskrivelsen',
  remembered: 'Rubriker och underskrifter är sparade till nästa gång.',
  /** Why the memo is not built on the snapshot of the closed period. */
  basis: {
    missing:
      'Ögonblicksbilden från stängningen finns inte kvar i SharePoint. Tjänsteskrivelsen bygger på läget nu.',
    changed:
      'Ögonblicksbilden har ändrats efter stängningen och går inte att lita på. Tjänsteskrivelsen bygger på läget nu.',
    otherVersion:
      'Ögonblicksbilden är gjord av en annan version av Kaskad. Tjänsteskrivelsen bygger på läget nu.',
    unreadable: 'Ögonblicksbilden går inte att läsa. Tjänsteskrivelsen bygger på läget nu.',
    notReached: 'Ögonblicksbilden går inte att hämta just nu. Tjänsteskrivelsen bygger på läget nu.',
  },
  since: {
    takenOn: (day: string): string => `Bygger på läget ${day}.`,
    snapshot: (day: string): string => `Bygger på ögonblicksbilden från ${day}.`,
    moved: (n: number): string =>
      n === 1
        ? 'En sak har ändrats sedan dess.'
        : `${capital(number(n, 'en'))} saker har ändrats sedan dess.`,
    show: 'Visa',
    hide: 'Dölj',
    update: 'Uppdatera',
    list: 'Ändrat sedan dess',
    of: (one: Difference): string => {
      switch (one.what) {
        case 'departmentNew':
          return `${one.title} är ny`;
        case 'departmentGone':
          return `${one.title} är inte kvar`;
        case 'activities':
          return `${one.title}: ${activities(one.to)}, tidigare ${activities(one.from)}`;
        case 'goals':
          return `${one.title}: målen är fördelade på ett annat sätt`;
        case 'otherwise':
          return `${one.title}: det som görs ser annorlunda ut`;
        case 'goalList':
          return 'Nämndens mål är inte desamma';
        case 'totals':
          return 'Summorna är inte desamma';
        case 'periods':
          return 'Perioderna är inte desamma';
        case 'stageGoals':
          return 'Etappmålen som nämns är inte desamma';
        case 'indicators':
          return 'Mätetalen har nya värden';
        case 'quoteGone':
          return `${one.title}: en rad som du har valt är borttagen`;
        case 'quoteChanged':
          return `${one.title}: en rad som du har valt har skrivits om`;
      }
    },
  },
  steps: {
    title: 'Steg',
    missing: 'saknas',
    ready: 'klart',
    standing: 'Läge per mål',
    comments: 'Kommentarer',
    text: 'Text',
    signatures: 'Underskrifter',
  },
  standing: {
    line: (n: number, of: number): string =>
      n === of
        ? 'Alla avdelningar har sagt hur det går.'
        : n === 0
          ? 'Ingen avdelning har sagt hur det går.'
          : `${capital(departments(n))} av ${number(of)} har sagt hur det går.`,
    none: 'Nämnden har inga mål för året.',
    missing: (n: number): string =>
      n === 1 ? 'Ett mål saknar bedömning' : `${capital(number(n))} mål saknar bedömning`,
  },
  comments: {
    intro:
      'Kryssa för det som ska stå med. Orden tas som de är och hamnar i stycket om arbetet. Namn följer aldrig med.',
    none: 'Ingen har kommenterat än, och inga aktiviteter är inlagda.',
    failed: 'Kommentarerna går inte att hämta just nu. Det du redan har valt står kvar.',
    chosen: (n: number): string =>
      n === 0
        ? 'Inget är valt än'
        : n === 1
          ? 'En rad är vald'
          : `${capital(number(n, 'en'))} rader är valda`,
    many: 'Det blir ett långt stycke. Några få exempel räcker ofta.',
    activity: 'aktivitet',
    comment: 'kommentar',
    search: 'Sök bland kommentarer och aktiviteter',
    nothing: 'Inget passar sökningen.',
    onlyComments: 'Visa bara kommentarer',
  },
  text: {
    intro: 'Skriv direkt i pappret. Ett stycke som du har ändrat skrivs inte över när siffrorna räknas om.',
    own: 'Lägg till ett eget stycke',
    edited: (n: number): string =>
      n === 0
        ? 'Inget stycke är ändrat'
        : n === 1
          ? 'Ett stycke är ändrat av dig'
          : `${capital(number(n))} stycken är ändrade av dig`,
    behind: (n: number): string =>
      n === 1 ? 'Ett stycke behöver ses över' : `${capital(number(n))} stycken behöver ses över`,
  },
  paragraph: {
    edit: 'Ändra stycket',
    names: {
      goals: 'Målen och uppföljningen',
      carried: 'Aktiviteterna',
      counts: 'Sammanställningen',
      work: 'Arbetet',
      beside: 'Vid sidan av',
      proposal: 'Förslaget',
      own: 'Eget stycke',
    },
    changed: 'Ändrat av dig',
    restore: 'Återställ',
    remove: 'Ta bort stycket',
    behind: 'Siffrorna har ändrats sedan du skrev. Se över stycket.',
    empty: 'Tomt. Stycket kommer inte med.',
    done: 'Klar',
    hereComments: 'Här kommer stycket om arbetet. Kryssa för kommentarer i steget Kommentarer.',
  },
  fields: {
    authorUnit: 'Din enhet',
    authorName: 'Ditt namn',
    authorMail: 'Din e-post',
    addressee: 'Till',
    diaryNumber: 'Diarienummer',
    day: 'Datum',
    title: 'Rubrik',
    name: (n: number): string => `Namn, underskrift ${n}`,
    role: (n: number): string => `Titel, underskrift ${n}`,
    copies: 'Utdrag till, en per rad',
    intro: 'Namnen blir offentliga när skrivelsen blir det.',
    remember: 'Kom ihåg till nästa gång',
    rememberHint: 'Enhet, mottagare, diarienummer, underskrifter och utdrag sparas för alla som skriver.',
    isRemembered: 'Det här är sparat till nästa gång.',
    notAllowed:
      'Bara den som äger webbplatsen kan spara till nästa gång. Det du har skrivit ligger kvar på den här enheten.',
    othersSaved: 'Någon annan har sparat andra rubriker. Öppna sidan igen för att se dem.',
    missing: (fields: readonly string[]): string =>
      `Saknas: ${list.format(fields.map((one) => one.toLowerCase()))}`,
    nothing: 'Allt är ifyllt',
    signature: 'underskrift',
    noNumber: 'Diarienummer saknas',
  },
};
