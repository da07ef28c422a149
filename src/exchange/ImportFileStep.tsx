import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUploadRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { handFile } from '../panel/handFile.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type ImportKind, importKinds } from './importFields.ts';
import { templateWords } from './importWords.tsx';
import { templateOf } from './template.ts';
import type { FileState, ImportFile } from './useImportFile.tsx';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, maxWidth: '640px' },
  radio: { '@media (pointer: coarse)': { minHeight: '44px' } },
  line: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalL,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  words: { margin: 0 },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  template: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What is to be read in, and from which file. */
export function ImportFileStep(parts: {
  kind: ImportKind;
  file: ImportFile;
  onKind: (kind: ImportKind) => void;
}) {
  const styles = useStyles();
  const { importing: words } = useLaterText();
  const { kind, file } = parts;
  const input = useRef<HTMLInputElement>(null);
  const { state, sheet, head } = file;
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) void file.open(first);
  };
  return (
    <div className={styles.step}>
      <Field label={words.what}>
        <RadioGroup value={kind} onChange={(_, { value }) => parts.onKind(value as ImportKind)}>
          {importKinds.map((one) => (
            <Radio
              key={one}
              value={one}
              className={styles.radio}
              label={
                <>
                  {words.kinds[one]}
                  <span className={styles.line}>{words.kindLines[one]}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <TemplateButton kind={kind} />
      <div role="group" aria-label={words.file} className={styles.box}>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={words.choose}
          accept=".xlsx,.csv,.tsv,.txt"
          onChange={(event) => {
            take(event.target.files);
            // The same file, mended, can be chosen once more.
            event.target.value = '';
          }}
        />
        {state.at === 'read' ? <p className={styles.name}>{state.name}</p> : null}
        <div role="status">
          {state.at === 'reading' ? <Spinner size="tiny" label={words.reading} /> : null}
          {head ? <p className={styles.words}>{words.chosen(head.rows.length)}</p> : null}
          {sheet && sheet.merged > 0 ? <p className={styles.words}>{words.merged(sheet.merged)}</p> : null}
        </div>
        <Button
          className={styles.button}
          appearance={state.at === 'read' ? 'secondary' : 'primary'}
          icon={<ArrowUploadRegular />}
          disabledFocusable={state.at === 'reading'}
          onClick={() => input.current?.click()}
        >
          {state.at === 'read' ? words.chooseOther : words.choose}
        </Button>
        <p className={styles.quiet}>{words.fileHint}</p>
        <div role="alert">
          {troubleWords(state) ? <p className={styles.problem}>{troubleWords(state)}</p> : null}
        </div>
        {state.at === 'read' && state.sheets.length > 1 ? (
          <Field label={words.sheet}>
            <Select
              value={String(Math.max(0, sheet ? state.sheets.indexOf(sheet) : 0))}
              onChange={(_, { value }) => file.chooseSheet(Number(value))}
            >
              {state.sheets.map(({ name }, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
    </div>
  );

  function troubleWords(its: FileState): string {
    if (its.at === 'notRead') return words.files.notRead;
    if (its.at !== 'refused') return '';
    const { problem, count } = its.refusal;
    const isCounted = problem === 'tooManyRows';
    return isCounted ? `${words.rowsIn(count)} ${words.files[problem]}` : words.files[problem];
  }
}

/** A file to fill in. In the mobile apps nothing can be downloaded. */
function TemplateButton({ kind }: { kind: ImportKind }) {
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const { isMobile } = useEnvironment().host.context;
  const [made, setMade] = useState<'templateMade' | 'templateNotMade'>();
  if (isMobile) return null;

  async function make(): Promise<void> {
    try {
      const { filesOf } = await import('./files.ts');
      const files = await filesOf(templateOf(kind, templateWords(kind, text)), 'xlsx', [
        words.templates.files[kind],
      ]);
      for (const { name, content } of files) handFile(name, content);
      setMade('templateMade');
    } catch {
      setMade('templateNotMade');
    }
  }

  return (
    <div className={styles.template}>
      <Button className={styles.button} icon={<ArrowDownloadRegular />} onClick={() => void make()}>
        {words.template}
      </Button>
      <p className={styles.quiet}>{words.templateHint}</p>
      <div role="status" className={styles.quiet}>
        {made ? words[made] : ''}
      </div>
    </div>
  );
}
