import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { PageTitle } from '../panel/PageTitle.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  words: { maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
  address: { overflowWrap: 'anywhere' },
});

/** [T24] What goes and what stays when a tab is taken away. The button for it is the host's own. */
export function RemoveTab() {
  const styles = useStyles();
  const { remove } = useLaterText().tab;
  const { configuration } = useEnvironment();
  const { waiting } = useWorld();
  const address = `${configuration.site.hostname}${configuration.site.path}`;
  return (
    <main>
      <PageTitle>{remove.title}</PageTitle>
      <div className={styles.words}>
        <p>{remove.stays}</p>
        <p>
          {remove.where}{' '}
          <Link
            href={`https://${address}`}
            target="_blank"
            rel="noreferrer"
            inline
            className={styles.address}
          >
            {address}
          </Link>
        </p>
        <p>{remove.again}</p>
        {waiting.length > 0 ? <p>{remove.unsent}</p> : null}
      </div>
    </main>
  );
}
