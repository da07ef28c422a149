import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';
import { isStarterKey } from './starterIdeas.ts';

const useStyles = makeStyles({ origin: { display: 'block', color: tokens.colorNeutralForeground3 } });

/** Whose idea the activity was, in a line; nothing when it was its own. */
export function OriginLine({ ideaKey }: Pick<Activity, 'ideaKey'>) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  if (ideaKey === null) return null;
  const source = world.activities.get(ideaKey);
  const unit = source ? world.units.get(source.unitKey) : undefined;
  const said = unit ? text.ideas.afterOthers(unit.title) : text.ideas.afterSomebody;
  return (
    <Caption1 className={styles.origin}>{isStarterKey(ideaKey) ? text.ideas.afterGeneral : said}</Caption1>
  );
}
