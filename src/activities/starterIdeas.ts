import type { Key } from '../basics/key.ts';
import type { Goal } from '../goals/goal.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Activity } from './activity.ts';
import type { Idea } from './idea.ts';

/** What an environmental goal can be about, for general ideas; `any` for the goals that none of the others fits. */
export type Theme = 'travel' | 'energy' | 'waste' | 'procurement' | 'any';

type Starter = {
  readonly theme: Theme;
  readonly kind: Activity['kind'];
  /** For whom it is meant; left out for everybody. */
  readonly character?: Unit['character'];
};

/**
 * Ideas that could be done in any organisation, by name; their words stand in the catalogues. A name is for ever, since
 * activities keep which idea they came from. The themes stand by turns, so that the first few are of several.
 */
export const starterIdeas = {
  'digital-first': { theme: 'travel', kind: 'targeted' },
  'energy-round': { theme: 'energy', kind: 'targeted' },
  porcelain: { theme: 'waste', kind: 'targeted' },
  'repair-first': { theme: 'procurement', kind: 'targeted' },
  'standing-item': { theme: 'any', kind: 'enabling' },
  'electric-first': { theme: 'travel', kind: 'targeted', character: 'operational' },
  'full-machines': { theme: 'energy', kind: 'targeted', character: 'operational' },
  'weigh-food': { theme: 'waste', kind: 'targeted', character: 'operational' },
  'many-times': { theme: 'procurement', kind: 'targeted', character: 'operational' },
  'team-keeper': { theme: 'any', kind: 'enabling', character: 'operational' },
  'train-rules': { theme: 'travel', kind: 'enabling', character: 'administrative' },
  'energy-in-decisions': { theme: 'energy', kind: 'enabling', character: 'administrative' },
  'digital-signing': { theme: 'waste', kind: 'targeted', character: 'administrative' },
  'demand-template': { theme: 'procurement', kind: 'enabling', character: 'administrative' },
  'in-routines': { theme: 'any', kind: 'enabling', character: 'administrative' },
  bicycles: { theme: 'travel', kind: 'targeted' },
  'last-one-out': { theme: 'energy', kind: 'ordinary' },
  'swap-shelf': { theme: 'waste', kind: 'enabling' },
  'one-buyer': { theme: 'procurement', kind: 'enabling' },
  'one-suggestion': { theme: 'any', kind: 'targeted' },
  'full-cars': { theme: 'travel', kind: 'targeted', character: 'operational' },
  'timed-rooms': { theme: 'energy', kind: 'targeted', character: 'operational' },
  'sort-at-source': { theme: 'waste', kind: 'enabling', character: 'operational' },
  'fewer-deliveries': { theme: 'procurement', kind: 'targeted', character: 'operational' },
  'measure-a-week': { theme: 'any', kind: 'targeted', character: 'operational' },
  'near-the-train': { theme: 'travel', kind: 'targeted', character: 'administrative' },
  'share-desks': { theme: 'energy', kind: 'targeted', character: 'administrative' },
  'print-on-request': { theme: 'waste', kind: 'targeted', character: 'administrative' },
  'long-life': { theme: 'procurement', kind: 'targeted', character: 'administrative' },
  'new-colleagues': { theme: 'any', kind: 'enabling', character: 'administrative' },
} as const satisfies Readonly<Record<string, Starter>>;

export type StarterName = keyof typeof starterIdeas;

const prefix = 'idea/';

export function starterKey(name: StarterName): Key {
  return prefix + name;
}

/** True when the key is a general idea's, whatever version of the product had it. */
export function isStarterKey(key: Key): boolean {
  return key.startsWith(prefix);
}

/** [V17] The general ideas for these goals, each with the goals that its theme fits. */
export function generalIdeas(goals: readonly Goal[], titles: Readonly<Record<StarterName, string>>): Idea[] {
  const themes = goals.map((goal) => ({ key: goal.key, themes: themesOf(goal) }));
  return (Object.entries(starterIdeas) as [StarterName, Starter][]).flatMap(([name, starter]) => {
    const fitting = themes.filter((goal) => goal.themes.includes(starter.theme)).map(({ key }) => key);
    if (fitting.length === 0) return [];
    return {
      key: starterKey(name),
      title: titles[name],
      goalKeys: fitting,
      kind: starter.kind,
      from: undefined,
      isFinished: false,
      character: starter.character,
      originKey: null,
    };
  });
}

/** Parts of words, folded, that tell a theme; with a space before it, the beginning of one. An organisation names its goals itself. */
const signs: Readonly<Record<Exclude<Theme, 'any'>, readonly string[]>> = {
  travel: [
    'resor',
    'resande',
    'transport',
    'fordon',
    'trafik',
    'pendl',
    'mobilit',
    ' bilar',
    'elbil',
    'travel',
    'vehicle',
  ],
  energy: ['energi', 'energy', 'elanvand', 'elforbruk', 'elektricit', 'electricit', 'varme', ' heat'],
  waste: ['avfall', ' svinn', 'matsvinn', 'sopor', 'atervinn', 'kallsort', ' waste', 'recycl'],
  procurement: ['upphandl', 'inkop', 'cirkular', 'konsumtion', 'procure', 'purchas', 'circular'],
};

/** What the goal is about: as its theme says, else its title, else `any`. */
export function themesOf({ theme, title }: Pick<Goal, 'theme' | 'title'>): Theme[] {
  const said = [theme ?? '', title].map(themesIn).find((found) => found.length > 0);
  return said ?? ['any'];
}

function themesIn(text: string): Theme[] {
  const said = ` ${folded(text)}`;
  return (Object.keys(signs) as (keyof typeof signs)[]).filter((theme) =>
    signs[theme].some((sign) => said.includes(sign)),
  );
}

/** Without capitals, rings and dots, and a space between words: however somebody typed it. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
}
