import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { likeDepartments } from '../followup/likeDepartments.ts';
import type { Unit } from '../organisation/unit.ts';
import { RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type Idea, ideasOf, type Suggestion, suggestionsFor, takenBy } from './idea.ts';
import { IdeaRow } from './IdeaRow.tsx';
import { generalIdeas } from './starterIdeas.ts';

const useStyles = makeStyles({
  words: {
    maxWidth: '68ch',
    marginBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
    ':focus': { outlineStyle: 'none' },
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    '& button': { '@media (pointer: coarse)': { minHeight: '44px' } },
  },
  goals: { minWidth: 0, maxWidth: '100%' },
});

/** How many are shown at first, once others' are among them, and at most: more than that nobody reads. */
const few = 3;
const some = 6;
const most = 12;

type Looked =
  | { readonly at: 'nothing' | 'reading' }
  | { readonly at: 'others'; readonly departments: readonly Unit[] }
  | { readonly at: 'failure'; readonly reason: string };

/** What others do for the same goals, and what could be done anywhere; one press makes it the room's own. */
export function IdeaSection(parts: {
  coverage: RoomCoverage;
  year: number;
  /** False for somebody whose lines the site has refused: ideas are then only read. */
  canLog: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { newKey } = useEnvironment();
  const { world } = useWorld();
  const [looked, setLooked] = useState<Looked>({ at: 'nothing' });
  const [isAll, setIsAll] = useState(false);
  const [goalKey, setGoalKey] = useState<Key>('');
  const [refusal, setRefusal] = useState<Refusal>();
  const taking = useRef(new Set<Key>());
  const words = useRef<HTMLParagraphElement>(null);
  const { coverage, year } = parts;
  const { room } = coverage;
  const goals = coverage.held.map(({ goal }) => goal);
  if (goals.length === 0) return null;

  const departments = looked.at === 'others' ? looked.departments : [];
  const ideas = [
    ...(looked.at === 'others' ? ideasOf(world, year, departments, room) : []),
    ...generalIdeas(goals, text.ideas.starters),
  ];
  const suggestions = suggestionsFor(ideas, {
    goalKeys: new Set(goals.map(({ key }) => key)),
    character: room.character,
    taken: takenBy(coverage.activities),
  });
  const chosen = suggestions.filter(({ idea }) => goalKey === '' || idea.goalKeys.includes(goalKey));
  const shown = chosen.slice(0, isAll ? most : looked.at === 'others' ? some : few);

  async function look() {
    setLooked({ at: 'reading' });
    const alike = likeDepartments(world, year, room);
    try {
      await store.visit(alike.map(({ key }) => ({ year, roomKey: key })));
      const own = world.units.get(room.departmentKey);
      // A unit's neighbours stand on the shelf that is read already.
      const near = own && room.level === 'unit' ? [own] : [];
      setLooked({ at: 'others', departments: [...near, ...alike] });
      // The button goes away with what it offers; the focus must not go with it.
      words.current?.focus({ preventScroll: true });
    } catch (thrown) {
      setLooked({ at: 'failure', reason: reasonOf(thrown) });
    }
  }

  /** Pressed twice in a hurry it is still one activity; taken back, it can be taken anew. */
  async function take(idea: Idea) {
    if (taking.current.has(idea.key)) return;
    taking.current.add(idea.key);
    const refused = await store.dispatch({
      do: 'logActivity',
      activityKey: newKey(),
      year,
      title: idea.title,
      goalKeys: idea.goalKeys.filter((key) => goals.some((goal) => goal.key === key)),
      kind: idea.kind,
      unitKey: room.key,
      roomKey: room.key,
      details: { ideaKey: idea.key, state: idea.kind === 'ordinary' ? 'ongoing' : 'planned' },
    });
    taking.current.delete(idea.key);
    setRefusal(refused);
    words.current?.focus({ preventScroll: true });
  }

  return (
    <Section
      title={text.ideas.title}
      aside={
        goals.length > 1 ? (
          <Select
            size="small"
            className={styles.goals}
            aria-label={text.ideas.goal}
            value={goalKey}
            onChange={(_, { value }) => setGoalKey(value)}
          >
            <option value="">{text.ideas.allGoals}</option>
            {goals.map((goal) => (
              <option key={goal.key} value={goal.key}>
                {goal.theme ?? goal.title}
              </option>
            ))}
          </Select>
        ) : null
      }
    >
      <p ref={words} role="status" tabIndex={-1} className={styles.words}>
        {refusal ? text.refused(refusal.refused, refusal.limit ?? 0) : wordsFor(looked, suggestions, text)}
      </p>
      {shown.length > 0 ? (
        <RowList label={text.ideas.title}>
          {shown.map((suggestion) => (
            <IdeaRow
              key={suggestion.idea.key}
              suggestion={suggestion}
              goals={world.goals}
              onTake={parts.canLog ? () => void take(suggestion.idea) : undefined}
            />
          ))}
        </RowList>
      ) : null}
      <div className={styles.buttons}>
        {looked.at === 'others' ? null : (
          <Button disabledFocusable={looked.at === 'reading'} onClick={() => void look()}>
            {looked.at === 'failure' ? text.ideas.readAgain : text.ideas.seeOthers}
          </Button>
        )}
        {isAll || chosen.length > shown.length ? (
          <Button appearance="subtle" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
            {isAll ? text.ideas.showFewer : text.ideas.showMore}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

/** What is shown, and what is not and why. */
function wordsFor(looked: Looked, suggestions: readonly Suggestion[], { ideas }: FullText): string {
  switch (looked.at) {
    case 'reading':
      return ideas.reading;
    case 'failure':
      if (looked.reason === 'offline') return ideas.offline;
      return looked.reason === 'throttled' ? ideas.busy : ideas.unreadable;
    case 'others': {
      if (suggestions.length === 0) return ideas.allTaken;
      if (looked.departments.length === 0) return ideas.noOthers;
      const names = looked.departments.map(({ title }) => title);
      return suggestions.some(({ idea }) => idea.from) ? ideas.introOthers(names) : ideas.nothingNew(names);
    }
    case 'nothing':
      return suggestions.length === 0 ? ideas.allTaken : ideas.intro;
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error && 'reason' in thrown ? String(thrown.reason) : '';
}
