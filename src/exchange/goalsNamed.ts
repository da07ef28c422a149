import type { Key } from '../basics/key.ts';
import type { Goals, StageGoals } from '../goals/goal.ts';
import { sameName } from './cellValues.ts';

/**
 * [I20] The goals that a cell names: one, or several with a semicolon, a line break or a comma between them. A comma may stand in
 * a goal's own name, so the longest name that is one is taken.
 */
export function goalsIn(
  goals: Goals,
  text: string,
): { readonly keys: readonly Key[]; readonly unknown: readonly string[] } {
  const byName = new Map([...goals.values()].map(({ key, title }) => [sameName(title), key]));
  const keys = new Set<Key>();
  const unknown: string[] = [];
  const whole = byName.get(sameName(text));
  if (whole !== undefined) return { keys: [whole], unknown };
  for (const part of text.split(/\s*[;|\n]\s*/)) {
    const pieces = part.split(',');
    for (let from = 0; from < pieces.length;) {
      let to = pieces.length;
      let key: Key | undefined;
      for (; to > from && key === undefined; to -= 1)
        key = byName.get(sameName(pieces.slice(from, to).join(',')));
      if (key === undefined) {
        const piece = pieces[from]?.trim() ?? '';
        if (piece !== '') unknown.push(piece);
        from += 1;
      } else {
        keys.add(key);
        from = to + 1;
      }
    }
  }
  return { keys: [...keys], unknown };
}

/** Of one of these goals. */
export function stageGoalIn(stageGoals: StageGoals, text: string, goalKeys: readonly Key[]): Key | undefined {
  const name = sameName(text);
  for (const goalKey of goalKeys)
    for (const { key, title } of stageGoals.by('goal', goalKey)) if (sameName(title) === name) return key;
  return undefined;
}
