import { useMemo, useState } from 'react';
import type { Happening, Host } from './calls.ts';
import type { Choice } from './choice.ts';
import { frameContextOf, legacyContext } from './context.ts';
import { type ConfiguredTabs, keepConfiguredTabs, readConfiguredTabs } from './keptInBrowser.ts';
import { type Configured, destinationOfLink, placeOfEntity, readConfigured, readStageUrl } from './pages.ts';
import type { Person, Session } from './session.ts';
import { openSignInWindow } from './signInWindow.ts';

/** Allmänt has no key of its own; no department can have an empty one. */
const channelKey = (channel: string | null): string => channel ?? '';

export type TeamsHost = {
  host: Omit<Host, 'happened'>;
  tabOrigin: string;
  /** How the tab is set up in the chosen channel, when somebody has done it there. */
  configured: Configured | null | undefined;
  /** `asked` of whichever dialog stands open. */
  saving: 'no' | 'asked' | { failed: string };
  mayBeSaved: boolean;
  startSaving: () => void;
  /** Takes the tab away where no page of its own asks. */
  removeTab: () => void;
  shared: { subPage: string; label: string } | undefined;
  closeShared: () => void;
  onHappening: (happening: Happening) => void;
  /** What is shown on the stage of the meeting, and what its page can ask for. */
  stage: { url: string; host: Omit<Host, 'happened'>; stop: () => void } | undefined;
};

/** What the tab can ask of the window: where it is, who is there, and to go elsewhere. */
export function useTeamsHost(options: {
  session: Session;
  person: Person;
  choice: Choice;
  onChoose: (change: Partial<Choice>) => void;
}): TeamsHost {
  const { session, person, choice, onChoose } = options;
  const { place } = choice;
  const tabOrigin = session.tabOrigin ?? window.location.origin;
  const appSessionId = useMemo(() => crypto.randomUUID(), []);
  const [tabs, setTabs] = useState<ConfiguredTabs>(() => readConfiguredTabs(session.tenantId, tabOrigin));
  const [draft, setDraft] = useState<Configured>();
  const [mayBeSaved, setMayBeSaved] = useState(false);
  const [saving, setSaving] = useState<TeamsHost['saving']>('no');
  const [shared, setShared] = useState<TeamsHost['shared']>();
  const [staged, setStaged] = useState<{ unit: string; url: string }>();
  const channel = place.kind === 'personal' || place.kind === 'meeting' ? undefined : place.channel;
  const configured = channel === undefined ? undefined : tabs[channelKey(channel)];

  const host: Omit<Host, 'happened'> = {
    frameContext: () => frameContextOf(place),
    context: () =>
      legacyContext({
        session,
        person,
        place,
        theme: choice.theme,
        language: choice.language,
        subPage: choice.subPage,
        configured,
        appSessionId,
      }),
    signedIn: () => ({ person, tenantId: session.tenantId }),
    signIn: () => choice.signIn,
    authenticate: (url, width, height) =>
      openSignInWindow({ url, width, height, tabOrigin, context: () => host.context(), warn: host.warn }),
    settings: () => configured ?? undefined,
    keepSettings: (value) => {
      const read = readConfigured(value, tabOrigin);
      setDraft(read);
      return read !== undefined;
    },
    openLink: (link) => {
      const destination = destinationOfLink(link, session);
      if (destination !== undefined) {
        onChoose(destination);
        return true;
      }
      // Beside the window, as Teams opens what is not its own; mail and script addresses are not opened.
      if (!/^https?:\/\//.test(link)) return false;
      window.open(link, '_blank', 'noopener');
      return true;
    },
    goTo: (entityId, subPage) => {
      const to = entityId === undefined ? ({ kind: 'personal' } as const) : placeOfEntity(entityId, session);
      if (to !== undefined) onChoose({ place: to, subPage });
      return to !== undefined;
    },
    shareToStage: (wanted) => {
      const url = readStageUrl(wanted, tabOrigin);
      if (url === undefined || place.kind !== 'meeting') return false;
      setStaged({ unit: place.unit, url });
      return true;
    },
    warn: (line) => console.warn(line),
  };

  /** What the dialog has led to: the channel with its tab, or without one. */
  const keepTab = (where: string | null, tab: Configured | null): void => {
    const kept = { ...tabs, [channelKey(where)]: tab };
    setTabs(kept);
    keepConfiguredTabs(session.tenantId, kept);
    setSaving('no');
    setMayBeSaved(false);
    onChoose({ place: { kind: 'channel', channel: where } });
  };

  const onHappening = (happening: Happening): void => {
    if (happening.kind === 'mayBeSaved') setMayBeSaved(happening.valid);
    if (happening.kind === 'share') setShared({ subPage: happening.subPage, label: happening.label });
    if (happening.kind === 'back') history.back();
    if (happening.kind === 'notSaved' || happening.kind === 'notRemoved')
      setSaving({ failed: happening.reason });
    if (happening.kind === 'removed' && place.kind === 'remove') keepTab(place.channel, null);
    if (happening.kind === 'saved' && place.kind === 'settings') {
      if (draft === undefined) {
        setSaving({ failed: 'setConfig was not called before notifySuccess.' });
        return;
      }
      keepTab(place.channel, draft);
    }
    // A configuration page that has just been opened starts from nothing.
    if (happening.kind === 'loaded' && place.kind !== 'settings' && place.kind !== 'remove')
      setMayBeSaved(false);
  };

  return {
    host,
    tabOrigin,
    configured,
    saving,
    mayBeSaved,
    startSaving: () => setSaving('asked'),
    removeTab: () => channel !== undefined && keepTab(channel, null),
    shared,
    closeShared: () => setShared(undefined),
    onHappening,
    // Another meeting has a stage of its own.
    stage:
      staged !== undefined && place.kind === 'meeting' && place.unit === staged.unit
        ? { url: staged.url, host: onStage(host), stop: () => setStaged(undefined) }
        : undefined,
  };
}

/** The same meeting and person; only the frame is another. */
function onStage(host: Omit<Host, 'happened'>): Omit<Host, 'happened'> {
  const frameContext = () => 'meetingStage' as const;
  return { ...host, frameContext, context: () => ({ ...host.context(), frameContext: frameContext() }) };
}
