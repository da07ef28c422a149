import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../panel/Section.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Stop } from './round.ts';

const useStyles = makeStyles({
  way: {
    marginBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** More names than this say nothing more. */
const mostNames = 3;

/** The round before it is begun: where it leads. */
export function RoundStart(parts: {
  stops: readonly Stop[];
  hasBeenRound: boolean;
  onStart: (stop: Stop) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { stops, hasBeenRound } = parts;
  const [first] = stops;
  const unitKeys = [...new Set(stops.map(({ unitKey }) => unitKey))];
  const titles =
    unitKeys.length > 1
      ? unitKeys.map((key) => world.units.get(key)?.title)
      : stops.map(
          ({ goalKey }) => goalKey && (world.goals.get(goalKey)?.theme ?? world.goals.get(goalKey)?.title),
        );
  const names = titles.filter(Boolean);
  const way = [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(' → ');
  if (!first) return null;
  return (
    <Section title={text.meeting.round.title}>
      <div role="status">
        {hasBeenRound ? <p className={styles.way}>{text.meeting.round.finished}</p> : null}
      </div>
      {hasBeenRound || way === '' ? null : <p className={styles.way}>{way}</p>}
      <Button className={styles.button} onClick={() => parts.onStart(first)}>
        {text.meeting.round.start}
      </Button>
    </Section>
  );
}
