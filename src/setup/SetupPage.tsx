import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { SetupFinding } from '../environment.ts';
import { PageTitle } from '../panel/PageTitle.tsx';
import { subPageText } from '../panel/subPage.ts';
import { useBackStep } from '../panel/useBackStep.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { configBlock, consentLink } from './configBlock.ts';
import { CopyPart } from './CopyPart.tsx';
import { CreatePart } from './CreatePart.tsx';
import { reportOf } from './report.ts';
import { StepCard } from './StepCard.tsx';
import { type SetUp, useSetup } from './useSetup.tsx';
import { VersionLine } from './VersionLine.tsx';
import { planOf, stateOfStep, type WizardStep, wizardSteps } from './wizardSteps.ts';

const useStyles = makeStyles({
  page: { maxWidth: '720px' },
  back: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: tokens.spacingVerticalXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  intro: { color: tokens.colorNeutralForeground2 },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { margin: 0, overflowWrap: 'anywhere' },
  // In line with the words of what was found, beside its sign.
  address: { marginInlineStart: '28px', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  spinner: { justifyContent: 'flex-start' },
});

/** From an empty site to a working tab, and later: is everything still there? Can be run again after any failure. */
export function SetupPage(parts: { year: number; onBack: () => void; onDone?: () => void }) {
  const styles = useStyles();
  const { setup: words } = useLaterText();
  const setUp = useSetup();
  useBackStep(true, parts.onBack);
  const { findings, busy } = setUp;
  const byStep = new Map(findings.map((one) => [one.step, one]));

  return (
    <div className={styles.page}>
      <Button appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={parts.onBack}>
        {words.back}
      </Button>
      <PageTitle>{words.title}</PageTitle>
      <p className={styles.intro}>{words.intro}</p>
      <div role="status">
        {busy === 'looking' || busy === 'trying' ? (
          <Spinner
            size="tiny"
            className={styles.spinner}
            label={busy === 'looking' ? words.looking : words.health.running}
          />
        ) : setUp.isUnread ? (
          <p className={styles.line}>{words.lookFailed}</p>
        ) : null}
      </div>
      <ol className={styles.steps}>
        {wizardSteps.map(({ step, checks }, n) => {
          const seen = checks.map((one) => byStep.get(one)).filter((one) => one !== undefined);
          return (
            <StepCard
              key={step}
              n={n + 1}
              title={words.steps[step]}
              state={stateOf(step, seen, setUp)}
              findings={seen}
            >
              <StepBody step={step} seen={seen} setUp={setUp} {...parts} />
            </StepCard>
          );
        })}
      </ol>
      <VersionLine />
    </div>
  );
}

function stateOf(step: WizardStep, seen: readonly SetupFinding[], { findings, ids }: SetUp) {
  if (step !== 'ready') return stateOfStep(seen);
  const isWhole = ids !== undefined && findings.every(({ state }) => state === 'ok' || state === 'unknown');
  return isWhole ? 'ok' : 'unknown';
}

function StepBody(parts: {
  step: WizardStep;
  seen: readonly SetupFinding[];
  setUp: SetUp;
  year: number;
  onDone?: () => void;
}) {
  const styles = useStyles();
  const { setup: words } = useLaterText();
  const { configuration, linkTo } = useEnvironment();
  const { step, seen, setUp } = parts;
  const { findings } = setUp;
  const { hostname, path } = configuration.site;
  const whys = new Set(seen.map(({ why }) => why));
  switch (step) {
    case 'signIn':
      return (
        <>
          {whys.has('consent') ? (
            <CopyPart words={consentLink(configuration)} label={words.consentLink} rows={2} />
          ) : null}
          {seen.some(({ state }) => state === 'failed') ? (
            <Button className={styles.button} onClick={() => void setUp.signIn(() => setUp.look('inspect'))}>
              {words.signIn}
            </Button>
          ) : null}
        </>
      );
    case 'site':
      return (
        <Link className={styles.address} href={`https://${hostname}${path}`} target="_blank" rel="noreferrer">
          {`https://${hostname}${path}`}
        </Link>
      );
    case 'lists':
      return findings.length > 0 ? <CreatePart plan={planOf({ findings })} setUp={setUp} /> : null;
    case 'rights':
      return (
        <>
          <p className={styles.line}>
            {words.members.who} {words.members.how}
          </p>
          {whys.has('noWitness') || whys.has('membersWrite') ? (
            <CopyPart
              words={linkTo(subPageText({ year: parts.year }), words.members.linkLabel)}
              label={words.members.link}
              rows={2}
            />
          ) : null}
        </>
      );
    case 'ready':
      return <ReadyPart setUp={setUp} {...(parts.onDone ? { onDone: parts.onDone } : {})} />;
  }
}

function ReadyPart({ setUp, onDone }: { setUp: SetUp; onDone?: () => void }) {
  const styles = useStyles();
  const { setup: words } = useLaterText();
  const { configuration, now } = useEnvironment();
  const { findings, ids, busy, isTried } = setUp;
  const open = findings.filter(({ state }) => state !== 'ok').length;
  return (
    <>
      {ids ? (
        <>
          <p className={styles.line}>{words.config.what}</p>
          <CopyPart words={configBlock(configuration, ids)} label={words.config.copy} rows={6} />
        </>
      ) : (
        <p className={styles.line}>{words.config.later}</p>
      )}
      <p className={styles.line}>{words.health.what}</p>
      <div className={styles.buttons}>
        {ids && onDone ? (
          <Button appearance="primary" className={styles.button} onClick={onDone}>
            {words.done}
          </Button>
        ) : null}
        <Button
          className={styles.button}
          disabledFocusable={busy !== undefined}
          onClick={() => void setUp.look('health')}
        >
          {words.health.run}
        </Button>
        <Button
          appearance="subtle"
          className={styles.button}
          disabledFocusable={busy !== undefined}
          onClick={() => void setUp.look('inspect')}
        >
          {words.lookAgain}
        </Button>
      </div>
      <div role="status">
        {isTried && busy === undefined ? (
          <p className={styles.line}>{open === 0 ? words.health.good : words.health.attention(open)}</p>
        ) : null}
      </div>
      {findings.length > 0 ? (
        <CopyPart words={reportOf(configuration.site, findings, now())} label={words.health.copy} rows={6} />
      ) : null}
    </>
  );
}
