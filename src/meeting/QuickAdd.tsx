import { Button, Checkbox, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { lazy, type RefObject, Suspense, useId, useRef } from 'react';
import type { Activity } from '../activities/activity.ts';
import { mostLines } from '../activities/lines.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Unit } from '../organisation/unit.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { peopleAround } from './logged.ts';
import { QuickField } from './QuickField.tsx';
import { QuickGoals } from './QuickGoals.tsx';
import type { Quick } from './useQuickLine.tsx';
import { WhoChoice } from './WhoChoice.tsx';

export const loadLines = async () => ({
  default: (await import('../activities/LinesPreview.tsx')).LinesPreview,
});
const LinesPreview = lazy(loadLines);

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
  },
  who: { flexGrow: 1, flexBasis: '100px', minWidth: 0, maxWidth: '100%' },
  whoNaming: { flexBasis: '100%' },
  tick: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})` },
  problem: {
    margin: 0,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One line, Enter, and the next one. */
export function QuickAdd(parts: {
  quick: Quick;
  field: RefObject<HTMLTextAreaElement | null>;
  year: number;
  /** Where it can be logged; one place is not asked for. */
  places: readonly Unit[];
  activities: readonly Activity[];
}) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { host } = useEnvironment();
  const { quick, field, year, places } = parts;
  const { line, change, refusal } = quick;
  const chips = useRef<HTMLDivElement>(null);
  const isSentToChips = useRef(false);
  const unit = places.find(({ key }) => key === line.unitKey);

  async function save() {
    const refused = await quick.save();
    isSentToChips.current = refused?.field === 'goalKeys';
    if (isSentToChips.current) return chips.current?.querySelector('button')?.focus();
    if (refused || line.who !== undefined) field.current?.focus();
  }

  function chooseGoals(goalKeys: readonly Key[]) {
    change({ goalKeys });
    // Whoever was sent here from the line only wanted to save.
    if (isSentToChips.current) field.current?.focus();
    isSentToChips.current = false;
  }

  const words = wordsFor(refusal, text);
  const isAboutLine = words !== undefined && !(isRefused(refusal) && refusal.field === 'goalKeys');

  return (
    <div className={styles.form}>
      {line.lines ? (
        <Suspense fallback={null}>
          <LinesPreview
            lines={line.lines}
            onChange={(lines) => change({ lines })}
            onEnter={() => void save()}
            onJoin={(title) => change({ title, lines: undefined })}
          />
          <div className={styles.buttons}>
            <Button appearance="primary" className={styles.button} onClick={() => void save()}>
              {text.save}
            </Button>
          </div>
        </Suspense>
      ) : (
        <QuickField
          field={field}
          title={line.title}
          problemId={isAboutLine ? id : undefined}
          onType={(title) => change({ title })}
          onPaste={quick.paste}
          onEnter={() => void save()}
        />
      )}
      {words === undefined ? null : (
        <p id={id} role="alert" className={styles.problem}>
          {words}
        </p>
      )}
      <QuickGoals
        // Which others are shown is a question of the unit.
        key={line.unitKey}
        year={year}
        unitKey={line.unitKey}
        unitTitle={unit?.title ?? ''}
        chosen={line.goalKeys}
        onChoose={chooseGoals}
        chips={chips}
        isWriting={line.title !== '' || line.lines !== undefined}
        describedBy={words !== undefined && !isAboutLine ? id : undefined}
      />
      <div className={styles.beside}>
        {places.length > 1 ? (
          <Select
            className={styles.who}
            aria-label={text.log.unit}
            value={line.unitKey}
            onChange={(_, { value }) => change({ unitKey: value })}
          >
            {places.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        ) : null}
        <div className={mergeClasses(styles.who, line.who !== 'me' && styles.whoNaming)}>
          <WhoChoice
            who={line.who}
            people={peopleAround(parts.activities, line.unitKey, host.context.person)}
            problem={refusal === 'whoMissing' ? text.meeting.whoMissing : undefined}
            onChoose={(who) => change({ who })}
            onEnter={() => void save()}
          />
        </div>
        <Checkbox
          className={styles.tick}
          label={text.activities.kinds.ordinary}
          checked={line.isOrdinary}
          onChange={(_, { checked }) => change({ isOrdinary: checked === true })}
        />
      </div>
    </div>
  );
}

function isRefused(refusal: Quick['refusal']): refusal is Refusal {
  return typeof refusal === 'object' && 'refused' in refusal;
}

/** Who is missing is said beside the name. */
function wordsFor(refusal: Quick['refusal'], text: FullText): string | undefined {
  if (refusal === undefined || refusal === 'whoMissing') return undefined;
  if (isRefused(refusal)) return text.refused(refusal.refused, refusal.limit ?? 0);
  return text.logging.lines.tooMany(refusal.tooMany, mostLines);
}
