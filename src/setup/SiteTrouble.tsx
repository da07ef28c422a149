import { Button } from '@fluentui/react-components';
import { lazy } from 'react';
import { SignInButton } from '../panel/SignInButton.tsx';
import type { Trouble } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type TroubleName, TroublePage } from './TroublePage.tsx';

const SetupPage = lazy(async () => ({ default: (await import('./SetupPage.tsx')).SetupPage }));

/**
 * The site could not be read at all: which of its parts is missing, and the step that mends it. Whoever mends it stays there
 * until they leave, also when the site can be read meanwhile.
 */
export function SiteTrouble(parts: {
  year: number;
  isMending: boolean;
  onMend: (isMending: boolean) => void;
}) {
  const text = useLaterText();
  const store = useStore();
  const { trouble } = useWorld();
  const { configuration } = useEnvironment();
  const name = nameOf(trouble);
  if (parts.isMending) {
    const leave = () => {
      store.refresh();
      parts.onMend(false);
    };
    return (
      <main>
        <SetupPage year={parts.year} onBack={leave} onDone={leave} />
      </main>
    );
  }
  return (
    <TroublePage
      trouble={name}
      report={reportOf(trouble, configuration.site)}
      onAgain={() => store.refresh()}
    >
      {trouble?.reason === 'signedOut' ? <SignInButton /> : null}
      {mendable.has(name) ? (
        <Button
          appearance={name === 'listMissing' || name === 'olderSchema' ? 'primary' : 'secondary'}
          onClick={() => parts.onMend(true)}
        >
          {name === 'listMissing' ? text.trouble.begin : text.trouble.inspect}
        </Button>
      ) : null}
    </TroublePage>
  );
}

/** Where setting up says more than the page itself, or mends it. */
const mendable: ReadonlySet<TroubleName> = new Set([
  'listMissing',
  'olderSchema',
  'invalid',
  'notFound',
  'forbidden',
  'consentMissing',
]);

function nameOf(trouble: Trouble | undefined): TroubleName {
  if (trouble?.code === 'listMissing' || trouble?.code === 'olderSchema') return trouble.code;
  if (trouble?.reason === 'signedOut') return signInTroubles[trouble.code] ?? 'signedOut';
  return trouble?.reason ?? 'unavailable';
}

/** By the reasons of SignInFailed. */
const signInTroubles: Readonly<Record<string, TroubleName>> = {
  cancelled: 'signInCancelled',
  blocked: 'signInBlocked',
  consent: 'consentMissing',
  guest: 'guest',
  otherPerson: 'otherPerson',
  notHandedOver: 'signInUnavailable',
  unavailable: 'signInUnavailable',
};

function reportOf(trouble: Trouble | undefined, site: { hostname: string; path: string }): string {
  return [
    `site: ${site.hostname}${site.path}`,
    `reason: ${trouble?.reason ?? '-'}`,
    `code: ${trouble?.code || '-'}`,
    `request-id: ${trouble?.requestId || '-'}`,
  ].join('\n');
}
