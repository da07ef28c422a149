import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type SubPage, subPageText } from './subPage.ts';
import { useClipboard } from './useClipboard.tsx';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  said: { marginBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  field: {
    boxSizing: 'border-box',
    display: 'block',
    width: '100%',
    maxWidth: '560px',
    marginBottom: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
  },
});

type Parts = { page: SubPage; label: string };

/** A link to what stands open, for a mail or a chat. */
export function CopyLink(parts: Parts) {
  const styles = useStyles();
  const text = useLaterText();
  const [times, setTimes] = useState(0);
  return (
    <div>
      <Button
        size="small"
        appearance="subtle"
        icon={<LinkRegular />}
        className={styles.button}
        onClick={() => setTimes(times + 1)}
      >
        {text.panel.copyLink}
      </Button>
      {times > 0 ? <CopiedLink key={times} {...parts} /> : null}
    </div>
  );
}

/** Copies the link as it comes into sight, and says so. */
export function CopiedLink({ page, label }: Parts) {
  const styles = useStyles();
  const text = useLaterText();
  const { host, linkTo } = useEnvironment();
  const subPage = subPageText(page);
  const link = host.ownLink?.(subPage) ?? linkTo(subPage, label);
  const { state, field, copy } = useClipboard<HTMLInputElement>(link);
  const isBegun = useRef(false);

  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void copy();
  });

  return (
    <div className={styles.said}>
      {state === 'shown' ? (
        <input
          ref={field}
          className={styles.field}
          aria-label={text.panel.link}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      <span role="status">
        {state === 'copied'
          ? `${text.panel.linkCopied} ✓`
          : state === 'shown'
            ? text.panel.linkSelected
            : null}
      </span>
    </div>
  );
}
