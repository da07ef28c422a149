import { Checkbox, Label, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Unit } from '../organisation/unit.ts';
import { Notice } from '../panel/Notice.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { FileButtons, FormatChoice } from './FileChoice.tsx';
import { activityTable, assignmentTable, checkInTable, coverageTable } from './tables.ts';
import { tableWords } from './tableWords.tsx';
import { useFileMaking } from './useFileMaking.tsx';
import { useRowsOf } from './useRowsOf.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  spinner: { justifyContent: 'flex-start' },
  choice: { display: 'flex', flexDirection: 'column' },
  box: { '@media (pointer: coarse)': { minHeight: '44px' } },
  problem: { color: tokens.colorStatusDangerForeground1 },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const makers = {
  activities: activityTable,
  assignments: assignmentTable,
  coverage: coverageTable,
  checkIns: checkInTable,
} as const;
type Part = keyof typeof makers;
const allParts = Object.keys(makers) as Part[];

/** What stands in the lists of a room, or of a whole board, as files for others to go on with. */
export function ExportDrawer({ room, year, onClose }: { room: Unit; year: number; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { exchange: words } = text;
  const { world } = useWorld();
  const { now } = useEnvironment();
  const id = useId();
  const [isOpen, setIsOpen] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set(allParts));
  const { reading, again } = useRowsOf(room, year);
  const making = useFileMaking(
    () =>
      allParts
        .filter((part) => chosen.has(part))
        .map((part) => makers[part](world, { year, room }, tableWords(text))),
    [words.file.export, room.title, year, dayOf(now())],
  );

  function tick(part: Part, isTicked: boolean) {
    setChosen(new Set(allParts.filter((one) => (one === part ? isTicked : chosen.has(one)))));
    making.forget();
  }

  return (
    <SideDrawer
      title={words.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={onClose}
      footer={<FileButtons making={making} isReady={reading === 'done' && chosen.size > 0} />}
    >
      <div className={styles.body}>
        <p className={styles.words}>{words.intro(room.title, year)}</p>
        {/* Fluent's Field would give all boxes one name. */}
        <div role="group" aria-labelledby={id} className={styles.choice}>
          <Label id={id}>{words.what}</Label>
          {allParts.map((part) => (
            <Checkbox
              key={part}
              className={styles.box}
              checked={chosen.has(part)}
              onChange={(_, { checked }) => tick(part, checked === true)}
              label={
                <>
                  {words.tables[part]}
                  <span className={styles.hint}>{words.hints[part]}</span>
                </>
              }
            />
          ))}
          <span role="alert" className={styles.problem}>
            {chosen.size === 0 ? words.nothing : ''}
          </span>
        </div>
        <FormatChoice making={making} parts={chosen.size} />
        {reading === 'under way' ? (
          <Spinner size="tiny" className={styles.spinner} label={words.reading} />
        ) : null}
        {reading === 'failed' ? <Notice words={words.failed} action={words.again} onAction={again} /> : null}
      </div>
    </SideDrawer>
  );
}
