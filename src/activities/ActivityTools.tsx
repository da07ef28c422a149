import { Button, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { everything, listed, type View } from './activityFilter.ts';

/** What the reader has chosen to see, and the rule that finds it. */
export type Chosen = { readonly view: View; readonly listed: typeof listed };

const touch = '@media (pointer: coarse)';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
  },
  whose: { display: 'flex', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  choice: {
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalS,
    border: 'none',
    borderBottom: `${tokens.strokeWidthThick} solid transparent`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [touch]: { minHeight: '44px', minWidth: '44px' },
  },
  // The line and the weight say it, too.
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
  },
  search: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '140px',
    minWidth: 0,
    maxWidth: '320px',
    [touch]: { minHeight: '44px' },
  },
  order: { marginInlineStart: 'auto', minWidth: 0, [touch]: { '& select': { height: '44px' } } },
  hits: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  clear: { [touch]: { minHeight: '44px' } },
});

const whose = ['all', 'mine', 'waiting'] as const;

/** Whose activities, which words, and in which order. */
export function ActivityTools(parts: {
  chosen: Chosen | undefined;
  hasUnits: boolean;
  /** How many are found, of how many. */
  found: number;
  all: number;
  onChoose: (chosen: Chosen | undefined) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.panel.tools;
  const search = useRef<HTMLInputElement>(null);
  const view = parts.chosen?.view ?? everything;
  const isNarrowed = view.whose !== 'all' || view.search.trim() !== '';
  const choose = (wanted: Partial<View>) => parts.onChoose({ view: { ...view, ...wanted }, listed });
  const orders = (['latest', 'goal', 'unit'] as const).filter((order) => order !== 'unit' || parts.hasUnits);
  return (
    <>
      <div className={styles.tools}>
        <div role="group" aria-label={words.whose} className={styles.whose}>
          {whose.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={view.whose === one}
              className={mergeClasses(styles.choice, view.whose === one && styles.chosen)}
              onClick={() => choose({ whose: one })}
            >
              {words[one]}
            </button>
          ))}
        </div>
        <Input
          type="search"
          className={styles.search}
          input={{ ref: search }}
          aria-label={words.search}
          placeholder={words.searchShort}
          contentBefore={<SearchRegular aria-hidden />}
          value={view.search}
          onChange={(_, { value }) => choose({ search: value })}
        />
        <Select
          className={styles.order}
          aria-label={words.order}
          value={view.order}
          onChange={(_, { value }) => choose({ order: orders.find((order) => order === value) ?? 'latest' })}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {words.orders[order]}
            </option>
          ))}
        </Select>
      </div>
      <div role="status" className={styles.hits}>
        {isNarrowed ? (
          <>
            {parts.found === 0 ? words.noHits : words.shown(parts.found, parts.all)}
            <Button
              size="small"
              appearance="subtle"
              className={styles.clear}
              onClick={() => {
                // The button goes away with what it takes away; the focus must not go with it.
                search.current?.focus();
                choose({ whose: 'all', search: '' });
              }}
            >
              {words.clear}
            </Button>
          </>
        ) : null}
      </div>
    </>
  );
}
