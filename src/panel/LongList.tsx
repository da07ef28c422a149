import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { RowList } from './RowList.tsx';

/** As many rows as anybody reads at a time; a large save may have thousands. */
const pageSize = 50;

export function LongList<T>(parts: { label: string; all: readonly T[]; children: (one: T) => ReactNode }) {
  const text = useLaterText();
  const [shown, setShown] = useState(pageSize);
  const left = parts.all.length - shown;
  return (
    <>
      <RowList label={parts.label}>{parts.all.slice(0, shown).map(parts.children)}</RowList>
      {left > 0 ? (
        <Button appearance="subtle" onClick={() => setShown(shown + pageSize)}>
          {text.waiting.more(Math.min(left, pageSize))}
        </Button>
      ) : null}
    </>
  );
}
