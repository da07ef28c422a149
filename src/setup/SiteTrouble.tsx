import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Trouble } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type TroubleName, TroublePage } from './TroublePage.tsx';

/** The site could not be read at all: which of its parts is missing, and the step that mends it. */
export function SiteTrouble() {
  const store = useStore();
  const { trouble } = useWorld();
  const { configuration } = useEnvironment();
  const name = nameOf(trouble);
  return (
    <TroublePage
      trouble={name}
      report={reportOf(trouble, configuration.site)}
      onAgain={() => store.refresh()}
    >
      {name === 'listMissing' ? <CreateLists /> : null}
    </TroublePage>
  );
}

function CreateLists() {
  const text = useLaterText();
  const store = useStore();
  const { setup } = useEnvironment();
  const [state, setState] = useState<'ready' | 'working' | 'failed'>('ready');
  const [unversioned, setUnversioned] = useState<readonly string[] | 'unknown'>([]);
  const { versions } = text.exchange;

  async function create() {
    setState('working');
    try {
      const made = await setup.createLists();
      // Whoever can mend it stands here now; the page goes with the reading.
      if (made.unversioned.length > 0) setUnversioned(made.unversioned);
      else store.refresh();
    } catch {
      setState('failed');
    }
  }

  if (unversioned.length > 0) {
    return (
      <div role="status">
        <p>
          {unversioned === 'unknown' ? versions.unknown : `${versions.missing(unversioned)} ${versions.how}`}
        </p>
        <Button appearance="primary" onClick={() => store.refresh()}>
          {versions.goOn}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button appearance="primary" disabled={state === 'working'} onClick={() => void create()}>
        {state === 'working' ? text.trouble.creatingLists : text.trouble.createLists}
      </Button>
      <span role="alert">{state === 'failed' ? text.trouble.createFailed : ''}</span>
    </>
  );
}

function nameOf(trouble: Trouble | undefined): TroubleName {
  if (trouble?.code === 'listMissing') return 'listMissing';
  return trouble?.reason ?? 'unavailable';
}

function reportOf(trouble: Trouble | undefined, site: { hostname: string; path: string }): string {
  return [
    `site: ${site.hostname}${site.path}`,
    `reason: ${trouble?.reason ?? '-'}`,
    `code: ${trouble?.code || '-'}`,
    `request-id: ${trouble?.requestId || '-'}`,
  ].join('\n');
}
