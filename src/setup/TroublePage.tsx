import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LaterText } from '../text/svLater.ts';
import { PageTitle } from '../panel/PageTitle.tsx';
import { SignInBy } from '../panel/SignInButton.tsx';
import { useClipboard } from '../panel/useClipboard.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { appVersion } from './appVersion.ts';

const useStyles = makeStyles({
  page: { maxWidth: '60ch', paddingTop: tokens.spacingVerticalXXL },
  body: { marginBlock: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  details: { marginTop: tokens.spacingVerticalXL, color: tokens.colorNeutralForeground3 },
  field: { display: 'block', boxSizing: 'border-box', width: '100%', marginTop: tokens.spacingVerticalXS },
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
  /** Outside of Teams, while nobody is signed in: the way to where one signs in, and what came of the last try. */
  alone?: { readonly signIn: (() => Promise<void>) | undefined; readonly cause?: unknown } | undefined;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { title, body } = text.trouble[parts.trouble];
  const signIn = parts.alone?.signIn;
  return (
    <main className={styles.page}>
      <PageTitle>{title}</PageTitle>
      <p className={styles.body}>{body}</p>
      {parts.trouble === 'configuration' ? <p>{text.trouble.wrongIn(wrongIn(parts.report))}</p> : null}
      <div className={styles.buttons}>
        {parts.children}
        {signIn ? (
          <SignInBy label={text.signIn.workAccount} signIn={signIn} before={parts.alone?.cause} />
        ) : null}
        {parts.onAgain && !signIn ? (
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
      {parts.report === undefined || signIn ? null : (
        <Report report={`${parts.report}\nversion: ${appVersion}`} />
      )}
    </main>
  );
}

function Report({ report }: { report: string }) {
  const styles = useStyles();
  const text = useLaterText();
  const { state, field, copy } = useClipboard<HTMLTextAreaElement>(report);
  return (
    <details className={styles.details}>
      <summary>{text.trouble.details}</summary>
      <p className={styles.report}>{report}</p>
      <Button size="small" onClick={() => void copy()}>
        {state === 'copied' ? text.trouble.copied : text.trouble.report}
      </Button>
      {state === 'shown' ? (
        <textarea
          ref={field}
          className={styles.field}
          aria-label={text.trouble.report}
          readOnly
          rows={4}
          value={report}
        />
      ) : null}
    </details>
  );
}

/** What of config.json is wrong, out of what ConfigurationWrong says. */
function wrongIn(report: string | undefined): string {
  return /config\.json: (.+)$/m.exec(report ?? '')?.[1] ?? '';
}
