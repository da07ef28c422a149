import { createRoot } from 'react-dom/client';
import { readHash } from './choice.ts';
import { forgetEarlierBeginning } from './freshStart.ts';
import { fetchSession, moveDay, type Session } from './session.ts';
import { StandinGone } from './StandinGone.tsx';
import { TeamsWindow } from './TeamsWindow.tsx';

const container = document.querySelector('#window');
if (container === null) throw new Error('The page has no place for the window.');
const root = createRoot(container);

/** A link may carry a day of its own; the clock is moved before anything is shown. */
async function openSession(): Promise<Session> {
  const session = await fetchSession();
  if (session.tabOrigin === null) await forgetEarlierBeginning(session.beginning);
  const { day } = readHash(window.location.hash, session);
  if (day === undefined || day === session.day) return session;
  return { ...session, day: await moveDay(day) };
}

function start(): void {
  openSession().then(
    (session) => root.render(<TeamsWindow session={session} />),
    (error: unknown) => {
      console.warn(
        `The pretend Teams could not start: ${error instanceof Error ? error.message : String(error)}`,
      );
      root.render(<StandinGone onTryAgain={start} />);
    },
  );
}

start();
