import { useEffect, useRef, useState } from 'react';
import type { Creation, Inspection, SetupFinding } from '../environment.ts';
import { useEnvironment } from '../useEnvironment.tsx';

type Progress = { readonly name: string; readonly done: number; readonly total: number };

/** Looking and making, one at a time; what was seen stays in sight while it is looked for anew. */
export function useSetup() {
  const { setup, account } = useEnvironment();
  const [findings, setFindings] = useState<readonly SetupFinding[]>([]);
  const [ids, setIds] = useState<Inspection['ids']>();
  const [busy, setBusy] = useState<'looking' | 'trying' | 'creating'>();
  const [isUnread, setIsUnread] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [creation, setCreation] = useState<Creation>();
  const [isTried, setIsTried] = useState(false);
  const isBegun = useRef(false);

  async function look(how: 'inspect' | 'health'): Promise<void> {
    setBusy(how === 'health' ? 'trying' : 'looking');
    setIsUnread(false);
    try {
      const seen = await (await setup())[how]();
      setFindings(seen.findings);
      setIds(seen.ids);
      setIsTried(how === 'health');
    } catch {
      setIsUnread(true);
    }
    setBusy(undefined);
  }

  async function create(): Promise<void> {
    setBusy('creating');
    setCreation(undefined);
    setProgress(undefined);
    const made = await making();
    // Also after a failure: what has been made is no longer missing. What came of it is told when it can be gone on with.
    await look('inspect');
    setCreation(made);
  }

  async function making(): Promise<Creation> {
    try {
      const { create: begin } = await setup();
      return await begin((name, done, total) => setProgress({ name, done, total }));
    } catch {
      return { trouble: 'unavailable', detail: '' };
    }
  }

  async function signIn(next: () => Promise<void>): Promise<void> {
    // Whatever came of it is seen by looking.
    await account.signIn().catch(() => undefined);
    await next();
  }

  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void look('inspect');
  });

  return { findings, ids, busy, isUnread, isTried, progress, creation, look, create, signIn };
}

export type SetUp = ReturnType<typeof useSetup>;
