import { describe, expect, it } from 'vitest';
import {
  type DismissGap,
  dismissGap,
  gapNoteKey,
  type NoteReminder,
  noteReminder,
} from '../../src/followup/noteGap.ts';
import { isKey } from '../../src/basics/key.ts';
import { decide } from '../../src/decide.ts';
import { apply, overlay } from '../../src/world.ts';
import { gapKinds } from '../../src/followup/gaps.ts';
import { anna, smallRegion } from '../builders.ts';

const bo = { id: 'B0000000-0000-4000-8000-000000000002', name: 'Bo Lind' };
const reminder: NoteReminder = {
  do: 'noteReminder',
  year: 2023,
  roomKey: 'styrelsen',
  departmentKey: 'stab',
  gap: 'noActivity',
  recipient: bo,
  day: '2023-08-25',
  state: 'sending',
  text: 'Hej Bo!',
};
const dismissal: DismissGap = {
  do: 'dismissGap',
  year: 2023,
  roomKey: 'styrelsen',
  departmentKey: 'stab',
  gap: 'noActivity',
  reason: ' Läggs ned i höst. ',
};
const signed = { key: 'c-1', by: anna, on: '2023-08-25' };

/** The world after these, one after the other. */
function after(...wishes: (NoteReminder | DismissGap)[]) {
  const world = overlay(smallRegion());
  for (const wish of wishes) {
    const answer = decide({ ...signed, ...wish }, world);
    if ('refused' in answer) throw new Error(answer.refused);
    for (const change of answer) apply(change, world);
  }
  return world;
}

describe('what has been done about a gap', () => {
  it('[F22] has a key of its own for each gap, recipient and day, which SharePoint can hold', () => {
    const to = { recipientId: bo.id, on: '2023-08-25' };
    const keys = gapKinds.flatMap((gap) => [
      gapNoteKey({ year: 2023, departmentKey: 'stab', gap }),
      gapNoteKey({ year: 2023, departmentKey: 'stab', gap }, to),
      gapNoteKey({ year: 2023, departmentKey: 'stab', gap }, { ...to, on: '2023-08-26' }),
    ]);
    expect(new Set(keys).size).toBe(gapKinds.length * 3);
    expect(keys.filter((key) => !isKey(key))).toEqual([]);
  });

  it('[F22] a reminder of the same gap to the same person on the same day is one', () => {
    expect(noteReminder({ ...reminder, by: anna }, after(reminder))).toEqual([]);
    expect(noteReminder({ ...reminder, day: '2023-08-26', by: anna }, after(reminder))).toHaveLength(1);
  });

  it('[F23] what has come through stays so, and what was unclear may still turn out to have', () => {
    const state = (...states: NoteReminder['state'][]) =>
      [...after(...states.map((one) => ({ ...reminder, state: one }))).gapNotes.values()].map(
        (note) => note.state,
      );
    expect(state('sending', 'sent', 'unclear')).toEqual(['sent']);
    expect(state('sending', 'unclear')).toEqual(['unclear']);
    expect(state('sending', 'unclear', 'sent')).toEqual(['sent']);
    expect(state('sending', 'unclear', 'sending')).toEqual(['unclear']);
    // What surely was not sent leaves nothing behind, and may be tried again the same day.
    expect(state('sending', 'notSent')).toEqual([]);
    expect(state('sending', 'notSent', 'sending', 'sent')).toEqual(['sent']);
    expect(state('sending', 'sent', 'notSent')).toEqual(['sent']);
    expect(state('notSent')).toEqual([]);
  });

  it('[F24] a gap is put aside with a reason, once for the year, and never without one', () => {
    const world = after(dismissal);
    expect([...world.gapNotes.values()]).toMatchObject([{ kind: 'dismissed', text: 'Läggs ned i höst.' }]);
    expect(dismissGap({ ...dismissal, ...signed }, world)).toEqual([]);
    expect(dismissGap({ ...dismissal, ...signed, reason: '  ' }, world)).toEqual({
      refused: 'reasonMissing',
      field: 'reason',
    });
  });
});
