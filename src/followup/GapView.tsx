import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { byKind, type Gap } from './gaps.ts';
import type { GapNote } from './gapNote.ts';
import type { Overview } from './overview.ts';
import { openGaps, remindersOf } from './openGaps.ts';

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What can be done about a gap, here and now. */
export type Remedy = 'assign' | 'remind' | 'talk' | 'ideas' | 'dismiss';

const remedies: Readonly<Record<Gap['kind'], readonly Remedy[]>> = {
  noGoals: ['assign', 'talk', 'dismiss'],
  someGoals: ['assign', 'dismiss'],
  notAssigned: ['remind', 'talk', 'dismiss'],
  unitsWithout: ['remind', 'talk', 'dismiss'],
  requested: ['remind', 'talk'],
  toTalk: ['remind', 'talk'],
  noActivity: ['remind', 'ideas', 'talk', 'dismiss'],
};

/** The gaps, those of a kind together, each with what closes it. A closed gap is gone; one put aside keeps its reason. */
export function GapView(parts: {
  overview: Overview;
  canAssign: boolean;
  onRemedy: (remedy: Remedy, gap: Gap) => void;
  onRoom: (unitKey: Key) => void;
  onRestore: (note: GapNote) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { overview } = parts;
  const { gaps: words } = text;
  const { open, dismissed } = openGaps(overview, world.gapNotes);
  const all = overview.departments.length;
  const titleOf = (key: Key) => world.units.get(key)?.title ?? key;

  if (open.length + dismissed.length === 0) return <EmptyRows>{words.none}</EmptyRows>;
  return (
    <>
      {open.length === 0 ? (
        <EmptyRows>{words.none}</EmptyRows>
      ) : (
        <p className={styles.intro}>{words.intro}</p>
      )}
      {byKind(open).map(({ kind, gaps }) => (
        <Section key={kind} title={words.kinds[kind](gaps.length, all)}>
          <RowList label={words.kinds[kind](gaps.length, all)}>
            {gaps.map((gap) => (
              <Row
                key={gap.departmentKey}
                title={titleOf(gap.departmentKey)}
                facts={factsOf(gap)}
                aside={
                  <span className={styles.buttons}>
                    {remediesOf(kind).map((remedy) => (
                      <Button
                        key={remedy}
                        className={styles.button}
                        size="small"
                        appearance={remedy === 'dismiss' ? 'subtle' : 'secondary'}
                        aria-label={words.remedyFor(words.remedies[remedy], titleOf(gap.departmentKey))}
                        onClick={() => parts.onRemedy(remedy, gap)}
                      >
                        {words.remedies[remedy]}
                      </Button>
                    ))}
                    <Button
                      className={styles.button}
                      size="small"
                      appearance="subtle"
                      aria-label={text.overview.behind.open(titleOf(gap.departmentKey))}
                      onClick={() => parts.onRoom(gap.departmentKey)}
                    >
                      {text.overview.behind.openShort}
                    </Button>
                  </span>
                }
              />
            ))}
          </RowList>
        </Section>
      ))}
      {dismissed.length > 0 ? (
        <Section title={words.dismissed(dismissed.length)}>
          <RowList label={words.dismissed(dismissed.length)}>
            {dismissed.map(({ gap, note }) => (
              <Row
                key={note.key}
                title={titleOf(gap.departmentKey)}
                facts={[words.short[gap.kind], note.text, note.by?.name, text.date(note.on)]
                  .filter(Boolean)
                  .join(' · ')}
                aside={
                  <Button
                    className={styles.button}
                    size="small"
                    appearance="subtle"
                    onClick={() => parts.onRestore(note)}
                  >
                    {words.restore}
                  </Button>
                }
              />
            ))}
          </RowList>
        </Section>
      ) : null}
    </>
  );

  function remediesOf(kind: Gap['kind']): Remedy[] {
    return remedies[kind].filter((remedy) => remedy !== 'assign' || parts.canAssign);
  }

  function factsOf(gap: Gap): string {
    const goals = gap.goalKeys.map((key) => world.goals.get(key)?.title ?? key);
    const units = gap.unitKeys.filter((key) => key !== gap.departmentKey).map(titleOf);
    const [last] = remindersOf(gap, overview.year, world.gapNotes);
    return [
      goals.join(', '),
      gap.kind === 'notAssigned' ? '' : words.units(units),
      last ? words.reminded[last.state](last.recipient?.name ?? '', text.date(last.on)) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
