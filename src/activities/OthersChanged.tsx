import { makeStyles, tokens } from '@fluentui/react-components';
import { fieldWords } from '../panel/valueWords.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';
import { changesBetween } from './changeActivity.ts';

const useStyles = makeStyles({
  words: {
    marginBottom: 0,
    marginTop: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** A quiet line when the row moves under the form: which fields, and that nothing typed is touched. */
export function OthersChanged(parts: {
  opened: Activity;
  newest: Activity;
  isThere: boolean;
  hasTyped: boolean;
  /** What changes while the drawer slides away is its own saving. */
  isOpen: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const changed: readonly string[] = Object.keys(changesBetween(parts.opened, parts.newest));
  const fields = changed.filter((field) => field !== 'responsibleId').map((field) => fieldWords(field, text));
  const words = parts.isThere
    ? [
        fields.length > 0 ? text.change.othersChanged(fields) : '',
        fields.length > 0 && parts.hasTyped ? text.change.kept : '',
      ]
        .filter(Boolean)
        .join(' ')
    : text.change.gone;
  return <div role="status">{words && parts.isOpen ? <p className={styles.words}>{words}</p> : null}</div>;
}
