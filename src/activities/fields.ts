import type { Person } from '../basics/person.ts';
import type { Activity } from './activity.ts';
import type { changeable } from './changeActivity.ts';
import type { ActivityDetails } from './logActivity.ts';

/** What the form shows and people write; how far it has come is chosen elsewhere. */
export type Fields = Pick<Activity, Exclude<(typeof changeable)[number], 'state'>>;

/** A line that nobody has begun: its author is responsible, and nothing else is said. */
export function emptyFields({ id, name }: Person): Fields {
  return {
    title: '',
    goalKeys: [],
    stageGoalKey: null,
    kind: 'targeted',
    responsibleId: id,
    responsibleName: name,
    starts: null,
    due: null,
    expectedEffect: null,
    description: null,
  };
}

/** The next line after one is saved: who does it and what kind of work it is stay, its own words go. */
export function nextFields(fields: Fields): Fields {
  return { ...fields, title: '', starts: null, due: null, expectedEffect: null, description: null };
}

/** True when something would be lost with the form. */
export function isWritten({ title, expectedEffect, description }: Fields): boolean {
  return [title, expectedEffect, description].some((words) => words !== null && words.trim() !== '');
}

export function detailsOf(fields: Fields): ActivityDetails {
  const { stageGoalKey, responsibleId: id, responsibleName: name } = fields;
  const { starts, due, expectedEffect, description } = fields;
  return {
    stageGoalKey,
    responsible: name === null || name.trim() === '' ? null : { id, name },
    starts,
    due,
    expectedEffect,
    description,
  };
}
