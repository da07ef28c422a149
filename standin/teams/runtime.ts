import type { FrameContext } from './context.ts';

/**
 * What the host says it can do. teams-js throws NOT_SUPPORTED_ON_PLATFORM by itself for everything that is
 * not named here, so only what calls.ts answers stands in the list.
 */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isNAAChannelRecommended: true,
  isLegacyTeams: false,
  supports: {
    app: { notifySuccessResponse: {} },
    nestedAppAuth: {},
    pages: { backStack: {}, config: {}, currentApp: {} },
  },
};

/**
 * The fourth value must be the runtime: with three, teams-js takes the host for a Teams of the first
 * version and leaves the bridge for nested app authentication unbuilt.
 */
export function initializeReply(frameContext: FrameContext, canNest: boolean): readonly unknown[] {
  const { nestedAppAuth: _, ...others } = runtime.supports;
  const said = canNest ? runtime : { ...runtime, isNAAChannelRecommended: false, supports: others };
  return [frameContext, 'web', '2.58.0', JSON.stringify(said)];
}

// teams-js expects an error in one of two forms, by function. These answer [false, reason]; all others
// [error] with a code.
const statusFirst =
  /^(?:executeDeepLink|navigateBack|navigateCrossDomain|navigateToTab|settings\.setSettings|authentication\.|location\.)/;

const notSupportedOnPlatform = 100;

/** "Not here", in the form that teams-js turns into a rejected promise for that function. */
export function unsupportedReply(func: string): readonly unknown[] {
  const reason = `The pretend Teams does not support ${func}.`;
  return statusFirst.test(func) ? [false, reason] : [{ errorCode: notSupportedOnPlatform, message: reason }];
}
