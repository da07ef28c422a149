import { useState } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { Notice } from './Notice.tsx';
import type { Reader } from './useDenied.tsx';

/** What the reader should know about the saving itself. On most days nothing of it is shown. */
export function Notices({ onShowWaiting, reader }: { onShowWaiting: () => void; reader?: Reader }) {
  const text = useLaterText();
  const { world, stuck, isKept, setAside, crowded, damaged, schema } = useWorld();
  const [isDamageSeen, setIsDamageSeen] = useState(false);
  const isDamaged = damaged.chunks + damaged.commands > 0 && !isDamageSeen;
  return (
    <>
      {schema === 'newer' ? (
        <Notice
          words={text.setup.notices.newer}
          action={text.setup.notices.reload}
          onAction={() => window.location.reload()}
        />
      ) : null}
      {schema === 'older' ? <Notice words={text.setup.notices.older} /> : null}
      {reader && reader.denied.size > 0 ? (
        <Notice words={deniedWords(reader)} action={text.panel.denied.again} onAction={reader.retry} />
      ) : null}
      {stuck.length > 0 ? (
        <Notice
          words={text.notices.stuck(stuck.length)}
          action={text.notices.show}
          onAction={onShowWaiting}
        />
      ) : null}
      {isKept ? null : <Notice words={text.notices.notKept} />}
      {isDamaged ? (
        <Notice
          words={text.notices.damaged(damaged.commands)}
          action={text.close}
          onAction={() => setIsDamageSeen(true)}
        />
      ) : null}
      {setAside > 0 ? <Notice words={text.notices.setAside(setAside)} /> : null}
      {crowded ? <Notice words={text.notices.crowded(placeOf(crowded.shelf), crowded.rows)} /> : null}
    </>
  );

  function deniedWords({ denied }: Reader): string {
    if (denied.has('activities') && denied.has('assignments')) return text.panel.denied.everything;
    if (denied.has('activities')) return text.panel.denied.activities;
    if (denied.has('assignments')) return text.panel.denied.assignments;
    if (denied.has('measurements')) return text.panel.denied.measurements;
    return denied.has('organisation') ? text.panel.denied.organisation : text.panel.denied.goals;
  }

  /** A shelf is a year and a unit: `2023/regionservice`. */
  function placeOf(shelf: string): string {
    const cut = shelf.indexOf('/');
    const unitKey = shelf.slice(cut + 1);
    return `${world.units.get(unitKey)?.title ?? unitKey} ${shelf.slice(0, cut)}`;
  }
}
