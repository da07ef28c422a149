import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Trend, TrendPoint } from './trend.ts';

const width = 520;
const height = 220;
const margin = { top: 16, right: 20, bottom: 28, left: 56 };

const useStyles = makeStyles({
  chart: { width: '100%', maxWidth: `${width}px`, height: 'auto', display: 'block', overflow: 'visible' },
  axis: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  label: { fill: tokens.colorNeutralForeground3, fontSize: '12px', fontFamily: tokens.fontFamilyBase },
  outcome: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px' },
  target: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
    strokeDasharray: '5 4',
  },
  point: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px' },
  soFar: { strokeWidth: '2px', strokeDasharray: '3 2' },
});

/** Outcomes as a line, the straight way to the target dashed. The table beside it says the same. */
export function TrendChart({ trend }: { trend: Trend }) {
  const styles = useStyles();
  const { indicators: words } = useLaterText();
  const { indicator, points, latest, soFar } = trend;
  const { baselineYear, baselineValue, targetYear, targetValue, measureUnit } = indicator;
  const shown = soFar ? [...points, soFar] : points;
  const years = [...shown.map(({ year }) => year), targetYear];
  const values = [...shown.map(({ value }) => value), targetValue];
  const x = scaleLinear()
    .domain([Math.min(...years), Math.max(...years)])
    .range([margin.left, width - margin.right]);
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(...values)])
    .nice(4)
    .range([height - margin.bottom, margin.top]);
  const path = line<TrendPoint>()
    .x(({ year }) => x(year))
    .y(({ value }) => y(value));
  const shownYears = [...new Set([baselineYear, latest.year, soFar?.year ?? latest.year, targetYear])];
  const summary = words.summary(
    indicator.title,
    words.value(baselineValue, measureUnit),
    words.value(latest.value, measureUnit),
    latest.year,
  );
  const soFarWords = soFar
    ? words.interim(words.interimOf(soFar.period, soFar.year), words.value(soFar.value, measureUnit))
    : '';
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={[summary, soFarWords].join(' ').trim()}
      className={styles.chart}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className={styles.axis}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={styles.label} x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {words.number(tick)}
          </text>
        </g>
      ))}
      {shownYears.map((year) => (
        <text key={year} className={styles.label} x={x(year)} y={height - 8} textAnchor="middle">
          {year}
        </text>
      ))}
      <line
        className={styles.target}
        x1={x(baselineYear)}
        y1={y(baselineValue)}
        x2={x(targetYear)}
        y2={y(targetValue)}
      />
      <text className={styles.label} x={x(targetYear)} y={y(targetValue) - 8} textAnchor="end">
        {words.targetShort}
      </text>
      <path className={styles.outcome} d={path(points) ?? ''} />
      {points.map((point) => (
        <circle
          key={`${point.year} ${point.isBaseline}`}
          className={styles.point}
          cx={x(point.year)}
          cy={y(point.value)}
          r={4}
        />
      ))}
      {soFar ? (
        // No line leads there: it is a part of its year.
        <circle
          className={mergeClasses(styles.point, styles.soFar)}
          cx={x(soFar.year)}
          cy={y(soFar.value)}
          r={5}
        />
      ) : null}
    </svg>
  );
}
