import { makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { Row, RowList } from '../panel/RowList.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { missingCheckIns } from './missingCheckIns.ts';
import type { Overview } from './overview.ts';
import type { Period } from './period.ts';

const useStyles = makeStyles({ sentence: { marginTop: 0, marginBottom: tokens.spacingVerticalXS } });

/** Where nobody has said how it goes in a period, department by department, in the organisation's order. */
export function MissingCheckIns(parts: {
  overview: Overview;
  period: Period;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const { checkIns } = useLaterText();
  const words = checkIns.overview;
  const { world } = useWorld();
  const { held, missing, departments } = missingCheckIns(parts.overview, parts.period, world.periods);
  if (missing === 0) return <p className={styles.sentence}>{held === 0 ? words.nobody : words.all}</p>;
  return (
    <>
      <p className={styles.sentence}>{words.sentence(missing, held)}</p>
      <RowList label={words.list}>
        {departments.map((row) => (
          <Row
            key={row.unit.key}
            title={<RowLink onOpen={() => parts.onRoom(row.unit.key)}>{row.unit.title}</RowLink>}
            facts={[words.of(row.missing, row.held), placesOf(row)].filter(Boolean).join(' · ')}
          />
        ))}
      </RowList>
    </>
  );

  /** Where in the department, where that is not clear without words. */
  function placesOf({ unit, places }: (typeof departments)[number]): string {
    if (places.length === 1 && places[0]?.key === unit.key) return '';
    return words.places(places.map(({ key, title }) => (key === unit.key ? words.itself : title)));
  }
}
