import { Button, Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Person } from '../basics/person.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { PersonPicker } from './PersonPicker.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  button: { minWidth: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
  picker: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
});

/** One of a unit's heads: a line to read, until somebody wants another one. */
export function HeadField(parts: {
  label: string;
  person: Person | null;
  canChange: boolean;
  onChoose: (person: Person | null) => void;
}) {
  const styles = useStyles();
  const { organisation } = useLaterText();
  const words = organisation.form;
  const id = useId();
  const { host } = useEnvironment();
  const [isChanging, setIsChanging] = useState(false);
  const { label, person } = parts;
  if (!isChanging) {
    return (
      <div className={styles.line} role="group" aria-label={label}>
        <span>
          {label}: <span className={styles.name}>{person?.name ?? words.nobody}</span>
        </span>
        {parts.canChange ? (
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            aria-label={words.changeOf(label)}
            onClick={() => setIsChanging(true)}
          >
            {words.change}
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <div className={styles.picker}>
      <Label htmlFor={id}>{label}</Label>
      <PersonPicker
        id={id}
        label={label}
        me={host.context.person}
        value={person && { id: person.id === '' ? null : person.id, name: person.name }}
        // Whom the directory does not know is a name, and nobody is asked or reminded by it.
        onChoose={(someone) => parts.onChoose(someone && { id: someone.id ?? '', name: someone.name })}
      />
    </div>
  );
}
