import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { Row, RowList } from '../panel/RowList.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { dialoguesWith } from './dialogue.ts';
import { openGaps } from './openGaps.ts';
import type { Overview } from './overview.ts';

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** Every department with its latest talk; whoever has not been talked with says so in words. */
export function DialogueView({
  overview,
  onOpen,
}: {
  overview: Overview;
  onOpen: (departmentKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { dialogues: words } = text;
  const { open } = openGaps(overview, world.gapNotes);
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <RowList label={text.overview.views.dialogues}>
        {overview.departments.map(({ unit }) => {
          const [last] = dialoguesWith(world.dialogues, overview.year, unit.key);
          const missing = open.filter((gap) => gap.departmentKey === unit.key);
          const facts = [
            last ? words.last(text.date(last.on), last.with?.name ?? '') : words.none,
            ...missing.map(({ kind }) => text.gaps.short[kind].toLowerCase()),
          ];
          return (
            <Row
              key={unit.key}
              title={unit.title}
              facts={facts.join(' · ')}
              aside={
                <Button
                  className={styles.button}
                  size="small"
                  aria-label={words.openFor(unit.title)}
                  onClick={() => onOpen(unit.key)}
                >
                  {words.open}
                </Button>
              }
            />
          );
        })}
      </RowList>
    </>
  );
}
