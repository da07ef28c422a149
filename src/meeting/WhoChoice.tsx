import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Someone } from './logged.ts';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  select: { '& select': { '@media (pointer: coarse)': { height: '44px' } } },
  name: { minWidth: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** Who does it: me, somebody who does other things here, or anybody by name. */
export function WhoChoice(parts: {
  who: 'me' | Someone | undefined;
  people: readonly Someone[];
  problem: string | undefined;
  onChoose: (who: 'me' | Someone | undefined) => void;
  onEnter: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { who, people } = parts;
  const [isNaming, setIsNaming] = useState(false);
  const place = who === 'me' || who === undefined ? -1 : people.findIndex((one) => isSame(one, who));
  const value = isNaming ? 'other' : place >= 0 ? String(place) : 'me';

  function choose(wanted: string) {
    setIsNaming(wanted === 'other');
    if (wanted === 'other') parts.onChoose(undefined);
    else parts.onChoose(wanted === 'me' ? 'me' : people[Number(wanted)]);
  }

  return (
    <div className={styles.choice}>
      <Select
        className={styles.select}
        aria-label={text.meeting.who}
        value={value}
        onChange={(_, { value: wanted }) => choose(wanted)}
      >
        <option value="me">{text.meeting.me}</option>
        {people.map((one, n) => (
          <option key={one.id ?? one.name} value={String(n)}>
            {one.name}
          </option>
        ))}
        <option value="other">{text.meeting.someoneElse}</option>
      </Select>
      {isNaming ? (
        <Field validationMessage={parts.problem ?? null}>
          <Input
            autoFocus
            className={styles.name}
            aria-label={text.meeting.whoElse}
            placeholder={text.meeting.whoElse}
            maxLength={200}
            value={who === 'me' ? '' : (who?.name ?? '')}
            onChange={(_, { value: name }) =>
              parts.onChoose(name.trim() === '' ? undefined : { id: null, name })
            }
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              parts.onEnter();
            }}
          />
        </Field>
      ) : null}
    </div>
  );
}

function isSame(one: Someone, other: Someone): boolean {
  return one.id === other.id && one.name === other.name;
}
