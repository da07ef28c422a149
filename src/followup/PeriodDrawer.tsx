import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { ClashChoice } from '../panel/ClashChoice.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Period } from './period.ts';
import { periodKeyOf } from './periodPlan.ts';
import { longestPeriodName, type PeriodPlan } from './savePeriod.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
  line: { flexBasis: '100%' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

type DayField = 'starts' | 'ends' | 'dueOn' | 'boardMeetingOn';

/** A period is planned, or its plan is changed. */
export function PeriodDrawer(parts: {
  year: number;
  roomKey: Key;
  /** Left out for a new one. */
  period?: Period | undefined;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { form: words } = text.periods;
  const { year, roomKey } = parts;
  /** What its author saw when it was opened: the newest of the world may have become another. */
  const [opened] = useState(parts.period);
  const [was] = useState<PeriodPlan>(() => (opened ? planOf(opened) : newPlan(year, world.periods.values())));
  const [plan, setPlan] = useState(was);
  const [refusal, setRefusal] = useState<Refusal>();
  const [halfDate, setHalfDate] = useState<string>();
  const form = useRef<HTMLDivElement>(null);
  const fields = Object.keys(was) as (keyof PeriodPlan)[];
  const { isOpen, isLeaving, close, dismiss, stay } = useLeaving(
    fields.some((field) => plan[field] !== was[field]),
  );
  const clash = refusal?.clash;

  function type(wanted: Partial<PeriodPlan>) {
    setPlan({ ...plan, ...wanted });
    setRefusal(undefined);
    setHalfDate(undefined);
    stay();
  }

  async function save(seen: PeriodPlan | null) {
    const days = form.current?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [];
    // An empty day is refused by the rule, in its own words; one of which only a part is typed reads as empty, too.
    const half = [...days].find(({ validity }) => validity.badInput);
    setHalfDate(half?.name);
    if (half) return half.focus();
    const periodKey = opened?.key ?? periodKeyOf(year, plan.title);
    const refused = await store.dispatch({ do: 'savePeriod', year, roomKey, periodKey, was: seen, to: plan });
    setRefusal(refused);
    if (!refused) return close();
    form.current?.querySelector<HTMLElement>(`[name="${refused.field}"]`)?.focus();
  }

  /** Theirs take the place of mine; or mine are saved over what I have now seen. */
  async function settle(whose: 'mine' | 'theirs') {
    if (!clash) return;
    const theirs = Object.fromEntries(
      Object.entries(clash.fields).map(([name, both]) => [name, both.theirs]),
    );
    if (whose === 'mine') return save({ ...was, ...theirs });
    setPlan({ ...plan, ...theirs });
    setRefusal(undefined);
  }

  const wordsFor = (field: string) => {
    if (halfDate === field) return text.change.halfDate;
    if (!refusal || clash || refusal.field !== field) return null;
    return text.refused(refusal.refused, refusal.limit ?? 0);
  };
  const isElsewhere = refusal && !clash && !(refusal.field in plan);
  const day = (field: DayField, label: string, hint: string | null, isNeeded: boolean) => (
    <Field label={label} hint={hint} required={isNeeded} validationMessage={wordsFor(field)}>
      <Input
        type="date"
        name={field}
        max="9999-12-31"
        className={styles.field}
        value={plan[field] ?? ''}
        onChange={(_, { value }) => type({ [field]: value || (isNeeded ? '' : null) })}
      />
    </Field>
  );

  return (
    <SideDrawer
      title={opened ? words.change : words.new}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={
        <>
          {isLeaving ? (
            <span role="alert" className={styles.line}>
              {text.change.unsaved}
            </span>
          ) : null}
          {isElsewhere ? (
            <span role="alert" className={styles.line}>
              {refusal.refused === 'periodClosed'
                ? words.gone
                : text.refused(refusal.refused, refusal.limit ?? 0)}
            </span>
          ) : null}
          <Button
            className={styles.button}
            appearance="primary"
            onClick={() => void save(opened ? was : null)}
          >
            {text.save}
          </Button>
          <Button className={styles.button} onClick={dismiss}>
            {isLeaving ? text.change.throwAway : text.cancel}
          </Button>
        </>
      }
    >
      <div ref={form} className={styles.form}>
        {clash ? <ClashChoice clash={clash} onSettle={(whose) => void settle(whose)} /> : null}
        <Field label={words.name} required validationMessage={wordsFor('title')}>
          <Input
            name="title"
            className={styles.field}
            // One more than fits, so that the rule says why, and nothing is cut unseen.
            maxLength={longestPeriodName + 1}
            value={plan.title}
            onChange={(_, { value }) => type({ title: value })}
          />
        </Field>
        <Field label={words.kind} hint={words.kindHints[plan.kind]} validationMessage={wordsFor('kind')}>
          <RadioGroup
            layout="horizontal"
            name="kind"
            value={plan.kind}
            onChange={(_, { value }) => type({ kind: value === 'fullYear' ? 'fullYear' : 'interim' })}
          >
            <Radio value="interim" label={words.kinds.interim} />
            <Radio value="fullYear" label={words.kinds.fullYear} />
          </RadioGroup>
        </Field>
        <div className={styles.days}>
          {day('starts', words.starts, null, true)}
          {day('ends', words.ends, null, true)}
          {day('dueOn', words.dueOn, words.dueHint, false)}
          {day('boardMeetingOn', words.boardMeetingOn, null, false)}
        </div>
      </div>
    </SideDrawer>
  );
}

function planOf({ title, kind, starts, ends, dueOn, boardMeetingOn }: Period): PeriodPlan {
  return { title, kind, starts, ends, dueOn, boardMeetingOn };
}

function newPlan(year: number, periods: Iterable<Period>): PeriodPlan {
  const hasWhole = [...periods].some((one) => one.year === year && one.kind === 'fullYear');
  return {
    title: '',
    kind: hasWhole ? 'interim' : 'fullYear',
    starts: `${year}-01-01`,
    ends: hasWhole ? '' : `${year}-12-31`,
    dueOn: null,
    boardMeetingOn: null,
  };
}
