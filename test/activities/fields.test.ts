import { describe, expect, it } from 'vitest';
import { detailsOf, emptyFields, isWritten, nextFields } from '../../src/activities/fields.ts';
import { anna } from '../builders.ts';

describe('a form for a new activity', () => {
  it('begins with me as responsible and nothing written', () => {
    expect(emptyFields(anna)).toMatchObject({ responsibleId: anna.id, kind: 'targeted', goalKeys: [] });
    expect(isWritten(emptyFields(anna))).toBe(false);
  });

  it.each([{ title: 'Nya recept' }, { description: 'Hur' }, { expectedEffect: 'Mindre svinn' }])(
    'is not thrown away with %j in it',
    (fields) => {
      expect(isWritten({ ...emptyFields(anna), ...fields })).toBe(true);
      expect(isWritten({ ...emptyFields(anna), title: ' \n' })).toBe(false);
    },
  );

  it('keeps for the next line who, what kind and which goals, and none of its own words', () => {
    const fields = {
      ...emptyFields(anna),
      title: 'Nya recept',
      goalKeys: ['avfall'],
      kind: 'ordinary' as const,
      due: '2023-12-01',
      description: 'Hur',
      responsibleId: null,
      responsibleName: 'Bo Ek',
    };
    expect(nextFields(fields)).toEqual({ ...fields, title: '', due: null, description: null });
  });

  it('[V9] says who is responsible with id and name together, and nobody as nobody', () => {
    const empty = emptyFields(anna);
    expect(detailsOf(empty).responsible).toEqual(anna);
    expect(detailsOf({ ...empty, responsibleId: null, responsibleName: 'Bo' }).responsible).toEqual({
      id: null,
      name: 'Bo',
    });
    expect(detailsOf({ ...empty, responsibleId: null, responsibleName: null }).responsible).toBeNull();
    expect(detailsOf({ ...empty, responsibleId: null, responsibleName: ' ' }).responsible).toBeNull();
  });
});
