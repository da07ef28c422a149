import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isDay } from '../basics/day.ts';
import type { Overview } from '../followup/overview.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Headings, memoSetting, rememberedIn, rememberedOf } from './headings.ts';
import type { Draft } from './memo.ts';

const useStyles = makeStyles({
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  field: { minWidth: 0, width: '100%' },
  button: { alignSelf: 'flex-start', '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What stands around the memo's text, and whether the organisation remembers it. */
export function SignatureStep(parts: { draft: Draft; overview: Overview; onDraft: (draft: Draft) => void }) {
  const styles = useStyles();
  const { memo } = useLaterText();
  const store = useStore();
  const { world, stuck } = useWorld();
  const [said, setSaid] = useState<'nothing' | 'notAllowed' | 'othersSaved'>('nothing');
  const { draft, overview } = parts;
  const { headings } = draft;
  const words = memo.fields;
  const { year, board } = overview;

  const setting = world.settings.get(memoSetting);
  const was = setting && !setting.removed ? setting.value : null;
  const to = rememberedOf(headings, year, rememberedIn(was));
  const refused = stuck.find(
    (one) =>
      one.command.do === 'saveSetting' &&
      one.command.settingKey === memoSetting &&
      one.stuck.why === 'failed' &&
      one.stuck.reason === 'forbidden',
  )?.command.key;

  // What the site does not let this person remember need not wait under "needs you": all of it stands in the draft.
  useEffect(() => {
    if (refused !== undefined) store.discard(refused);
  }, [store, refused]);
  if (refused !== undefined && said !== 'notAllowed') setSaid('notAllowed');

  function set(fields: Partial<Headings>) {
    parts.onDraft({ ...draft, headings: { ...headings, ...fields } });
  }

  async function remember() {
    setSaid('nothing');
    const refusal = await store.dispatch({
      do: 'saveSetting',
      year,
      roomKey: board.key,
      settingKey: memoSetting,
      was,
      to,
    });
    if (refusal) setSaid('othersSaved');
  }

  const line = (name: 'authorUnit' | 'authorName' | 'authorMail' | 'addressee' | 'diaryNumber' | 'title') => (
    <Field label={words[name]}>
      <Input
        className={styles.field}
        value={headings[name]}
        onChange={(_, { value }) => set({ [name]: value })}
      />
    </Field>
  );
  const signatory = (n: number, name: 'name' | 'title', label: string) => (
    <Field label={label}>
      <Input
        className={styles.field}
        value={headings.signatories[n]?.[name] ?? ''}
        onChange={(_, { value }) =>
          set({
            signatories: [0, 1].map((at) => ({
              ...(headings.signatories[at] ?? { name: '', title: '' }),
              ...(at === n ? { [name]: value } : {}),
            })),
          })
        }
      />
    </Field>
  );

  return (
    <div className={styles.fields}>
      <p className={styles.words}>{words.intro}</p>
      {line('authorUnit')}
      <div className={styles.pair}>
        {line('authorName')}
        {line('authorMail')}
        {line('addressee')}
        {line('diaryNumber')}
      </div>
      <Field label={words.day}>
        <Input
          className={styles.field}
          type="date"
          value={headings.day}
          onChange={(_, { value }) => (isDay(value) ? set({ day: value }) : undefined)}
        />
      </Field>
      {line('title')}
      {[0, 1].map((n) => (
        <div key={n} className={styles.pair}>
          {signatory(n, 'name', words.name(n + 1))}
          {signatory(n, 'title', words.role(n + 1))}
        </div>
      ))}
      <Field label={words.copies}>
        <Textarea
          className={styles.field}
          rows={3}
          resize="vertical"
          value={headings.copies.join('\n')}
          onChange={(_, { value }) => set({ copies: value.split('\n') })}
        />
      </Field>
      {was === to ? (
        <p className={styles.words}>{words.isRemembered}</p>
      ) : (
        <>
          <Button className={styles.button} onClick={() => void remember()}>
            {words.remember}
          </Button>
          <p className={styles.words} role="status">
            {said === 'nothing' ? words.rememberHint : words[said]}
          </p>
        </>
      )}
    </div>
  );
}
