import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, SearchRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { SetupFrame } from '../panel/SetupFrame.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { OrganisationDrawers, type OrganisationOpen } from './OrganisationDrawers.tsx';
import type { Unit } from './unit.ts';
import { foundIn, unitTreeOf } from './unitTree.ts';
import { UnitTreeRows } from './UnitTreeRows.tsx';

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch', marginBlock: tokens.spacingVerticalS },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalM,
  },
  search: { flexGrow: 1, flexBasis: '160px', minWidth: 0, maxWidth: '360px' },
  tree: { maxWidth: '880px' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** The organisation as it stands, from the top: who is where, and what can be done with each place. */
export function OrganisationPage(parts: {
  year: number;
  reader: Reader;
  onBack: () => void;
  /** Where a whole organisation is read from a file. */
  onImport: () => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.organisation;
  const { world } = useWorld();
  const { year, reader } = parts;
  const [open, setOpen] = useState<OrganisationOpen>();
  const [typed, setTyped] = useState('');
  const [hasClosed, setHasClosed] = useState(false);
  const [toggled, setToggled] = useState<ReadonlySet<Key>>(new Set());
  const { units } = world;
  const tree = useMemo(() => unitTreeOf(units), [units]);
  const search = typed.trim();
  const found = useMemo(() => (search === '' ? undefined : foundIn(units, search)), [units, search]);
  const canChange = !reader.denied.has('organisation');

  const isUpper = (key: Key) => ['region', 'board'].includes(units.get(key)?.level ?? '');
  const isFoundBelow = (key: Key) => (tree.below.get(key) ?? []).some((unit) => found?.shown.has(unit.key));
  const all = [...units.values()];
  const active = all.filter((unit) => unit.active);
  const next = nextStep(active);
  const add = (parentKey: Key | undefined) => setOpen({ what: 'add', parentKey });

  return (
    <SetupFrame
      title={words.title}
      reader={reader}
      writes="organisation"
      isCovered={open !== undefined}
      onBack={parts.onBack}
    >
      {all.length === 0 ? (
        <EmptyRows>{words.empty}</EmptyRows>
      ) : (
        <p className={styles.intro}>
          {next === undefined
            ? words.intro(active.length)
            : next === 'board'
              ? words.nextBoard
              : words.nextDepartment}
        </p>
      )}
      {next && canChange ? (
        <Button
          appearance="primary"
          className={styles.button}
          icon={<AddRegular />}
          onClick={() => add(aboveOf(next)?.key)}
        >
          {words.addFirst[next]}
        </Button>
      ) : null}
      {all.length === 0 && canChange ? (
        <Button className={styles.button} appearance="subtle" onClick={parts.onImport}>
          {words.importAll}
        </Button>
      ) : null}
      {all.length > 0 ? (
        <>
          <div className={styles.tools}>
            <Input
              type="search"
              className={styles.search}
              aria-label={words.search}
              placeholder={words.search}
              contentBefore={<SearchRegular />}
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
            />
            {active.length < all.length ? (
              <Checkbox
                label={words.closedToo}
                checked={hasClosed}
                onChange={(_, { checked }) => setHasClosed(checked === true)}
              />
            ) : null}
          </div>
          <div role="status">{found && found.hits.size === 0 ? words.noHits : null}</div>
          <div className={styles.tree}>
            <UnitTreeRows
              // What was looked for begins at its beginning again.
              key={search}
              units={tree.roots}
              label={words.tree}
              look={{
                tree,
                isShown: (unit) =>
                  // Who looks for a name may well look for one that is closed.
                  found ? found.shown.has(unit.key) : unit.active || hasClosed,
                isOpen: (key) =>
                  toggled.has(`${search} ${key}`) !== (found ? isFoundBelow(key) : isUpper(key)),
                onToggle: (key) => toggle(`${search} ${key}`),
                onOpen: (unitKey) => setOpen({ what: 'unit', unitKey }),
                onAdd: canChange ? add : undefined,
              }}
            />
          </div>
        </>
      ) : null}
      {open ? (
        <OrganisationDrawers
          open={open}
          year={year}
          canChange={canChange}
          onOpen={setOpen}
          onRoom={parts.onRoom}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </SetupFrame>
  );

  function toggle(name: string) {
    const now = new Set(toggled);
    if (!now.delete(name)) now.add(name);
    setToggled(now);
  }

  /** Where the next one of that level belongs while there is none. */
  function aboveOf(level: 'region' | 'board' | 'department'): Unit | undefined {
    if (level === 'region') return undefined;
    const board = level === 'department' ? active.find((unit) => unit.level === 'board') : undefined;
    return board ?? active.find((unit) => unit.level === 'region');
  }
}

/** What an organisation cannot do without, one step at a time. */
function nextStep(active: readonly Unit[]): 'region' | 'board' | 'department' | undefined {
  const has = (level: Unit['level']) => active.some((unit) => unit.level === level);
  if (has('department')) return undefined;
  if (has('board')) return 'department';
  return has('region') ? 'board' : 'region';
}
