import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { longestComment } from './addComment.ts';
import type { CheckIn, CheckInLine } from './checkIns.ts';
import type { Status } from './status.ts';
import { StatusChip } from './StatusChip.tsx';
import { StatusChoice } from './StatusChoice.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  words: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXXS,
  },
  field: { minWidth: 0, width: '100%' },
  same: { paddingInline: tokens.spacingHorizontalS, '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What somebody is about to say of a line; words may be there before the choice is made, or after it was taken back. */
export type Telling = { readonly status: Status | undefined; readonly text: string };

/** What was said last, to be said again; nothing where it is said already, or was never said. */
export function sameAsLast({ told, before }: CheckInLine): Telling | undefined {
  return before && !told ? { status: before.status, text: before.text ?? '' } : undefined;
}

/** Why it cannot be saved so. */
export function problemOf({ status, text: written }: Telling, text: FullText): string | undefined {
  if (written.trim().length > longestComment) return text.refused('commentTooLong', longestComment);
  return status === undefined && written.trim() !== '' ? text.checkIns.statusMissing : undefined;
}

/** One line: what was said of it, and the place to say how it goes now. */
export function CheckInRow(parts: {
  line: CheckInLine;
  telling: Telling | undefined;
  /** Undefined for whoever may only read. */
  onTell: ((telling: Telling | undefined) => void) | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const words = text.checkIns;
  const { line, telling, onTell } = parts;
  const { title, told, before } = line;
  const same = sameAsLast(line);
  const problem = telling && problemOf(telling, text);
  const periodOf = ({ periodKey }: CheckIn) => (periodKey && world.periods.get(periodKey)?.title) ?? '';
  return (
    <li className={styles.line}>
      <span className={styles.title} dir="auto">
        {title}
      </span>
      <span className={styles.facts}>
        {[words.what[line.what], told ? '' : words.isMissing].filter(Boolean).join(' · ')}
      </span>
      {told ? <SaidLine label={words.now} said={told} /> : null}
      {!told && before ? <SaidLine label={words.last(periodOf(before))} said={before} /> : null}
      {onTell ? (
        <div className={styles.tools}>
          <StatusChoice
            label={words.status(title)}
            chosen={telling?.status}
            onChoose={(status) => {
              const written = telling?.text ?? '';
              onTell(status || written !== '' ? { status, text: written } : undefined);
            }}
          />
          {same && !telling ? (
            <Button
              size="small"
              appearance="subtle"
              className={styles.same}
              aria-label={words.sameFor(title)}
              onClick={() => onTell(same)}
            >
              {words.same}
            </Button>
          ) : null}
        </div>
      ) : null}
      {onTell && telling ? (
        <Field label={words.comment} size="small" validationMessage={problem ?? null}>
          <Textarea
            className={styles.field}
            rows={2}
            resize="vertical"
            aria-label={words.commentOn(title)}
            value={telling.text}
            onChange={(_, { value }) => onTell({ ...telling, text: value })}
          />
        </Field>
      ) : null}
    </li>
  );
}

function SaidLine({ label, said }: { label: string; said: CheckIn }) {
  const styles = useStyles();
  const text = useLaterText();
  const facts = [said.by?.name, said.on && text.date(said.on)].filter(Boolean).join(' · ');
  return (
    <>
      <span className={styles.facts}>
        {label} <StatusChip status={said.status} /> {facts}
      </span>
      {said.text ? (
        <p className={styles.words} dir="auto">
          {said.text}
        </p>
      ) : null}
    </>
  );
}
