import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { type Addresses, type Memory, openAddressBook } from './addresses.ts';
import { type Answer, type Ask, listOf, type Site } from './asks.ts';
import { tokenIsOver } from './page.ts';
import { hasToken } from './requests.ts';
import { talkRound } from './rounds.ts';

/**
 * The lists of the site at `where`. Their addresses stand in the configuration, or in `memory`, or are looked up once;
 * where nothing is found any more at an address, they are looked up again.
 */
export function openSite(graph: Graph, where: Configuration['site'], now: () => Date, memory?: Memory): Site {
  const book = openAddressBook(graph, where, memory);

  /** Asks once more what was asked of a list that has moved; what was asked of a list that stands fails as it failed. */
  async function heal(asks: readonly Ask[], answers: Answer[], stale: Addresses): Promise<void> {
    const failed = asks.flatMap((ask, n) => (statusOf(answers[n]) === 404 ? [{ ask, n }] : []));
    if (failed.length === 0) return;
    try {
      const addresses = await book.findAnew(stale);
      // A token of the list that was there before says nothing about this one.
      const moved = failed.filter(
        ({ ask }) => addresses[listOf(ask)] !== stale[listOf(ask)] && !hasToken(ask),
      );
      const again = await talkRound(
        graph,
        moved.map(({ ask }) => ask),
        addresses,
        now,
      );
      for (const [k, { n }] of moved.entries()) {
        const answer = again[k];
        if (answer) answers[n] = answer;
      }
    } catch (failure) {
      // The others have been answered already.
      if (!(failure instanceof GraphFailure)) throw failure;
      for (const { n } of failed) answers[n] = failure;
    }
  }

  return {
    async talk(asks) {
      if (asks.length === 0) return [];
      const addresses = await book.find();
      const answers = await talkRound(graph, asks, addresses, now);
      await heal(asks, answers, addresses);
      return answers.map((answer, n) => {
        const ask = asks[n];
        const isLost = ask && hasToken(ask) && statusOf(answer) === 404;
        return isLost ? tokenIsOver('The list of the token is gone') : answer;
      });
    },
  };
}

function statusOf(answer: Answer | undefined): number {
  return answer instanceof GraphFailure ? answer.status : 0;
}
