import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import type { WindowLanguage } from './choice.ts';
import { StripField } from './StripField.tsx';
import { useText } from './text/useText.ts';

// A date field reports every keystroke that happens to make a day; the clock is moved when typing rests.
const typingRestsMs = 500;

const useStyles = makeStyles({
  place: { position: 'relative', display: 'flex' },
  day: {
    width: '128px',
    '@media (max-width: 899px)': { width: '100%' },
    '& input': { colorScheme: 'dark' },
    '& input:not(:focus)::-webkit-datetime-edit': { opacity: 0 },
  },
  // Browsers write a date in their own language; at rest it is said in the window's.
  spoken: {
    position: 'absolute',
    zIndex: 1,
    insetBlock: 0,
    left: '1px',
    display: 'none',
    alignItems: 'center',
    paddingLeft: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    pointerEvents: 'none',
    '@supports selector(::-webkit-datetime-edit)': { display: 'flex' },
    ':has(+ span input:focus)': { display: 'none' },
  },
});

const locales: Readonly<Record<WindowLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };

export function StripDay(props: { day: string; language: WindowLanguage; onDay: (day: string) => void }) {
  const { day, language, onDay } = props;
  const styles = useStyles();
  const text = useText();
  const [draft, setDraft] = useState(day);
  const [shownDay, setShownDay] = useState(day);
  if (shownDay !== day) {
    setShownDay(day);
    setDraft(day);
  }
  const move = useEffectEvent(onDay);
  useEffect(() => {
    if (draft === day || !/^20\d\d-/.test(draft)) return undefined;
    const rested = setTimeout(() => move(draft), typingRestsMs);
    return () => clearTimeout(rested);
  }, [draft, day]);

  const inWords = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return (
    <StripField label={text.day}>
      {(id) => (
        <span className={styles.place}>
          <span className={styles.spoken} aria-hidden="true">
            {inWords}
          </span>
          <Input
            id={id}
            type="date"
            size="small"
            appearance="filled-darker"
            className={styles.day}
            min="2000-01-01"
            max="2099-12-31"
            value={draft}
            onChange={(_, typed) => setDraft(typed.value)}
            onBlur={() => setDraft((now) => (now === '' ? day : now))}
          />
        </span>
      )}
    </StripField>
  );
}
