import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Command } from '../commands.ts';
import type { StuckCommand } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { ClashChoice } from './ClashChoice.tsx';
import { commandFacts, commandWords } from './commandWords.ts';
import { isCorrectable, unsigned } from './correctable.ts';
import { CorrectionField } from './CorrectionField.tsx';
import { type Edit, EditLine } from './EditLine.tsx';
import { TwoStep } from './TwoStep.tsx';
import { whyStuck } from './whyStuck.tsx';

const useStyles = makeStyles({
  line: {
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  why: { marginBlock: tokens.spacingVerticalXS },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

/** One command that the site does not have: what, where and when, why not, and the user's own choice. */
export function UnsentLine(parts: {
  command: Command;
  /** `undefined`: only time stands in the way. */
  stuck?: StuckCommand['stuck'];
  edit: Edit | undefined;
  onEdit: (edit: Edit | undefined) => void;
  onGone: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const whatId = useId();
  const { command, stuck, edit } = parts;
  const clash = stuck?.why === 'refused' ? stuck.refusal.clash : undefined;
  const isEdited = edit?.command.key === command.key;
  const canCorrect = stuck?.why === 'refused' && isCorrectable(command, stuck.refusal);

  async function correct(correction: string) {
    const refusal = await store.replace(command.key, { ...unsigned(command), correction });
    if (!refusal) parts.onGone();
    return refusal;
  }

  return (
    <li className={styles.line} aria-labelledby={whatId}>
      <div id={whatId} className={styles.what}>
        {commandWords(command, world, text)}
      </div>
      <div className={styles.facts}>{commandFacts(command, world, text)}</div>
      {stuck && !clash ? <p className={styles.why}>{whyStuck(stuck, text)}</p> : null}
      {clash ? (
        <ClashChoice
          clash={clash}
          onSettle={(whose) => {
            parts.onGone();
            void store.settle(command.key, whose);
          }}
        />
      ) : null}
      {edit && isEdited ? (
        <EditLine edit={edit} onEdit={parts.onEdit} />
      ) : (
        <div className={styles.buttons}>
          {canCorrect ? <CorrectionField onCorrect={correct} /> : null}
          {stuck && !clash ? (
            <Button onClick={() => store.retry(command.key)}>{text.waiting.retry}</Button>
          ) : null}
          {command.do === 'logActivity' ? (
            <Button
              onClick={() => {
                const { title, goalKeys } = world.activities.get(command.activityKey) ?? command;
                parts.onEdit({ command, title, goalKeys, refusal: undefined });
              }}
            >
              {text.waiting.change}
            </Button>
          ) : null}
          <TwoStep
            ask={text.waiting.discard}
            sure={text.waiting.discardSure}
            yes={text.waiting.discardYes}
            no={text.waiting.keep}
            onYes={() => {
              parts.onGone();
              store.discard(command.key);
            }}
          />
        </div>
      )}
    </li>
  );
}
