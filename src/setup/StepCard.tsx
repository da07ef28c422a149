import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  QuestionCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { SetupFinding } from '../environment.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 300px)': { columnGap: tokens.spacingHorizontalS },
  },
  mark: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: {
    border: 'none',
    color: tokens.colorStatusSuccessForeground1,
    fontSize: '28px',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  icon: { display: 'flex', height: tokens.lineHeightBase300, alignItems: 'center', fontSize: '16px' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  missing: { color: tokens.colorStatusWarningForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
});

/** One step: its number or its tick, what was seen in it, and what can be done there. */
export function StepCard(parts: {
  n: number;
  title: string;
  state: SetupFinding['state'];
  findings: readonly SetupFinding[];
  children?: ReactNode;
}) {
  const styles = useStyles();
  const { setup: words } = useLaterText();
  const isDone = parts.state === 'ok';
  return (
    <li className={styles.card}>
      <span className={mergeClasses(styles.mark, isDone && styles.done)} aria-hidden>
        {isDone ? <CheckmarkCircleFilled /> : parts.n}
      </span>
      <div>
        <div className={styles.head}>
          <h2 className={styles.title}>{parts.title}</h2>
          {words.states[parts.state] === parts.title ? null : (
            <span className={styles.state}>{words.states[parts.state]}</span>
          )}
        </div>
        <ul className={styles.list}>
          {parts.findings.map((finding) => (
            <FindingRow key={finding.step} finding={finding} />
          ))}
        </ul>
        <div className={styles.body}>{parts.children}</div>
      </div>
    </li>
  );
}

const icons = {
  ok: <CheckmarkCircleFilled />,
  missing: <CircleRegular />,
  failed: <WarningRegular />,
  unknown: <QuestionCircleRegular />,
};

function FindingRow({ finding }: { finding: SetupFinding }) {
  const styles = useStyles();
  const { setup: words, date } = useLaterText();
  const { step, state, why, names, at } = finding;
  const reason = why && words.reasons[why];
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.icon, styles[state])} role="img" aria-label={words.states[state]}>
        {icons[state]}
      </span>
      <div>
        {words.checks[step]}
        {reason ? (
          <div className={styles.quiet}>
            {reason.what} {reason.how}
          </div>
        ) : null}
        {names.length > 0 && why !== 'incomplete' ? (
          <div className={styles.quiet}>{words.plan.names(names)}</div>
        ) : null}
        {at === undefined ? null : <div className={styles.quiet}>{words.seenAt(date(at.slice(0, 10)))}</div>}
      </div>
    </li>
  );
}
