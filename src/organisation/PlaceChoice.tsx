import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Unit } from './unit.ts';
import { pathOf } from './unitTree.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
  option: { overflowWrap: 'anywhere', '@media (pointer: coarse)': { minHeight: '44px' } },
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  path: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** As many as anybody reads through; the rest is found by a few letters. */
const mostShown = 8;

/** One of many places, found by its name and told apart by where it stands. */
export function PlaceChoice(parts: {
  label: string;
  /** In the order in which they are offered. */
  places: readonly Unit[];
  value: Key | undefined;
  error: string | null;
  onChoose: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const { organisation } = useLaterText();
  const words = organisation.place;
  const { world } = useWorld();
  const [typed, setTyped] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);
  const wanted = typed.trim().toLocaleLowerCase('sv');
  const found = parts.places.filter((unit) => unit.title.toLocaleLowerCase('sv').includes(wanted));
  const chosen = parts.places.find(({ key }) => key === parts.value);
  const first = found.slice(0, mostShown);
  const left = found.length - first.length;
  if (chosen && !isChoosing) {
    return (
      <div className={styles.chosen} role="group" aria-label={parts.label}>
        <span className={styles.words}>
          {parts.label} <strong>{chosen.title}</strong>
          <span className={styles.path}>{pathWords(chosen)}</span>
        </span>
        <Button ref={focusIt} className={styles.button} onClick={() => setIsChoosing(true)}>
          {words.other}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Field label={words.search}>
        <Input
          type="search"
          className={styles.field}
          contentBefore={<SearchRegular />}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <Field label={parts.label} validationMessage={parts.error}>
        <RadioGroup
          value={isChoosing ? '' : (parts.value ?? '')}
          onChange={(_, { value }) => {
            setIsChoosing(false);
            parts.onChoose(value);
          }}
        >
          {first.map((unit) => (
            <Radio
              key={unit.key}
              value={unit.key}
              className={styles.option}
              label={
                <>
                  {unit.title}
                  <span className={styles.path}>{pathWords(unit)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Text role="status">
        {found.length === 0 ? organisation.noHits : left > 0 ? words.more(left) : null}
      </Text>
    </>
  );
  function pathWords(unit: Unit): string {
    return [organisation.levels[unit.level], pathOf(world.units, unit)].filter(Boolean).join(' · ');
  }
}

/** The list that was chosen from has gone away: what stands in its place takes the focus. */
const focusIt = (button: HTMLElement | null) => button?.focus();
