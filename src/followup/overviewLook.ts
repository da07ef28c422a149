import { isKey, type Key } from '../basics/key.ts';
import type { OverviewFilter } from './overviewFilter.ts';

/** The parts of the overview, in the order of their tabs. */
export const overviewViews = ['map', 'gaps', 'changes', 'indicators', 'dialogues', 'periods'] as const;
export type OverviewView = (typeof overviewViews)[number];

/** What of the overview is shown: of which board, which part of it, narrowed by what. */
export type OverviewLook = {
  /** Left out: the first board. */
  readonly boardKey?: Key;
  readonly view: OverviewView;
  readonly filter: OverviewFilter;
};

export const wholeOverview: OverviewLook = { view: 'map', filter: {} };

const characters: readonly string[] = ['operational', 'administrative'];
const statuses: readonly string[] = ['onPlan', 'atRisk', 'offPlan', 'none'];
/** A theme is a line of a list in SharePoint, and no longer. */
const longestTheme = 255;

/** The look as parts of a link: `view=gaps&board=regionstyrelsen&status=atRisk`. The map of everything has none. */
export function lookParts({ boardKey, view, filter }: OverviewLook): [string, string][] {
  return Object.entries({ view: view === 'map' ? undefined : view, board: boardKey, ...filter }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
  );
}

/** [F30] Reads such parts; anybody may have written them, so what cannot be right is left out. */
export function lookIn(parts: URLSearchParams): OverviewLook {
  const part = (name: string, isRight: (value: string) => boolean) => {
    const value = parts.get(name) ?? '';
    return isRight(value) ? { [name]: value } : {};
  };
  const board = parts.get('board') ?? '';
  return {
    ...(isKey(board) ? { boardKey: board } : {}),
    view: overviewViews.find((one) => one === parts.get('view')) ?? 'map',
    filter: {
      ...part('theme', (theme) => theme !== '' && theme.length <= longestTheme),
      ...part('character', (character) => characters.includes(character)),
      ...part('status', (status) => statuses.includes(status)),
    },
  };
}
