import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { asMarkup, asText, mapTable } from './mapTable.ts';
import type { Overview, OverviewCell, OverviewRow } from './overview.ts';
import { OverviewCards } from './OverviewCards.tsx';
import { filtered, type OverviewFilter, themesOf } from './overviewFilter.ts';
import { OverviewMap } from './OverviewMap.tsx';
import { useIsNarrow } from '../panel/useIsNarrow.tsx';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  filter: { display: 'flex', flexDirection: 'column', fontSize: tokens.fontSizeBase200, minWidth: 0 },
  push: { flexGrow: 1 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

type Filters = Required<{ [F in keyof OverviewFilter]: string }>;

/** The map with what it is narrowed by, and the ways to take it along. */
export function MapView(parts: {
  overview: Overview;
  filter: OverviewFilter;
  onFilter: (filter: OverviewFilter) => void;
  onCell: (row: OverviewRow, cell: OverviewCell) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const { overview: words } = useLaterText();
  const [said, setSaid] = useState('');
  const isNarrow = useIsNarrow(480);
  const { overview, filter, onFilter } = parts;
  const shown = filtered(overview, filter);
  const { filters } = words;

  const choice = (name: keyof Filters, label: string, options: readonly (readonly [string, string])[]) => (
    <label className={styles.filter}>
      {label}
      <Select
        size="small"
        value={filter[name] ?? ''}
        onChange={(_, { value }) => {
          const { [name]: _before, ...others } = filter;
          onFilter(value === '' ? others : { ...others, [name]: value });
        }}
      >
        <option value="">{filters.all}</option>
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </Select>
    </label>
  );

  async function copy(): Promise<void> {
    const cell = (row: OverviewRow, one: OverviewCell) =>
      row.isCounted
        ? [words.held(one, row.units.length > 0), words.work(one)].filter(Boolean).join(', ')
        : words.notCounted;
    const table = mapTable(shown, { department: words.department, cell });
    const as = (kind: string, content: string) => [kind, new Blob([content], { type: kind })] as const;
    try {
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries([as('text/plain', asText(table)), as('text/html', asMarkup(table))]),
        ),
      ]);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  }

  return (
    <>
      <div className={styles.tools} role="group" aria-label={filters.title}>
        {themesOf(overview).length > 1
          ? choice(
              'theme',
              filters.theme,
              themesOf(overview).map((theme) => [theme, theme] as const),
            )
          : null}
        {choice('character', filters.character, [
          ['operational', filters.operational],
          ['administrative', filters.administrative],
        ])}
        {choice('status', filters.status, Object.entries(words.statuses))}
        <span className={styles.push} />
        <span role="status">{said}</span>
        <Button className={styles.button} size="small" onClick={() => void copy()}>
          {words.copyTable}
        </Button>
        <Button className={styles.button} size="small" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {shown.departments.length === 0 ? (
        <>
          <EmptyRows>{filters.nothing}</EmptyRows>
          <Button onClick={() => onFilter({})}>{filters.clear}</Button>
        </>
      ) : isNarrow ? (
        <OverviewCards overview={shown} onCell={parts.onCell} onRoom={parts.onRoom} />
      ) : (
        <OverviewMap overview={shown} onCell={parts.onCell} onRoom={parts.onRoom} />
      )}
    </>
  );
}
