import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { LaterText } from '../text/svLater.ts';
import { PageTitle } from '../panel/PageTitle.tsx';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '60ch', paddingTop: tokens.spacingVerticalXXL },
  body: { marginBlock: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  details: { marginTop: tokens.spacingVerticalXL, color: tokens.colorNeutralForeground3 },
  report: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

type Page<T> = { [K in keyof T]: T[K] extends { title: string; body: string } ? K : never }[keyof T];

/** The states that the tab can be in without being able to show its records. */
export type TroubleName = Page<LaterText['trouble']>;

/** One pattern for every broken state: what is missing, who can mend it, the step as a button, the detail folded away. */
export function TroublePage(parts: {
  trouble: TroubleName;
  /** Technical facts for whoever helps: no names, no tokens. `undefined` where nothing is broken. */
  report?: string;
  onAgain?: () => void;
  onReload?: () => void;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { title, body } = text.trouble[parts.trouble];
  return (
    <main className={styles.page}>
      <PageTitle>{title}</PageTitle>
      <p className={styles.body}>{body}</p>
      <div className={styles.buttons}>
        {parts.children}
        {parts.onAgain ? (
          <Button appearance={parts.children ? 'secondary' : 'primary'} onClick={parts.onAgain}>
            {text.trouble.again}
          </Button>
        ) : null}
        {parts.onReload ? (
          <Button appearance="primary" onClick={parts.onReload}>
            {text.trouble.reload}
          </Button>
        ) : null}
      </div>
      {parts.report === undefined ? null : <Report report={parts.report} />}
    </main>
  );
}

function Report({ report }: { report: string }) {
  const styles = useStyles();
  const text = useLaterText();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <details className={styles.details}>
      <summary>{text.trouble.details}</summary>
      <p className={styles.report}>{report}</p>
      <Button
        size="small"
        onClick={() => {
          void navigator.clipboard?.writeText(report).then(() => setIsCopied(true));
        }}
      >
        {isCopied ? text.trouble.copied : text.trouble.report}
      </Button>
    </details>
  );
}
