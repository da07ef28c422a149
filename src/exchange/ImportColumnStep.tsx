import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { textIn } from './cellValues.ts';
import { importFields, type ImportKind } from './importFields.ts';
import { fieldWords } from './importWords.tsx';
import { columnLetter, type Headed, unmapped } from './mapping.ts';
import type { ImportFile } from './useImportFile.tsx';

const useStyles = makeStyles({
  words: { marginTop: 0, maxWidth: '640px' },
  quiet: { color: tokens.colorNeutralForeground3, maxWidth: '640px' },
  problem: { color: tokens.colorStatusDangerForeground1, maxWidth: '640px' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    maxWidth: '960px',
  },
  select: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** Which column of the file is what. */
export function ImportColumnStep({ kind, file, head }: { kind: ImportKind; file: ImportFile; head: Headed }) {
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const { mapping } = file;
  const twice = [...new Set(head.columns.filter(({ isTwice }) => isTwice).map(({ title }) => title))];
  const missing = unmapped(kind, mapping);
  const sampleOf = (at: number | undefined) => {
    const row = at === undefined ? undefined : head.rows.find(({ cells }) => textIn(cells[at]) !== '');
    return at === undefined || !row ? '' : textIn(row.cells[at]).slice(0, 60);
  };
  return (
    <>
      <p className={styles.words}>{words.columnsIntro}</p>
      <p className={styles.quiet}>{words.emptyCell}</p>
      <div role="status">
        {twice.length > 0 ? <p className={styles.words}>{words.twice(twice.join(', '))}</p> : null}
        {missing.length > 0 ? (
          <p className={styles.problem}>
            {words.missingColumns(missing.map((field) => fieldWords(kind, field, text)).join(', '))}
          </p>
        ) : null}
      </div>
      <div className={styles.fields}>
        {importFields[kind].map(({ name, isNeeded }) => {
          const at = mapping[name];
          const sample = sampleOf(at);
          return (
            <Field
              key={name}
              label={fieldWords(kind, name, text)}
              required={isNeeded === true}
              hint={sample === '' ? null : words.sample(sample)}
            >
              <Select
                className={styles.select}
                value={at === undefined ? '' : String(at)}
                onChange={(_, { value }) => file.map(name, value === '' ? undefined : Number(value))}
              >
                <option value="">{words.none}</option>
                {head.columns.map((column) => (
                  <option key={column.at} value={column.at}>
                    {column.isTwice ? words.column(column.title, columnLetter(column.at)) : column.title}
                  </option>
                ))}
              </Select>
            </Field>
          );
        })}
      </div>
    </>
  );
}
