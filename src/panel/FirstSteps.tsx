import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import type { RoomCoverage } from '../followup/coverage.ts';
import { VersionLine } from '../setup/VersionLine.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { isClosedHere, keepClosed } from './closedTips.tsx';

const useStyles = makeStyles({
  place: {
    position: 'relative',
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  close: { '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' } },
  steps: {
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    paddingTop: tokens.spacingVerticalS,
  },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  number: {
    flexShrink: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/**
 * How to begin, in a few steps, on the page itself: until something is done or they are closed on this device, and again
 * when somebody asks for help.
 */
export function FirstSteps(parts: { coverage: RoomCoverage; isCalled: boolean; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.panel.tips;
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const [isClosed, setIsClosed] = useState(isClosedHere);
  const { coverage, isCalled } = parts;

  useEffect(() => {
    if (isCalled) place.current?.focus();
  }, [isCalled]);

  if (isClosed && !isCalled) return null;
  const hasUnits = coverage.units.length > 0;
  const isHandedDown = coverage.units.some(({ goals }) => goals.length > 0);
  const hasWritten = coverage.activities.length > 0;
  const steps = [
    ...(hasUnits ? [{ title: words.assign, line: words.assignLine, isDone: isHandedDown }] : []),
    { title: hasUnits ? words.unitsWrite : words.youWrite, line: words.writeLine, isDone: hasWritten },
    { title: words.follow, line: words.followLine, isDone: false },
  ];
  return (
    <section ref={place} tabIndex={-1} aria-labelledby={id} className={styles.place}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {words.title}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          className={styles.close}
          aria-label={words.close}
          icon={<DismissRegular />}
          onClick={() => {
            keepClosed();
            setIsClosed(true);
            parts.onClose();
          }}
        />
      </div>
      <ol className={styles.steps}>
        {steps.map(({ title, line, isDone }, n) => (
          <li key={title} className={styles.step}>
            <span className={styles.number} {...(isDone ? { role: 'img', 'aria-label': words.done } : {})}>
              {isDone ? <CheckmarkRegular aria-hidden /> : n + 1}
            </span>
            <div className={styles.words}>
              {title}
              <div className={styles.line}>{line}</div>
            </div>
          </li>
        ))}
      </ol>
      {isCalled ? <VersionLine /> : null}
    </section>
  );
}
