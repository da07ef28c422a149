import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Outcome } from '../environment.ts';
import type { Message } from '../panel/messages.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import type { GapNote } from './gapNote.ts';
import { gapNoteKey, type NoteReminder } from './noteGap.ts';
import type { Gap } from './gaps.ts';

/** What is written beside a reminder, by what came of sending it. */
const states: Readonly<Record<Outcome, NoteReminder['state']>> = {
  sent: 'sent',
  unclear: 'unclear',
  later: 'notSent',
  notAllowed: 'notSent',
  notFound: 'notSent',
};

/**
 * Reminds of a gap: the note stands first, so that whoever looks sees that somebody is at it; then one message is sent, and
 * what came of it is written beside the note.
 */
export function useReminding(year: number, boardKey: Key) {
  const store = useStore();
  const { world } = useWorld();
  const { notify, now } = useEnvironment();
  const today = dayOf(now());

  return {
    /** The same gap to the same person today, if it has been sent or may have been. */
    already(gap: Gap, recipient: Person): GapNote | undefined {
      const { departmentKey, kind } = gap;
      const key = gapNoteKey({ year, departmentKey, gap: kind }, { recipientId: recipient.id, on: today });
      const note = world.gapNotes.get(key);
      return note && !note.removed ? note : undefined;
    },
    async remind(gap: Gap, recipient: Person, message: Message): Promise<Outcome> {
      const { departmentKey, kind } = gap;
      const note = (state: NoteReminder['state']) =>
        store.dispatch({
          do: 'noteReminder',
          year,
          roomKey: boardKey,
          departmentKey,
          gap: kind,
          recipient,
          day: today,
          state,
          text: message.preview,
        });
      await note('sending');
      const { kind: sort, topic, preview, parameters, link } = message;
      const outcome = await notify({ to: recipient, kind: sort, topic, preview, parameters, link }).catch(
        // What is thrown on the way may have been thrown after it was sent.
        () => 'unclear' as const,
      );
      await note(states[outcome]);
      return outcome;
    },
  };
}
