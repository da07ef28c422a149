import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { departmentsOf } from '../organisation/boards.ts';
import { isWithin } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { beginningOf, newYearOf } from './newYear.ts';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { margin: 0, textWrap: 'pretty' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    border: 0,
    margin: 0,
    padding: 0,
  },
  heading: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, overflowWrap: 'anywhere' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  sum: { flexBasis: '100%' },
});

/** Past this many lines their number says more than their names. */
const longestList = 12;

/** Begins a year with what the one before it leaves: all of it is shown first, saved at once, and taken back at once. */
export function NewYearDrawer({ board, year, onClose }: { board: Unit; year: number; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const words = text.newYear;
  const [isOpen, setIsOpen] = useState(true);
  const [reading, setReading] = useState<'under way' | 'done' | 'failed'>('under way');
  const [unwanted, setUnwanted] = useState<ReadonlySet<Key>>(new Set());
  const [hasAssignments, setHasAssignments] = useState(true);
  const [hasActivities, setHasActivities] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const departments = departmentsOf(world.units).filter(({ key }) => isWithin(world.units, key, board.key));
  const roomKeys = [board, ...departments].map(({ key }) => key).join(' ');

  const readBoth = useEffectEvent(() =>
    store.visit(
      roomKeys.split(' ').flatMap((roomKey) => [
        { year: year - 1, roomKey },
        { year, roomKey },
      ]),
      0,
    ),
  );

  useEffect(() => {
    if (reading !== 'under way') return undefined;
    let isShown = true;
    const tell = (how: 'done' | 'failed') => isShown && setReading(how);
    readBoth().then(
      () => tell('done'),
      () => tell('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [reading]);

  const newYear = newYearOf(world, year, board);
  const chosen = {
    goals: new Set(newYear.ending.map(({ key }) => key).filter((key) => !unwanted.has(key))),
    assignments: hasAssignments,
    activities: hasActivities,
  };
  const beginning = beginningOf(world, newYear, chosen, board);
  const sum = words.sum({
    goals: beginning.goals.length,
    assignments: beginning.assignments.length,
    activities: beginning.activities.length,
  });
  const left = words.left(beginning.left);

  async function begin() {
    const refused = await store.dispatchAll([
      ...beginning.goals,
      ...beginning.assignments,
      ...beginning.activities,
    ]);
    setRefusal(refused);
    if (!refused) setIsOpen(false);
  }

  const footer = (
    <>
      <span role="status" className={styles.sum}>
        {reading === 'done' ? sum : ''}
      </span>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={reading !== 'done' || sum === ''}
        onClick={() => void begin()}
      >
        {words.begin(year)}
      </Button>
      <Button className={styles.button} onClick={() => setIsOpen(false)}>
        {text.cancel}
      </Button>
    </>
  );

  return (
    <SideDrawer
      title={words.title(year)}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={onClose}
      footer={footer}
    >
      <div className={styles.body}>
        <p className={styles.line}>{words.intro(year)}</p>
        {reading === 'under way' ? <Spinner size="tiny" label={words.reading} /> : null}
        {reading === 'failed' ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.failure}</MessageBarBody>
            <Button className={styles.button} onClick={() => setReading('under way')}>
              {words.again}
            </Button>
          </MessageBar>
        ) : null}
        {refusal ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{text.refused(refusal.refused, refusal.limit ?? 0)}</MessageBarBody>
          </MessageBar>
        ) : null}
        {reading === 'done' ? (
          <>
            {newYear.ending.length === 0 ? (
              <p className={styles.quiet}>{words.noGoals(year)}</p>
            ) : (
              <fieldset className={styles.part}>
                <legend className={styles.heading}>{words.goals(year)}</legend>
                <p className={styles.quiet}>{words.goalsHint(year)}</p>
                {newYear.ending.map(({ key, title }) => (
                  <Checkbox
                    key={key}
                    label={title}
                    checked={!unwanted.has(key)}
                    onChange={(_, { checked }) => {
                      const next = new Set(unwanted);
                      if (checked === true) next.delete(key);
                      else next.add(key);
                      setUnwanted(next);
                    }}
                  />
                ))}
              </fieldset>
            )}
            {newYear.assignments.length === 0 ? (
              <p className={styles.quiet}>{words.noAssignments}</p>
            ) : (
              <Checkbox
                label={words.assignments(newYear.assignments.length)}
                checked={hasAssignments}
                onChange={(_, { checked }) => setHasAssignments(checked === true)}
              />
            )}
            {newYear.activities.length === 0 ? (
              <p className={styles.quiet}>{words.noActivities}</p>
            ) : (
              <div className={styles.part}>
                <Checkbox
                  label={words.activities(newYear.activities.length)}
                  checked={hasActivities}
                  onChange={(_, { checked }) => setHasActivities(checked === true)}
                />
                {newYear.activities.length <= longestList ? (
                  <ul className={styles.list}>
                    {newYear.activities.map(({ key, title, unitKey }) => (
                      <li key={key}>
                        {title} · {world.units.get(unitKey)?.title}
                      </li>
                    ))}
                  </ul>
                ) : null}
                <p className={styles.quiet}>{words.activitiesHint}</p>
              </div>
            )}
            {left === '' ? null : <p className={styles.line}>{left}</p>}
          </>
        ) : null}
      </div>
    </SideDrawer>
  );
}
