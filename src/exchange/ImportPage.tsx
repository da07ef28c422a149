import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Refusal } from '../basics/refusal.ts';
import type { Overview } from '../followup/overview.ts';
import { Notice } from '../panel/Notice.tsx';
import { PageHead } from '../panel/PageHead.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import { useBackStep } from '../panel/useBackStep.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import { useUndo } from '../panel/useUndo.tsx';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { ImportColumnStep } from './ImportColumnStep.tsx';
import type { ImportKind } from './importFields.ts';
import { ImportFileStep } from './ImportFileStep.tsx';
import type { ImportPlan } from './importPlan.ts';
import { ImportReviewStep } from './ImportReviewStep.tsx';
import { ImportRunStep } from './ImportRunStep.tsx';
import { type ImportStep, ImportSteps } from './ImportSteps.tsx';
import { unmapped } from './mapping.ts';
import { useImportFile } from './useImportFile.tsx';
import { useImportPlan } from './useImportPlan.tsx';

const WaitingDrawer = lazy(async () => ({
  default: (await import('../panel/WaitingDrawer.tsx')).WaitingDrawer,
}));

const useStyles = makeStyles({
  back: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: tokens.spacingVerticalXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  intro: { marginTop: 0, maxWidth: '640px', color: tokens.colorNeutralForeground2 },
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  refusal: { flexBasis: '100%', color: tokens.colorStatusDangerForeground1 },
  // Without a box of its own it moves nothing.
  quiet: { display: 'contents' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

const deniedFor = {
  units: 'organisation',
  goals: 'goals',
  activities: 'activities',
  measurements: 'measurements',
} as const;

/** Brings in what others have in files: what and which file, which column is what, what it comes to, and then in. */
export function ImportPage(parts: {
  year: number;
  /** Nothing on a site that is still empty. */
  overview: Overview | undefined;
  reader: Reader;
  onBack: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const store = useStore();
  const undo = useUndo();
  const { year, overview, reader } = parts;
  const [kind, setKind] = useState<ImportKind>(overview ? 'activities' : 'units');
  const [step, setStep] = useState<ImportStep>('file');
  const [running, setRunning] = useState<ImportPlan>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isWaitingShown, setIsWaitingShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const file = useImportFile(kind);
  const { head, mapping } = file;
  const comparison = useImportPlan({ kind, head, mapping, year, boardKey: overview?.board.key });
  const { plan } = comparison;
  const [isTakenBack, setIsTakenBack] = useState(false);
  if (step === 'run' && !isTakenBack && undo.said?.what === 'undone') setIsTakenBack(true);
  const back = step === 'columns' ? 'file' : step === 'review' ? 'columns' : undefined;
  useBackStep(true, () => (back ? setStep(back) : parts.onBack()));

  function review(): void {
    file.keep();
    setRefusal(undefined);
    setStep('review');
    void comparison.compare();
  }

  async function run(its: ImportPlan): Promise<void> {
    setIsBusy(true);
    const refused = await store.dispatchAll(its.wishes);
    setIsBusy(false);
    setRefusal(refused);
    if (refused) return;
    // What is under way is not reckoned anew with each row that is saved.
    comparison.reset();
    setRunning(its);
    setIsTakenBack(false);
    setStep('run');
  }

  function startOver(): void {
    file.forget();
    comparison.reset();
    setRunning(undefined);
    setStep('file');
  }

  return (
    <>
      <Button appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={parts.onBack}>
        {words.back}
      </Button>
      <PageHead title={words.title} onWaiting={() => setIsWaitingShown(true)} />
      {step === 'file' ? <p className={styles.intro}>{words.intro}</p> : null}
      {reader.denied.has(deniedFor[kind]) && kind !== 'activities' ? <Notice words={words.reader} /> : null}
      <ImportSteps at={step} />
      {shown()}
      {isWaitingShown ? (
        <Suspense fallback={null}>
          <WaitingDrawer
            onClose={() => setIsWaitingShown(false)}
            onForgotten={() => window.location.reload()}
          />
        </Suspense>
      ) : null}
    </>
  );

  function shown() {
    switch (step) {
      case 'file':
        return (
          <>
            <ImportFileStep
              kind={kind}
              file={file}
              onKind={(next) => {
                setKind(next);
                comparison.reset();
              }}
            />
            {head ? foot(words.next, () => setStep('columns')) : null}
          </>
        );
      case 'columns':
        if (!head) return null;
        return (
          <>
            <ImportColumnStep kind={kind} file={file} head={head} />
            {foot(words.next, review, unmapped(kind, mapping).length > 0)}
          </>
        );
      case 'review': {
        const n = plan?.wishes.length ?? 0;
        return (
          <>
            <ImportReviewStep
              plan={plan}
              comparing={comparison.comparing}
              lookedUp={comparison.lookedUp}
              onAgain={() => void comparison.compare()}
            />
            {plan && n > 0 ? foot(words.import(n), () => void run(plan), isBusy) : foot(undefined)}
          </>
        );
      }
      case 'run':
        if (!running) return null;
        return (
          <>
            <ImportRunStep plan={running} isTakenBack={isTakenBack} onMore={startOver} />
            <UndoPlace undo={undo} where="page" />
          </>
        );
    }
  }

  function foot(next: string | undefined, onNext?: () => void, isOff = false) {
    return (
      <div className={styles.foot}>
        <div role="alert" className={refusal ? styles.refusal : styles.quiet}>
          {refusal ? `${text.refused(refusal.refused, refusal.limit ?? 0)} ${words.moved}` : ''}
        </div>
        {next === undefined ? null : (
          <Button className={styles.button} appearance="primary" disabledFocusable={isOff} onClick={onNext}>
            {next}
          </Button>
        )}
        {back ? (
          <Button className={styles.button} onClick={() => setStep(back)}>
            {words.previous}
          </Button>
        ) : null}
      </div>
    );
  }
}
