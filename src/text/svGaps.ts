import type { GapKind } from '../followup/gaps.ts';
import type { GapNote } from '../followup/gapNote.ts';
import { capital, list, number } from './svNumbers.ts';

/** “Fem av nio avdelningar”. */
const of = (n: number, all: number) =>
  n === all
    ? all === 1
      ? 'Den enda avdelningen'
      : 'Alla avdelningar'
    : `${capital(number(n, 'en'))} av ${number(all)} avdelningar`;

const kinds: Record<GapKind, (n: number, all: number) => string> = {
  noGoals: (n, all) => `${of(n, all)} har inga mål`,
  someGoals: (n, all) => `${of(n, all)} saknar något av målen`,
  notAssigned: (n, all) => `${of(n, all)} har inte fördelat vidare till sina enheter`,
  unitsWithout: (n, all) => `${of(n, all)} har enheter utan mål`,
  requested: (n, all) => `${of(n, all)} har önskemål som väntar på svar`,
  toTalk: (n, all) => `${of(n, all)} har enheter som vill prata om målen`,
  noActivity: (n, all) => `${of(n, all)} saknar aktivitet`,
};

const short: Record<GapKind, string> = {
  noGoals: 'Inga mål',
  someGoals: 'Saknar något mål',
  notAssigned: 'Inte fördelat vidare',
  unitsWithout: 'Enheter utan mål',
  requested: 'Önskemål väntar',
  toTalk: 'Vill prata',
  noActivity: 'Ingen aktivitet',
};

const reminded: Record<GapNote['state'], (name: string, day: string) => string> = {
  sending: (name, day) => `Påminnelse till ${name} ${day}, skickas`,
  sent: (name, day) => `${name} påmind ${day}`,
  unclear: (name, day) => `Påminnelse till ${name} ${day}, oklart om den kom fram`,
};

/** What is missing, and what can be done about it. */
export const gaps = {
  intro: 'Det här saknas, med det som hjälper bredvid. En lucka försvinner när den är fylld.',
  none: 'Inga luckor just nu. Alla avdelningar har mål, har fördelat vidare och har något på gång.',
  kinds,
  short,
  remedies: {
    assign: 'Fördela',
    remind: 'Påminn',
    talk: 'Planera samtal',
    ideas: 'Visa idéer',
    dismiss: 'Lägg åt sidan',
  },
  remedyFor: (remedy: string, department: string) => `${remedy}: ${department}`,
  reminds: (me: string, what: string) => `${me} påminner om ${what}`,
  units: (names: readonly string[]) =>
    names.length === 0 ? '' : names.length > 3 ? `${number(names.length, 'en')} enheter` : list.format(names),
  reminded,
  dismissed: (n: number) => `Lagda åt sidan (${n})`,
  restore: 'Ta tillbaka',
  dismiss: {
    title: (department: string) => `Lägg åt sidan: ${department}`,
    reason: 'Varför är det ingen lucka?',
    hint: 'Andra som läser ser det du skriver.',
    save: 'Lägg åt sidan',
  },
  remind: {
    title: (department: string) => `Påminn ${department}`,
    what: 'Det här läser chefen',
    words: 'Text',
    send: (name: string) => `Skicka till ${name}`,
    already: (name: string) => `${name} är redan påmind om det i dag.`,
    nobody: 'Avdelningen har ingen chef inlagd. Kopiera texten och skicka den på annat sätt.',
    unclear: 'Det är oklart om påminnelsen kom fram. Den skickas inte igen av sig själv.',
  },
  /** What a reminder says, by the gap that it is about. */
  messages: {
    noGoals: 'Avdelningen har inga miljömål än.',
    someGoals: 'Avdelningen saknar något av miljömålen.',
    notAssigned: 'Målen är inte fördelade till enheterna än. Det tar en minut.',
    unitsWithout: 'Några av era enheter har inga mål än. Det tar en minut att fördela.',
    requested: 'En enhet har bett om ett mål och väntar på svar.',
    toTalk: 'En enhet vill prata om målen innan ni är överens.',
    noActivity: 'Ingen aktivitet är inlagd än. En rad räcker, och det ni gör redan räknas också.',
  } satisfies Record<GapKind, string>,
  what: {
    noGoals: 'avdelningens mål',
    someGoals: 'avdelningens mål',
    notAssigned: 'att fördela målen',
    unitsWithout: 'att fördela målen',
    requested: 'ett önskemål',
    toTalk: 'ett samtal om målen',
    noActivity: 'aktiviteter',
  } satisfies Record<GapKind, string>,
};
