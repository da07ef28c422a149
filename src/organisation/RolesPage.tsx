import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowLeftRegular, DismissRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { rolesSetting, rolesText } from '../basics/strategists.ts';
import { PageHead } from '../panel/PageHead.tsx';
import { EmptyRows } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import { useBackStep } from '../panel/useBackStep.tsx';
import { useUndo } from '../panel/useUndo.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { PersonPicker, type Someone } from './PersonPicker.tsx';
import { strategistsIn } from './roles.ts';

const WaitingDrawer = lazy(async () => ({
  default: (await import('../panel/WaitingDrawer.tsx')).WaitingDrawer,
}));

const useStyles = makeStyles({
  back: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: tokens.spacingVerticalXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  words: { color: tokens.colorNeutralForeground2, maxWidth: '72ch', marginBlock: tokens.spacingVerticalS },
  people: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '480px' },
  person: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  remove: { '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' } },
  adding: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    maxWidth: '480px',
  },
  picker: { flexGrow: 1, flexShrink: 1, flexBasis: '220px', minWidth: 0 },
  add: { marginTop: '24px', '@media (pointer: coarse)': { minHeight: '44px' } },
  open: { marginTop: tokens.spacingVerticalM, '@media (pointer: coarse)': { minHeight: '44px' } },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  roles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    marginInline: 0,
    marginBlock: tokens.spacingVerticalS,
    maxWidth: '72ch',
  },
  role: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Who sees to the whole, what the other roles are, and what of it SharePoint holds up. */
export function RolesPage(parts: { year: number; roomKey: Key; onHealth: () => void; onBack: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.roles;
  const store = useStore();
  const undo = useUndo();
  const { host } = useEnvironment();
  const { world, stuck } = useWorld();
  const [chosen, setChosen] = useState<Someone | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [isWaiting, setIsWaiting] = useState(false);
  const [said, setSaid] = useState<'nothing' | 'needsDirectory' | 'notAllowed' | 'othersSaved'>('nothing');
  const setting = world.settings.get(rolesSetting);
  const was = setting && !setting.removed ? setting.value : null;
  const named = strategistsIn(world.settings);
  const me = host.context.person;
  useBackStep(true, parts.onBack);

  const refused = stuck.find(
    ({ command, stuck: why }) =>
      command.do === 'saveSetting' &&
      command.settingKey === rolesSetting &&
      why.why === 'failed' &&
      why.reason === 'forbidden',
  )?.command.key;

  // What the site refuses need not wait under "needs you": the page says so, and nothing that was typed is lost.
  useEffect(() => {
    if (refused !== undefined) store.discard(refused);
  }, [store, refused]);
  if (refused !== undefined && said !== 'notAllowed') setSaid('notAllowed');

  async function save(next: readonly Person[]) {
    setSaid('nothing');
    const { year, roomKey } = parts;
    const refusal = await store.dispatch({
      do: 'saveSetting',
      year,
      roomKey,
      settingKey: rolesSetting,
      was,
      to: rolesText(next),
    });
    if (refusal) setSaid('othersSaved');
  }

  function add() {
    if (!chosen) return;
    if (chosen.id === null) {
      setSaid('needsDirectory');
      return;
    }
    const person = { id: chosen.id, name: chosen.name };
    setChosen(null);
    setIsAdding(false);
    if (!named.some(({ id }) => id === person.id)) void save([...named, person]);
  }

  return (
    <>
      <Button appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={parts.onBack}>
        {words.back}
      </Button>
      <PageHead title={words.title} onWaiting={() => setIsWaiting(true)} />
      <p className={styles.words}>{words.intro}</p>
      <Section title={words.strategists}>
        <p className={styles.words}>{words.strategistsLine}</p>
        {named.length === 0 ? (
          <EmptyRows>{words.nobody}</EmptyRows>
        ) : (
          <ul className={styles.people}>
            {named.map((person) => (
              <li key={person.id} className={styles.person}>
                <span className={styles.name}>{person.name}</span>
                <Button
                  appearance="subtle"
                  className={styles.remove}
                  aria-label={words.takeAway(person.name)}
                  title={words.takeAway(person.name)}
                  icon={<DismissRegular />}
                  onClick={() => void save(named.filter(({ id }) => id !== person.id))}
                />
              </li>
            ))}
          </ul>
        )}
        {named.some(({ id }) => id === me.id) && named.length > 1 ? (
          <p className={styles.words}>{words.lastOne}</p>
        ) : null}
        {isAdding ? (
          <div className={styles.adding}>
            <Field className={styles.picker} label={words.who}>
              <PersonPicker id="strategist" me={me} value={chosen} label={words.who} onChoose={setChosen} />
            </Field>
            <Button className={styles.add} disabled={!chosen} onClick={add}>
              {words.addThis}
            </Button>
          </div>
        ) : (
          <Button className={styles.open} icon={<AddRegular />} onClick={() => setIsAdding(true)}>
            {words.add}
          </Button>
        )}
        <p className={styles.words} role="status">
          {said === 'nothing' ? '' : words[said]}
        </p>
      </Section>
      <Section title={words.who2what}>
        <dl className={styles.roles}>
          {(['head', 'staff', 'reader'] as const).map((role) => (
            <Role key={role} name={words[role]} line={words[`${role}Line`]} />
          ))}
        </dl>
      </Section>
      <Section title={words.truth}>
        <p className={styles.words}>{words.enforced}</p>
        <p className={styles.words}>{words.suggested}</p>
        <Button className={styles.button} onClick={parts.onHealth}>
          {words.health}
        </Button>
      </Section>
      {isWaiting ? (
        <Suspense fallback={null}>
          <WaitingDrawer onClose={() => setIsWaiting(false)} onForgotten={() => window.location.reload()} />
        </Suspense>
      ) : (
        <UndoPlace undo={undo} where="page" />
      )}
    </>
  );
}

function Role({ name, line }: { name: string; line: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.role}>{name}</dt>
      <dd className={styles.line}>{line}</dd>
    </>
  );
}
