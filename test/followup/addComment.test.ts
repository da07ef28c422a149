import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { type AddComment, addComment, longestComment } from '../../src/followup/addComment.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anna, kitchen, smallRegion } from '../builders.ts';

const at = { year: 2023, unitKey: 'service-kost', roomKey: 'service' };
const comment = (fields: Partial<AddComment> = {}, world: World = smallRegion()) =>
  addComment(
    {
      do: 'addComment',
      ...at,
      commentKey: 'c-1',
      subjectKey: 'a-1',
      text: 'Halvvägs.',
      by: anna,
      on: '2023-08-25',
      ...fields,
    },
    world,
  );

describe('commenting', () => {
  it('stands on the shelves of what it speaks of, with its author and day', () => {
    expect(comment({ text: '  Halvvägs.\nMer i höst. ' })).toEqual([
      {
        kind: 'create',
        list: 'comments',
        row: {
          key: 'c-1',
          title: 'Halvvägs. Mer i höst.',
          removed: false,
          subjectKey: 'a-1',
          shelf: '2023/service',
          unitShelf: '2023/service-kost',
          periodKey: null,
          isCorrection: false,
          status: null,
          text: 'Halvvägs.\nMer i höst.',
          by: anna,
          on: '2023-08-25',
        },
      },
    ]);
  });

  it('[F9] the same comment twice is one comment, also when it was taken back meanwhile', () => {
    const world = smallRegion();
    for (const change of changesOf(comment({}, world))) apply(change, world);
    expect(comment({}, world)).toEqual([]);
    expect(comment({ text: 'Något annat' }, world)).toEqual([]);
    const [row] = world.comments.all();
    if (row) world.comments.put({ ...row, removed: true });
    expect(comment({}, world)).toEqual([]);
  });

  it('is of 1 to 4,000 characters', () => {
    expect(comment({ text: ' \n ' })).toEqual({ refused: 'commentMissing', field: 'text' });
    expect(comment({ text: 'x'.repeat(longestComment) })).toHaveLength(1);
    expect(comment({ text: 'x'.repeat(longestComment + 1) })).toEqual({
      refused: 'commentTooLong',
      field: 'text',
      limit: longestComment,
    });
  });

  it('[O1] speaks of what a unit of the room does', () => {
    expect(comment({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
    const world = smallRegion();
    world.units.put({ ...kitchen, active: false });
    expect(comment({}, world)).toEqual({ refused: 'unitInactive', field: 'unitKey' });
  });
});

function changesOf(outcome: ReturnType<typeof addComment>) {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}

const written = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  .filter((text) => text.trim() !== '');

it('[F9] whatever is written, sent as often as may be: one row, the words as typed, and a title that SharePoint takes', () => {
  fc.assert(
    fc.property(written, fc.nat(3), (text, again) => {
      const below = smallRegion();
      const world = overlay(below);
      for (let n = 0; n <= again; n += 1) {
        for (const change of changesOf(comment({ text }, world))) apply(change, world);
      }
      const [row, ...others] = [...world.comments.values()];
      expect(others).toEqual([]);
      expect(row?.text).toBe(text.trim());
      expect(row?.title.length).toBeLessThanOrEqual(100);
      expect(row?.title).not.toMatch(/\p{Surrogate}/u);
    }),
    { seed: 2023, numRuns: 200 },
  );
});
