import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { consentLink } from './configBlock.ts';
import { CopyPart } from './CopyPart.tsx';
import type { SetUp } from './useSetup.tsx';
import type { Plan } from './wizardSteps.ts';

const useStyles = makeStyles({
  place: {
    boxSizing: 'border-box',
    width: '100%',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalL },
  quiet: { marginBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  bar: { width: '100%', accentColor: tokens.colorBrandBackground },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What will be made, before it is; then how far it is, and where it stopped. */
export function CreatePart({ plan, setUp }: { plan: Plan; setUp: SetUp }) {
  const styles = useStyles();
  const { setup: words, exchange } = useLaterText();
  const { versions } = exchange;
  const { configuration } = useEnvironment();
  const { busy, progress, creation } = setUp;
  const trouble = creation && 'trouble' in creation ? creation : undefined;
  const isWorking = busy === 'creating';
  const unversioned = creation && 'unversioned' in creation ? creation.unversioned : [];
  if (!plan.isAnything && !trouble && !isWorking && unversioned.length === 0) return null;
  const reason = trouble && words.reasons[trouble.trouble];
  const kinds = (['lists', 'columns', 'indexes', 'choices'] as const).filter((kind) => plan[kind].length > 0);
  return (
    <div className={styles.place}>
      {plan.isAnything ? (
        <>
          <h3 className={styles.title}>{words.plan.title}</h3>
          <ul className={styles.list}>
            {kinds.map((kind) => (
              <li key={kind}>
                {words.plan[kind](plan[kind].length)}: {words.plan.names(plan[kind])}
              </li>
            ))}
            {plan.isOlder ? <li>{words.plan.schema}</li> : null}
          </ul>
          <p className={styles.quiet}>{words.plan.needs}</p>
        </>
      ) : null}
      <div role="alert">
        {trouble && !isWorking && reason ? (
          <p className={styles.quiet}>
            {words.stopped} {reason.what}{' '}
            {trouble.detail && trouble.trouble === 'notOurs' ? `${trouble.detail}. ` : ''}
            {reason.how}
          </p>
        ) : null}
      </div>
      {unversioned.length > 0 && !isWorking ? (
        <p role="status" className={styles.quiet}>
          {unversioned === 'unknown' ? versions.unknown : `${versions.missing(unversioned)} ${versions.how}`}
        </p>
      ) : null}
      {trouble?.trouble === 'consent' ? (
        <CopyPart words={consentLink(configuration)} label={words.consentLink} rows={2} />
      ) : null}
      {isWorking ? (
        <div>
          <p role="status" className={styles.quiet}>
            {progress ? words.progress(progress.name, progress.done, progress.total) : words.asking}
          </p>
          <progress className={styles.bar} aria-label={words.plan.title} {...barOf(progress)} />
        </div>
      ) : trouble?.trouble === 'clickNeeded' ? (
        <Button
          appearance="primary"
          className={styles.button}
          onClick={() => void setUp.signIn(setUp.create)}
        >
          {words.signIn}
        </Button>
      ) : plan.isAnything || trouble ? (
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={plan.isHeld || busy !== undefined}
          onClick={() => void setUp.create()}
        >
          {trouble ? words.goOn : plan.isOlder && plan.lists.length === 0 ? words.upgrade : words.create}
        </Button>
      ) : null}
    </div>
  );
}

function barOf(progress: SetUp['progress']) {
  return progress ? { max: progress.total, value: progress.done } : {};
}
