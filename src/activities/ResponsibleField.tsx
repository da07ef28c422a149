import { Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { PickerParts } from '../organisation/PersonPicker.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { longestTitle } from './activityLine.ts';
import type { Fields } from './fields.ts';

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
  change: { minWidth: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
  picker: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  field: { minWidth: 0, width: '100%' },
});

// Without a network it may not come: a name can be written all the same.
const PersonPicker = lazy(async () => {
  try {
    return { default: (await import('../organisation/PersonPicker.tsx')).PersonPicker };
  } catch {
    return { default: NameOnly };
  }
});

/** [V9] Who is responsible: id and name go together. A line to read, until somebody wants another one. */
export function ResponsibleField(parts: { shown: Fields; onType: (wanted: Partial<Fields>) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { host } = useEnvironment();
  const [isChanging, setIsChanging] = useState(false);
  const { responsibleId, responsibleName } = parts.shown;
  const isMe = responsibleId === host.context.person.id;

  if (!isChanging) {
    return (
      <div className={styles.line} role="group" aria-label={text.change.responsible}>
        <span>
          {text.change.responsible}:{' '}
          <span className={styles.name}>
            {isMe ? text.logging.me : (responsibleName ?? text.logging.nobody)}
          </span>
        </span>
        <Button
          size="small"
          appearance="subtle"
          className={styles.change}
          aria-label={text.logging.changePerson}
          onClick={() => setIsChanging(true)}
        >
          {text.logging.change}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.picker}>
      <Label htmlFor={id}>{text.change.responsible}</Label>
      <Suspense fallback={null}>
        <PersonPicker
          id={id}
          me={host.context.person}
          value={responsibleName === null ? null : { id: responsibleId, name: responsibleName }}
          onChoose={(someone) =>
            parts.onType({ responsibleId: someone?.id ?? null, responsibleName: someone?.name ?? null })
          }
        />
      </Suspense>
    </div>
  );
}

function NameOnly({ id, value, onChoose }: PickerParts) {
  const styles = useStyles();
  return (
    <Input
      id={id}
      autoFocus
      className={styles.field}
      maxLength={longestTitle}
      value={value?.name ?? ''}
      onChange={(_, { value: name }) => onChoose(name === '' ? null : { id: null, name })}
    />
  );
}
