import type { Inspection, SetupFinding, SetupStep } from '../environment.ts';

/** The five steps as whoever sets up sees them. */
export type WizardStep = 'signIn' | 'site' | 'lists' | 'rights' | 'ready';

export const wizardSteps: readonly { readonly step: WizardStep; readonly checks: readonly SetupStep[] }[] = [
  { step: 'signIn', checks: ['host', 'signIn', 'consent'] },
  { step: 'site', checks: ['site'] },
  { step: 'lists', checks: ['lists', 'columns', 'indexes', 'choices', 'schema', 'versions'] },
  { step: 'rights', checks: ['rights', 'access'] },
  { step: 'ready', checks: [] },
];

/** [L11] A step is as well as the worst of what was seen in it; what only trying tells does not hold it up, unless nothing else is known. */
export function stateOfStep(findings: readonly SetupFinding[]): SetupFinding['state'] {
  if (findings.some(({ state }) => state === 'failed')) return 'failed';
  if (findings.some(({ state }) => state === 'missing')) return 'missing';
  const isOpen = findings.some(({ state, why }) => state === 'unknown' && why !== 'notTried');
  return !isOpen && findings.some(({ state }) => state === 'ok') ? 'ok' : 'unknown';
}

/** What setting up would make, by kind, and whether it may begin. */
export function planOf({ findings }: Pick<Inspection, 'findings'>) {
  const missing = (step: SetupStep): readonly string[] =>
    findings.find((one) => one.step === step && one.state === 'missing')?.names ?? [];
  const of = (step: SetupStep) => findings.find((one) => one.step === step);
  const isOlder = of('schema')?.why === 'older';
  const plan = {
    lists: missing('lists'),
    columns: missing('columns'),
    indexes: missing('indexes'),
    choices: missing('choices'),
    isOlder,
  };
  const { lists, columns, indexes, choices } = plan;
  const isAnything = isOlder || [lists, columns, indexes, choices].some((names) => names.length > 0);
  const isHeld = (['lists', 'columns', 'schema'] as const).some((step) => of(step)?.state === 'failed');
  return { ...plan, isAnything, isHeld };
}

export type Plan = ReturnType<typeof planOf>;
