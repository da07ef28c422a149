import * as v from 'valibot';
import type { Issued } from './entra.ts';

/**
 * How a token comes from the sign-in window to the tab. The host's own `notifySuccess` must not carry it: any app may have
 * opened the window, and would be told. A message that names our own origin as its receiver reaches our own pages alone,
 * wherever they stand among the frames of the window that opened this one; where there is none, as in a telephone's app,
 * a channel of the browser's does, which is our origin's as well.
 */
const message = v.object({
  kind: v.literal('kaskad/signedIn'),
  ticket: v.string(),
  token: v.pipe(v.string(), v.minLength(1)),
  untilMs: v.number(),
  scopes: v.array(v.string()),
  who: v.object({ id: v.string(), tenantId: v.string(), homeId: v.string(), userName: v.string() }),
});

const channelOf = (ticket: string) => `kaskad/signIn/${ticket}`;

/** Called in the window. */
export function handOver(ticket: string, got: Issued): void {
  const sent: v.InferOutput<typeof message> = {
    kind: 'kaskad/signedIn',
    ticket,
    token: got.token,
    untilMs: got.untilMs,
    scopes: [...got.scopes],
    who: got.who,
  };
  for (const frame of ourFrames(window.opener as Window | null))
    frame.postMessage(sent, window.location.origin);
  const channel = new BroadcastChannel(channelOf(ticket));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches its own origin only
  channel.postMessage(sent);
  channel.close();
}

/** Hosts put tabs into frames of frames. */
const deepest = 4;

function ourFrames(top: Window | null, depth = 0): Window[] {
  if (!top || depth > deepest) return [];
  const within: Window[] = [];
  for (let place = 0; place < top.length; place += 1) {
    const frame = top[place];
    if (frame) within.push(...ourFrames(frame, depth + 1));
  }
  return isOurs(top) ? [top, ...within] : within;
}

function isOurs(other: Window): boolean {
  try {
    return other.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

export type Arrival = {
  /** What has come for the ticket; waits so long for it. */
  within(waitMs: number): Promise<Issued | undefined>;
  close(): void;
};

/** Called in the tab, before the window is opened. */
export function awaitHandOver(ticket: string): Arrival {
  let got: Issued | undefined;
  let tell: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (tell = resolve));
  const read = (data: unknown) => {
    const checked = v.safeParse(message, data);
    if (!checked.success || checked.output.ticket !== ticket) return;
    const { token, untilMs, scopes, who } = checked.output;
    got = { token, untilMs, scopes, who };
    tell();
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.origin === window.location.origin) read(event.data);
  };
  const channel = new BroadcastChannel(channelOf(ticket));
  channel.addEventListener('message', (event: MessageEvent<unknown>) => read(event.data));
  window.addEventListener('message', onMessage);
  return {
    async within(waitMs) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, waitMs)));
      await Promise.race([come, patience]);
      clearTimeout(timer);
      return got;
    },
    close() {
      window.removeEventListener('message', onMessage);
      channel.close();
    },
  };
}
