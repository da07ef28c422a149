import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../basics/refusal.ts';
import type { Unit } from '../organisation/unit.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Assignment } from './assignment.ts';
import { ConsultationRows } from './ConsultationRows.tsx';
import { consultationOf } from './consultation.ts';
import type { Consult } from './consult.ts';

const useStyles = makeStyles({
  place: { marginTop: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  // A question stands out a little; what is answered is quiet.
  open: {
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What a unit says of the goals that were handed down to it: we agree, or let us talk. It holds nothing up. */
export function ConsultationLine({ room, year }: { room: Unit; year: number }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const [isEach, setIsEach] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const talk = consultationOf(world, year, room);
  const { agreed, discuss, unanswered, standing } = talk;
  if (standing === 'nothing') return null;

  async function answer(rows: readonly Assignment[], said: Assignment['consultation']) {
    const wishes = rows.map(({ goalKey, unitKey, consultation: seen }): Consult => ({
      do: 'consult',
      year,
      goalKey,
      unitKey,
      roomKey: room.key,
      answer: said,
      seen,
    }));
    setRefusal(await store.dispatchAll(wishes));
  }

  const isOpen = unanswered.length > 0;
  const each = (
    <Button
      size={isOpen ? 'medium' : 'small'}
      appearance="subtle"
      className={styles.button}
      aria-expanded={isEach}
      onClick={() => setIsEach(!isEach)}
    >
      {isEach
        ? text.asking.consultation.done
        : isOpen
          ? text.asking.consultation.each
          : text.asking.consultation.change}
    </Button>
  );

  return (
    <div
      className={mergeClasses(styles.place, isOpen && styles.open)}
      role="group"
      aria-label={text.asking.consultation.title}
    >
      {isOpen ? (
        <>
          <p className={styles.words}>{openWords()}</p>
          <p className={styles.hint}>{text.asking.consultation.harmless}</p>
          <div className={styles.buttons}>
            <Button className={styles.button} onClick={() => void answer(unanswered, 'agreed')}>
              {text.asking.consultation.agree}
            </Button>
            <Button className={styles.button} onClick={() => void answer(unanswered, 'discuss')}>
              {text.asking.consultation.discuss}
            </Button>
            {each}
          </div>
        </>
      ) : (
        <div className={styles.line}>
          <p className={mergeClasses(styles.words, styles.quiet)}>{answeredWords()}</p>
          {each}
        </div>
      )}
      {refusal ? <span role="alert">{text.refused(refusal.refused, refusal.limit ?? 0)}</span> : null}
      {isEach ? (
        <ConsultationRows
          rows={[...unanswered, ...discuss, ...agreed]}
          onAnswer={(row, said) => void answer([row], said)}
        />
      ) : null}
    </div>
  );

  function openWords(): string {
    if (agreed.length + discuss.length > 0) return text.asking.consultation.handedMore(unanswered.length);
    const above = room.parentKey === null ? undefined : world.units.get(room.parentKey);
    return text.asking.consultation.handed(above?.title ?? '', unanswered.length);
  }

  function answeredWords(): string {
    if (discuss.length > 0)
      return text.asking.consultation.wantsTalk(
        discuss.map(({ goalKey }) => world.goals.get(goalKey)?.title ?? goalKey),
      );
    const last = agreed.find(({ consultedOn }) => (consultedOn ?? '') === talk.latest);
    return text.asking.consultation.agreed(
      talk.latest === '' ? '' : text.date(talk.latest),
      last?.consultedBy?.name ?? '',
    );
  }
}
