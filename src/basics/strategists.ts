import type { Person } from './person.ts';

/** The setting that names those who see to the whole. */
export const rolesSetting = 'roles';

/** [O42] Those who see to the whole, as the setting's text names them; what cannot be read names nobody. */
export function strategistsNamed(text: string | null | undefined): readonly Person[] {
  try {
    const read = JSON.parse(text ?? 'null') as unknown;
    const named =
      typeof read === 'object' && read !== null && 'strategists' in read ? read.strategists : undefined;
    return Array.isArray(named) ? named.filter(isPerson).map(({ id, name }) => ({ id, name })) : [];
  } catch {
    return [];
  }
}

export function rolesText(strategists: readonly Person[]): string {
  return JSON.stringify({ strategists: strategists.map(({ id, name }) => ({ id, name })) });
}

function isPerson(value: unknown): value is Person {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    value.id !== ''
  );
}
