import type { Notification, Notify, Outcome } from '../environment.ts';
import type { Graph } from './client.ts';
import { type FailureReason, GraphFailure } from './failure.ts';

/** The right to put a line into people's feed in Teams; not every organisation gives it. */
export const notifyScopes = ['User.Read', 'TeamsActivity.Send'] as const;

/** What Teams lets one person be told in a minute. */
const mostAMinute = 10;
const minuteMs = 60_000;

/**
 * Puts one line into one person's feed, once: whatever the answer, it is never sent again by itself, since nobody can take
 * a second one back.
 */
export function notifier(graph: Graph, nowMs: () => number): Notify {
  const sentMs = new Map<string, number[]>();
  let quietUntilMs = 0;
  return async (notification) => {
    const { to } = notification;
    // Whoever was told to wait is not asked again before the time, however often the button is pressed.
    if (nowMs() < quietUntilMs) return 'later';
    const recent = (sentMs.get(to.id) ?? []).filter((ms) => nowMs() - ms < minuteMs);
    if (recent.length >= mostAMinute) return 'later';
    sentMs.set(to.id, [...recent, nowMs()]);
    try {
      await graph.post(
        `/users/${encodeURIComponent(to.id)}/teamwork/sendActivityNotification`,
        bodyOf(notification),
      );
      return 'sent';
    } catch (failure) {
      if (!(failure instanceof GraphFailure)) throw failure;
      if (failure.reason === 'throttled') quietUntilMs = nowMs() + Math.max(minuteMs, failure.retryAfterMs);
      return outcomes[failure.reason];
    }
  };
}

const outcomes: Readonly<Record<FailureReason, Outcome>> = {
  // No answer is no proof that nothing was done.
  offline: 'unclear',
  unavailable: 'unclear',
  conflict: 'unclear',
  throttled: 'later',
  signedOut: 'notAllowed',
  forbidden: 'notAllowed',
  notFound: 'notFound',
  invalid: 'notFound',
};

function bodyOf({ kind, topic, preview, parameters, link }: Notification): unknown {
  return {
    topic: { source: 'text', value: topic, webUrl: link },
    activityType: kind,
    previewText: { content: preview },
    templateParameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  };
}
