import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { inOrder } from './goal.ts';
import { type InterimPoint, type Trend, trendOf, type TrendPoint } from './trend.ts';
import { TrendChart } from './TrendChart.tsx';

const MeasureDrawer = lazy(async () => ({ default: (await import('./MeasureDrawer.tsx')).MeasureDrawer }));

const useStyles = makeStyles({
  button: {
    marginBlock: tokens.spacingVerticalXXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
    '@media print': { display: 'none' },
  },
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  facts: { marginBlock: tokens.spacingVerticalM, maxWidth: '72ch' },
  // A chart and its table side by side where there is room.
  both: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'flex-start',
    '& > *': { flexGrow: 1, flexShrink: 1, flexBasis: '320px', minWidth: 0 },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** How the measured goals go, for the whole region and for nothing smaller. */
export function IndicatorView(parts: {
  year: number;
  /** The place whose page it stands on, for the reason of a correction. */
  roomKey: Key;
  canMeasure: boolean;
}) {
  const styles = useStyles();
  const { indicators: words } = useLaterText();
  const { world } = useWorld();
  const [measured, setMeasured] = useState<Key>();
  const hasPeriod = [...world.periods.values()].some(({ year }) => year === parts.year);
  const goals = inOrder(world.goals.values());
  const all = goals.flatMap((goal) => [...world.indicators.by('goal', goal.key)]);
  if (all.length === 0) return <EmptyRows>{words.none}</EmptyRows>;
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      {all.map((indicator) => {
        const trend = trendOf(indicator, world.measurements.by('indicator', indicator.key), world.periods);
        return (
          <Section
            key={indicator.key}
            title={indicator.title}
            aside={
              parts.canMeasure && hasPeriod ? (
                <Button
                  size="small"
                  className={styles.button}
                  aria-label={words.measure.openFor(indicator.title)}
                  onClick={() => setMeasured(indicator.key)}
                >
                  {words.measure.open}
                </Button>
              ) : null
            }
          >
            <p className={styles.facts}>{factsOf(trend)}</p>
            <div className={styles.both}>
              <TrendChart trend={trend} />
              <TrendTable trend={trend} />
            </div>
          </Section>
        );
      })}
      {measured === undefined ? null : (
        <Suspense fallback={null}>
          <MeasureDrawer
            indicatorKey={measured}
            year={parts.year}
            roomKey={parts.roomKey}
            onClose={() => setMeasured(undefined)}
          />
        </Suspense>
      )}
    </>
  );

  function factsOf({ indicator, latest, change, isOnTheWay, soFar }: Trend): string {
    const { baselineYear, targetYear, targetValue, measureUnit } = indicator;
    return [
      latest.isBaseline
        ? soFar
          ? ''
          : words.noOutcome
        : words.value(latest.value, measureUnit) + ` (${latest.year}).`,
      change === undefined || latest.isBaseline ? '' : words.change(change, baselineYear),
      latest.isBaseline ? '' : isOnTheWay ? words.onTheWay : words.behind,
      soFar
        ? words.interim(words.interimOf(soFar.period, soFar.year), words.value(soFar.value, measureUnit))
        : '',
      words.target(words.value(targetValue, measureUnit), targetYear),
    ]
      .filter(Boolean)
      .join(' ');
  }
}

function TrendTable({ trend }: { trend: Trend }) {
  const styles = useStyles();
  const { indicators: words } = useLaterText();
  const { indicator, points, interims } = trend;
  const rows = [
    // Interim outcomes stand before that of their year.
    ...[...interims, ...points]
      .sort((a, b) => a.year - b.year)
      .map((point) => ({
        key: yearOf(point),
        year: yearOf(point),
        value: point.value,
        source: [point.source, point.comment].filter(Boolean).join('. '),
      })),
    {
      key: 'target',
      year: `${indicator.targetYear} (${words.targetShort.toLowerCase()})`,
      value: indicator.targetValue,
      source: '',
    },
  ];
  function yearOf(point: TrendPoint | InterimPoint): string {
    if ('period' in point) return words.interimOf(point.period, point.year);
    return point.isBaseline ? `${point.year} (${words.baseline.toLowerCase()})` : String(point.year);
  }

  return (
    <table className={styles.table} aria-label={words.table(indicator.title)}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {words.year}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.number)}>
            {indicator.measureUnit}
          </th>
          <th scope="col" className={styles.cell}>
            {words.source}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, year, value, source }) => (
          <tr key={key}>
            <th scope="row" className={styles.cell}>
              {year}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>{words.number(value)}</td>
            <td className={styles.cell}>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
