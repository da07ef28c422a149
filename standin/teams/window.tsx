import { createRoot } from 'react-dom/client';
import { readHash } from './choice.ts';
import { forgetEarlierBeginning } from './freshStart.ts';
import { changeNetwork, fetchSession, moveDay, type Session } from './session.ts';
import { StandinGone } from './StandinGone.tsx';
import { TeamsWindow } from './TeamsWindow.tsx';

const container = document.querySelector('#window');
if (container === null) throw new Error('The page has no place for the window.');
const root = createRoot(container);

/** A link may carry a day and a network of its own; both are changed before anything is shown. */
async function openSession(): Promise<Session> {
  const session = await fetchSession();
  if (session.tabOrigin === null) await forgetEarlierBeginning(session.beginning);
  const { day = session.day, network = session.network } = readHash(window.location.hash, session);
  return {
    ...session,
    day: day === session.day ? day : await moveDay(day),
    network: network === session.network ? network : await changeNetwork(network),
  };
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
