import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { coverageOfRoom } from '../followup/coverage.ts';
import type { Unit } from '../organisation/unit.ts';
import { openingSentences } from '../panel/openingSentences.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { loggedIn } from './logged.ts';

// As large as the screen lets them be, wide or low.
const large = 'clamp(18px, min(3vw, 6vh), 56px)';
const middle = 'clamp(15px, min(2.1vw, 4.2vh), 40px)';
const quiet = 'clamp(13px, min(1.6vw, 3.2vh), 28px)';

const useStyles = makeStyles({
  // Over the page's own margins: what is read from across a room needs all of the screen.
  stage: {
    position: 'fixed',
    inset: 0,
    boxSizing: 'border-box',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: 'clamp(8px, 1.6vw, 24px)',
    paddingBlock: 'clamp(12px, 2.2vw, 40px)',
    paddingInline: 'clamp(16px, 3vw, 56px)',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  room: { margin: 0, fontSize: middle, lineHeight: 1.2, fontWeight: tokens.fontWeightSemibold },
  year: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  sentence: { margin: 0, fontSize: large, lineHeight: 1.3, textWrap: 'pretty' },
  columns: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: 'clamp(20px, 4vw, 72px)',
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  heading: {
    margin: 0,
    paddingBottom: '0.3em',
    borderBottom: `2px solid ${tokens.colorNeutralStroke2}`,
    fontSize: quiet,
    lineHeight: 1.3,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    paddingBlock: 'clamp(4px, 0.7vw, 12px)',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: middle,
    lineHeight: 1.3,
  },
  facts: { fontSize: quiet, lineHeight: 1.35, color: tokens.colorNeutralForeground3 },
  none: { marginBlock: '0.6em', fontSize: middle, lineHeight: 1.3, color: tokens.colorNeutralForeground3 },
});

/** What everybody in the room sees on the big screen: to read, not to press. */
export function StageView({ room, year }: { room: Unit; year: number }) {
  const styles = useStyles();
  const text = useLaterText();
  const { host, newKey } = useEnvironment();
  const { world } = useWorld();
  const [openedWith] = useState(newKey);
  const coverage = coverageOfRoom(world, year, room);
  const logged = loggedIn(coverage.activities, host.context.meetingId, openedWith);
  const words = text.meeting.stage;
  return (
    <main className={styles.stage}>
      <header>
        <h1 className={styles.room}>
          {room.title} <span className={styles.year}>{year}</span>
        </h1>
      </header>
      <p className={styles.sentence}>{openingSentences(coverage, text).join(' ')}</p>
      <div className={styles.columns}>
        <section aria-labelledby="stage-logged">
          <h2 id="stage-logged" className={styles.heading}>
            {text.meeting.loggedCount(logged.length)}
          </h2>
          {logged.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
          {/* Safari drops the list role of an unmarked list. */}
          {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
          <ul role="list" aria-labelledby="stage-logged" aria-live="polite" className={styles.list}>
            {logged.map(({ key, title, unitKey, goalKeys, kind, responsibleName }) => (
              <li key={key} className={styles.row}>
                {title}
                <div className={styles.facts}>
                  {[
                    unitKey === room.key ? undefined : world.units.get(unitKey)?.title,
                    goalKeys
                      .map((goalKey) => world.goals.get(goalKey)?.theme ?? world.goals.get(goalKey)?.title)
                      .join(', '),
                    kind === 'targeted' ? undefined : text.activities.kinds[kind],
                    responsibleName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="stage-goals">
          <h2 id="stage-goals" className={styles.heading}>
            {text.goals.title}
          </h2>
          {coverage.held.length === 0 ? <p className={styles.none}>{text.goals.none}</p> : null}
          {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
          <ul role="list" aria-labelledby="stage-goals" className={styles.list}>
            {coverage.held.map(({ goal, activities }) => (
              <li key={goal.key} className={styles.row}>
                {goal.title}
                <div className={styles.facts}>{words.activities(activities)}</div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
