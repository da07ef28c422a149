import type { FullText } from '../text/svLater.ts';
import type { TableWords } from './wording.ts';

/** What the tables' heads and the codes in them are called, in the language of the screen. */
export function tableWords(text: FullText): TableWords {
  const { exchange, activities, clash, overview } = text;
  return {
    ...exchange.words,
    names: exchange.tables,
    states: activities.states,
    kinds: activities.kinds,
    standings: { ...clash.assignmentStates, none: exchange.words.notGiven },
    consultations: clash.consultations,
    statuses: overview.statuses,
    handOver: {
      name: exchange.handOver.table,
      key: exchange.handOver.key,
      news: exchange.handOver.whatNews,
      isNew: exchange.handOver.isNew,
      isChanged: exchange.handOver.isChanged,
    },
  };
}
