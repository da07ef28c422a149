import { suggestionsFor } from '../activities/idea.ts';
import { generalIdeas } from '../activities/starterIdeas.ts';
import type { Unit } from '../organisation/unit.ts';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { OverviewRow } from './overview.ts';

/** What a talk can bring along is a handful. */
const few = 3;

/** A few general ideas that suit a department and the goals that it holds, or could hold. */
export function AgendaIdeas({ unit, row }: { unit: Unit; row: OverviewRow }) {
  const text = useLaterText();
  const { dialogues: words } = text;
  const held = row.cells.filter(({ state }) => state === 'assigned');
  const goals = (held.length > 0 ? held : row.cells).map(({ goal }) => goal);
  const ideas = suggestionsFor(generalIdeas(goals, text.ideas.starters), {
    goalKeys: new Set(goals.map(({ key }) => key)),
    character: unit.character,
    taken: new Set(),
  }).slice(0, few);
  return (
    <Section title={words.ideas}>
      {ideas.length === 0 ? (
        <EmptyRows>{words.noIdeas}</EmptyRows>
      ) : (
        <RowList label={words.ideas}>
          {ideas.map(({ idea }) => (
            <Row key={idea.key} title={idea.title} />
          ))}
        </RowList>
      )}
    </Section>
  );
}
