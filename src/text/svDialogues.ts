import type { GapKind } from '../followup/gaps.ts';
import { list, number } from './svNumbers.ts';

/** Talks with the heads of departments: what to talk about, and what was said. */
export const dialogues = {
  intro:
    'Samtal med avdelningarnas chefer om målen. Underlaget visar vad avdelningen har och vad som saknas.',
  none: 'Inget samtal antecknat i år',
  last: (day: string, head: string) => (head === '' ? `Senast ${day}` : `Senast ${day} med ${head}`),
  open: 'Underlag',
  openFor: (department: string) => `Underlag för samtal med ${department}`,
  title: (department: string) => `Samtal med ${department}`,
  head: (name: string) => `Chef: ${name}`,
  noHead: 'Ingen chef är inlagd.',
  goals: 'Målen',
  gaps: 'Att prata om',
  noGaps: 'Inget saknas. Fråga vad som går bra och vad andra kan lära av.',
  gap: {
    noGoals: 'Avdelningen har inga mål.',
    someGoals: 'Avdelningen saknar något av målen.',
    notAssigned: 'Målen är inte fördelade till enheterna.',
    unitsWithout: 'Några enheter har inga mål.',
    requested: 'Enheter har bett om mål och väntar på svar.',
    toTalk: 'Enheter vill prata om målen.',
    noActivity: 'Ingen aktivitet är inlagd.',
  } satisfies Record<GapKind, string>,
  ideas: 'Idéer att ta upp',
  noIdeas: 'Inga idéer passar avdelningens mål än.',
  earlier: 'Tidigare samtal',
  note: 'Anteckna ett samtal',
  day: 'Dag',
  with: 'Med vem?',
  about: 'Pratat om',
  notes: 'Anteckningar',
  notesHint: 'Det du skriver ser alla som kan läsa listorna.',
  save: 'Spara samtalet',
  talkedAbout: (goals: readonly string[]) => (goals.length === 0 ? '' : `Om ${list.format(goals)}`),
  count: (n: number) => (n === 1 ? 'ett samtal' : `${number(n)} samtal`),
};
