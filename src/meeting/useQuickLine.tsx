import { useRef, useState } from 'react';
import { isWaiting } from '../activities/activity.ts';
import { type Line, lineRefusal, mostLines, previewOf, titlesOf } from '../activities/lines.ts';
import type { LogActivity } from '../activities/logActivity.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { useStore } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Someone } from './logged.ts';

/** What is being written in the meeting. Beside the words themselves, all of it stays for the next line. */
export type QuickLine = {
  readonly title: string;
  /** Pasted text of several lines, to be looked at before it is saved. */
  readonly lines: readonly Line[] | undefined;
  readonly unitKey: Key;
  readonly goalKeys: readonly Key[];
  readonly isOrdinary: boolean;
  /** `me`; somebody chosen or written; `undefined` while somebody else is not named yet. */
  readonly who: 'me' | Someone | undefined;
};

export type Quick = {
  readonly line: QuickLine;
  readonly change: (part: Partial<QuickLine>) => void;
  /** True when it was text of several lines, which now stands in the preview. */
  readonly paste: (text: string) => boolean;
  readonly save: () => Promise<Refusal | undefined>;
  readonly refusal: Refusal | 'whoMissing' | { readonly tooMany: number } | undefined;
  /** What was saved last and waits for goals that its unit does not hold. */
  readonly waits: { readonly unitKey: Key; readonly goalKeys: readonly Key[] } | undefined;
  readonly closeWaits: () => void;
};

/** The line that is filled, saved and filled again. It outlives its field, so that nothing typed goes with it. */
export function useQuickLine(parts: {
  year: number;
  roomKey: Key;
  meetingId: string;
  first: Pick<QuickLine, 'unitKey' | 'goalKeys'>;
}): Quick {
  const store = useStore();
  const { newKey } = useEnvironment();
  const [line, setLine] = useState<QuickLine>({
    title: '',
    lines: undefined,
    isOrdinary: false,
    who: 'me',
    ...parts.first,
  });
  const [refusal, setRefusal] = useState<Quick['refusal']>();
  const [waits, setWaits] = useState<Quick['waits']>();
  const isSaving = useRef(false);

  const change = (part: Partial<QuickLine>) => {
    setLine((now) => ({ ...now, ...part }));
    setRefusal(undefined);
  };

  function paste(text: string): boolean {
    const lines = previewOf(text);
    if (lines.length > mostLines) setRefusal({ tooMany: lines.length });
    if (line.title !== '' || lines.length < 2 || lines.length > mostLines) return false;
    change({ lines });
    return true;
  }

  function wishFor(title: string, who: 'me' | Someone): LogActivity {
    const { unitKey, goalKeys, isOrdinary } = line;
    return {
      do: 'logActivity',
      activityKey: newKey(),
      year: parts.year,
      title,
      goalKeys,
      kind: isOrdinary ? 'ordinary' : 'targeted',
      unitKey,
      roomKey: parts.roomKey,
      details: {
        ...(who === 'me' ? {} : { responsible: who }),
        meetingId: parts.meetingId === '' ? null : parts.meetingId,
      },
    };
  }

  async function save(): Promise<Refusal | undefined> {
    const { title, lines, unitKey, goalKeys, who } = line;
    // Enter twice in a hurry: the first one has taken the words, and there is nothing more to save.
    if (isSaving.current && (lines || title === '')) return undefined;
    // The preview says itself what is wrong with a line of it.
    if (lines?.some(lineRefusal) || (lines && titlesOf(lines).length === 0)) return undefined;
    if (who === undefined) {
      setRefusal('whoMissing');
      return undefined;
    }
    isSaving.current = true;
    const wishes = (lines ? titlesOf(lines) : [title]).map((one) => wishFor(one, who));
    // Empty at once: what is typed while the disk writes belongs to the next line.
    if (!lines) setLine((now) => ({ ...now, title: '' }));
    setWaits(undefined);
    const [only] = wishes;
    const refused = await (only && wishes.length === 1 ? store.dispatch(only) : store.dispatchAll(wishes));
    isSaving.current = false;
    setRefusal(refused);
    if (refused) {
      if (!lines) setLine((now) => ({ ...now, title: [title, now.title].filter(Boolean).join(' ') }));
      return refused;
    }
    if (lines) setLine((now) => ({ ...now, lines: undefined }));
    const { activities, assignments } = store.snapshot().world;
    const saved = only && activities.get(only.activityKey);
    if (saved && isWaiting(saved, assignments)) setWaits({ unitKey, goalKeys });
    return undefined;
  }

  return { line, change, paste, save, refusal, waits, closeWaits: () => setWaits(undefined) };
}
