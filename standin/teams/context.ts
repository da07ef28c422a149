import type { Place, Theme, WindowLanguage } from './choice.ts';
import { groupIdOf } from '../team.ts';
import { type Configured, pageOf } from './pages.ts';
import type { Person, Session } from './session.ts';

export type FrameContext =
  | 'content'
  | 'sidePanel'
  | 'settings'
  | 'remove'
  | 'meetingStage'
  | 'authentication';

/** The flat object that `getContext` has returned since the first Teams; teams-js reshapes it itself. */
export type LegacyContext = Readonly<Record<string, string | number | boolean | undefined>>;

export function frameContextOf(place: Place): FrameContext {
  if (place.kind === 'meeting') return 'sidePanel';
  return place.kind === 'settings' || place.kind === 'remove' ? place.kind : 'content';
}

const locales: Readonly<Record<WindowLanguage, string>> = { sv: 'sv-se', en: 'en-us' };

export function legacyContext(options: {
  session: Session;
  person: Person;
  place: Place;
  theme: Theme;
  language: WindowLanguage;
  subPage: string | undefined;
  configured: Configured | null | undefined;
  appSessionId: string;
}): LegacyContext {
  const { session, person, place, theme, language, subPage, configured, appSessionId } = options;
  return {
    locale: locales[language],
    theme,
    appSessionId,
    appLaunchId: appSessionId,
    sessionId: appSessionId,
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    frameContext: frameContextOf(place),
    entityId: pageOf(session, place, configured).entityId,
    subEntityId: subPage,
    isFullScreen: false,
    isMultiWindow: false,
    userObjectId: person.id,
    userDisplayName: person.name,
    userPrincipalName: person.mail,
    loginHint: person.mail,
    userLicenseType: 'EnterpriseStandard',
    tid: session.tenantId,
    tenantSKU: 'enterprise',
    ...placeContext(session, person, place),
  };
}

function placeContext(session: Session, person: Person, place: Place): LegacyContext {
  if (place.kind === 'personal') return { mySiteDomain: session.site.hostname };
  if (place.kind === 'meeting')
    return { chatId: `19:meeting_${place.unit}@thread.v2`, meetingId: `meeting-${place.unit}` };
  const channel = session.places.find(({ key }) => key === place.channel);
  const { hostname, path } = session.site;
  return {
    teamId: '19:team@thread.tacv2',
    teamName: session.organisation,
    teamType: 0,
    groupId: groupIdOf(session.tenantId),
    hostTeamGroupId: groupIdOf(session.tenantId),
    hostTeamTenantId: session.tenantId,
    isTeamArchived: false,
    // 0 owner, 1 member; Teams calls a visitor of the site a member of the team too.
    userTeamRole: person.siteRole === 'owner' ? 0 : 1,
    channelId: `19:${place.channel ?? 'general'}@thread.tacv2`,
    channelName: channel?.title ?? 'General',
    channelType: 'Regular',
    channelRelativeUrl: `${path}/Shared Documents/${channel?.title ?? 'General'}`,
    teamSiteUrl: `https://${hostname}${path}`,
    teamSiteDomain: hostname,
    teamSitePath: path,
  };
}
