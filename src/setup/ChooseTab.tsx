import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { TabDialog } from '../environment.ts';
import { entityOf, overviewEntity, roomOf } from '../organisation/entity.ts';
import { foundRooms } from '../organisation/roomSearch.ts';
import { useWorld } from '../sync/useWorld.ts';
import { PageTitle } from '../panel/PageTitle.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { VersionLine } from './VersionLine.tsx';

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  search: { maxWidth: '420px', marginTop: tokens.spacingVerticalM },
  outcome: { marginBlock: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  quiet: { marginBlock: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  radio: { '@media (pointer: coarse)': { minHeight: '44px' } },
  department: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Longer lists are searched, not read. */
const most = 40;

/** [T21] What a tab shows: the host's own Save button stores the choice, and is asleep until there is one. */
export function ChooseTab({ dialog }: { dialog: TabDialog }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.tab;
  const { host, configuration } = useEnvironment();
  const { world } = useWorld();
  const before = host.context.entityId;
  const [chosen, setChosen] = useState(() => (before === overviewEntity ? before : (roomOf(before) ?? '')));
  const [typed, setTyped] = useState('');
  const { rooms, more } = foundRooms(world.units, typed, most);
  const isSearching = typed.trim() !== '';

  const unit = world.units.get(chosen);
  const room = unit?.active && !unit.removed ? unit : undefined;
  const isOverview = chosen === overviewEntity;
  const entityId = isOverview ? overviewEntity : room && entityOf(room);
  const name = isOverview ? words.overview : room?.title;

  useEffect(() => {
    dialog.choose(entityId !== undefined && name !== undefined ? { entityId, name } : undefined);
  }, [dialog, entityId, name]);

  return (
    <main>
      <div className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <Field label={words.search} className={styles.search}>
          <Input
            type="search"
            value={typed}
            maxLength={100}
            contentBefore={<SearchRegular aria-hidden />}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <div role="status">
          <p className={styles.outcome}>{outcome()}</p>
          {isSearching ? <p className={styles.quiet}>{words.found(rooms.length + more)}</p> : null}
        </div>
      </div>
      <RadioGroup aria-label={words.list} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {isSearching ? null : (
          <Radio
            className={styles.radio}
            value={overviewEntity}
            label={
              <>
                {words.overview}
                <span className={styles.department}>{words.overviewLine}</span>
              </>
            }
          />
        )}
        {rooms.map(({ room: one, department }) => (
          <Radio
            key={one.key}
            className={styles.radio}
            value={one.key}
            label={
              department ? (
                <>
                  {one.title}
                  <span className={styles.department}>{department.title}</span>
                </>
              ) : (
                one.title
              )
            }
          />
        ))}
      </RadioGroup>
      {more > 0 ? <p className={styles.quiet}>{words.more(more)}</p> : null}
      {isSearching ? null : <p className={styles.quiet}>{words.unitsBySearch}</p>}
      {needsMembers() ? <p className={styles.quiet}>{words.members[dialog.audience]}</p> : null}
      <VersionLine />
    </main>
  );

  function outcome(): string {
    if (name !== undefined) return words.chosen(name, dialog.audience === 'meeting');
    return chosen === '' ? words.none : words.gone;
  }

  /** [T22] Whoever is in a team is a member of its site; those of another place may not be members of ours. */
  function needsMembers(): boolean {
    if (dialog.audience !== 'channel') return true;
    return dialog.ownSite !== undefined && !isOurs(dialog.ownSite);
  }

  function isOurs(site: { hostname: string; path: string }): boolean {
    const ours = configuration.site;
    return `${site.hostname}${site.path}`.toLowerCase() === `${ours.hostname}${ours.path}`.toLowerCase();
  }
}
