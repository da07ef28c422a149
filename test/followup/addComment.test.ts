import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { type AddComment, addComment, longestComment } from '../../src/followup/addComment.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anna, aPeriod, kitchen, smallRegion } from '../builders.ts';

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

describe('telling how it goes', () => {
  const inPeriod = () => {
    const world = smallRegion();
    world.periods.put(aPeriod({}));
    return world;
  };
  const checkIn = { periodKey: '2023-delar-augusti', status: 'atRisk' } as const;

  it('[F38] needs no words: the list in SharePoint shows the status', () => {
    expect(comment({ text: ' ', checkIn }, inPeriod())).toMatchObject([
      { row: { title: 'atRisk', text: null, status: 'atRisk', periodKey: '2023-delar-augusti' } },
    ]);
    expect(comment({ text: 'Bilarna dröjer', checkIn }, inPeriod())).toMatchObject([
      { row: { title: 'Bilarna dröjer', text: 'Bilarna dröjer', status: 'atRisk' } },
    ]);
  });

  it('[F38] is said in a period that is there, of the same year', () => {
    const unknown = { refused: 'periodUnknown', field: 'periodKey' };
    expect(comment({ checkIn })).toEqual(unknown);
    expect(comment({ checkIn, year: 2024 }, inPeriod())).toEqual(unknown);
    const world = inPeriod();
    world.periods.put(aPeriod({ removed: true }));
    expect(comment({ checkIn }, world)).toEqual(unknown);
  });

  it('[F9] [F38] twice is once, and another word of the same line is one more', () => {
    const world = inPeriod();
    for (const change of changesOf(comment({ checkIn }, world))) apply(change, world);
    expect(comment({ checkIn: { ...checkIn, status: 'onPlan' } }, world)).toEqual([]);
    expect(comment({ commentKey: 'c-2', checkIn: { ...checkIn, status: 'onPlan' } }, world)).toHaveLength(1);
  });

  it('[F38] has no more words than any comment', () => {
    expect(comment({ checkIn, text: 'x'.repeat(longestComment + 1) }, inPeriod())).toMatchObject({
      refused: 'commentTooLong',
    });
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
