import { useState } from 'react';
import { PanelSkeleton } from '../panel/PanelSkeleton.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import { ChooseTab } from './ChooseTab.tsx';
import { RemoveTab } from './RemoveTab.tsx';
import { SiteTrouble } from './SiteTrouble.tsx';

/** What stands in the host's own dialog for a tab: nothing of the site is needed to take one away. */
export function TabPage({ year }: { year: number }) {
  const { host } = useEnvironment();
  const { loading } = useWorld();
  const [isMending, setIsMending] = useState(false);
  if (!host.tabDialog) return null;
  if (host.context.place === 'remove') return <RemoveTab />;
  if (loading === 'first') return <PanelSkeleton />;
  if (loading === 'failed' || isMending) {
    return <SiteTrouble year={year} isMending={isMending} onMend={setIsMending} />;
  }
  return <ChooseTab dialog={host.tabDialog} />;
}
