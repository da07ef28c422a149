import { describe, expect, it } from 'vitest';
import { cleanTitle, titleRefusal } from '../../src/activities/activityLine.ts';
import {
  generalIdeas,
  isStarterKey,
  starterIdeas,
  starterKey,
  type StarterName,
  type Theme,
  themesOf,
} from '../../src/activities/starterIdeas.ts';
import { isKey } from '../../src/basics/key.ts';
import { ideas as en } from '../../src/text/enIdeas.ts';
import { ideas as sv } from '../../src/text/svIdeas.ts';
import { aGoal, regionTables } from '../builders.ts';

const names = Object.keys(starterIdeas) as StarterName[];
const themes: readonly Theme[] = ['travel', 'energy', 'waste', 'procurement', 'any'];

describe('the starter set', () => {
  it('has at least 24 ideas, each with a key and a title of its own in both languages', () => {
    expect(names.length).toBeGreaterThanOrEqual(24);
    expect(names.map(starterKey).every((key) => isKey(key) && isStarterKey(key))).toBe(true);
    for (const { starters } of [sv, en]) {
      const titles = names.map((name) => starters[name]);
      expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(names.length);
      for (const title of titles) {
        expect(titleRefusal(title)).toBeUndefined();
        expect(cleanTitle(title)).toBe(title);
        expect(title.length).toBeLessThanOrEqual(70);
      }
    }
    for (const name of names) expect(sv.starters[name]).not.toBe(en.starters[name]);
  });

  it.each(themes)(
    'has at least three ideas for each character about %s, one of them for everybody',
    (theme) => {
      const about = Object.values<{ theme: Theme; character?: string }>(starterIdeas).filter(
        (idea) => idea.theme === theme,
      );
      expect(about.some(({ character }) => character === undefined)).toBe(true);
      for (const whose of ['operational', 'administrative']) {
        const fitting = about.filter(({ character }) => (character ?? whose) === whose);
        expect(fitting.length).toBeGreaterThanOrEqual(3);
        expect(fitting.some(({ character }) => character === whose)).toBe(true);
      }
    },
  );

  it('has every kind of work', () => {
    expect(new Set(Object.values(starterIdeas).map(({ kind }) => kind))).toEqual(
      new Set(['targeted', 'enabling', 'ordinary']),
    );
  });

  it('the first three for either character are about three different things', () => {
    for (const whose of ['operational', 'administrative']) {
      const first = Object.values<{ theme: Theme; character?: string }>(starterIdeas)
        .filter(({ theme, character }) => theme !== 'any' && character === whose)
        .slice(0, 3);
      expect(new Set(first.map(({ theme }) => theme)).size).toBe(3);
    }
  });
});

describe('[V17] what a goal is about', () => {
  it.each<[string | null, string, Theme[]]>([
    ['Resor och transporter', 'Minskade utsläpp från resor', ['travel']],
    ['RESOR', 'x', ['travel']],
    ['Tjänsteresor', 'x', ['travel']],
    ['Fossilfri fordonsflotta', 'x', ['travel']],
    ['Hållbart resande', 'x', ['travel']],
    ['Energi', 'x', ['energy']],
    ['Fjärrvärme', 'x', ['energy']],
    ['Energi och transporter', 'x', ['travel', 'energy']],
    ['Återvinning', 'x', ['waste']],
    ['Matsvinn', 'x', ['waste']],
    ['Cirkulära flöden', 'x', ['procurement']],
    ['Inköp', 'x', ['procurement']],
    // The theme says nothing that is known: then the title does.
    ['Klimat', 'Minskad energianvändning', ['energy']],
    [null, 'Minskat avfall', ['waste']],
    ['Mål 4', 'Hållbar upphandling och cirkulära flöden', ['procurement']],
    // Words that only look alike.
    ['Resurser', 'Nöjda patienter försvinner inte', ['any']],
    ['Forskning', 'Bättre resultat', ['any']],
    [null, '', ['any']],
  ])('%s, %s: %s', (theme, title, expected) => {
    expect(themesOf({ theme, title })).toEqual(expected);
  });

  it('a letter typed with a loose ring or dots is the same letter', () => {
    expect(themesOf({ theme: 'Återvinning'.normalize('NFD'), title: '' })).toEqual(['waste']);
  });

  it('the demonstration’s goals have six general ideas each, and none that is for any goal', () => {
    const goals = [...regionTables().goals.values()];
    const ideas = generalIdeas(goals, sv.starters);
    for (const { key } of goals)
      expect(ideas.filter(({ goalKeys }) => goalKeys.includes(key))).toHaveLength(6);
    expect(ideas).toHaveLength(24);
    expect(ideas[0]).toMatchObject({
      key: 'idea/digital-first',
      title: sv.starters['digital-first'],
      goalKeys: ['resor'],
    });
  });

  it('a goal about something else gets the ideas for any goal', () => {
    const goal = aGoal({ key: 'halsa', theme: 'Hälsa', title: 'Friskare medarbetare' });
    const ideas = generalIdeas([goal], sv.starters);
    expect(ideas).toHaveLength(6);
    expect(new Set(ideas.flatMap(({ goalKeys }) => goalKeys))).toEqual(new Set(['halsa']));
    expect(generalIdeas([], sv.starters)).toEqual([]);
  });
});
