import { FluentProvider, makeStyles, type Theme, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Environment } from './environment.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Rooms } from './Rooms.tsx';
import { useIsPrinting } from './panel/useIsPrinting.tsx';
import type { Store } from './sync/snapshot.ts';
import { StoreContext } from './sync/useWorld.ts';
import type { Text } from './text/sv.ts';
import { TextProvider } from './text/TextProvider.tsx';
import { lightTheme } from './lightTheme.ts';
import { fluentThemeOf } from './themes.ts';
import { EnvironmentContext } from './useEnvironment.tsx';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    paddingBlock: tokens.spacingVerticalXL,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (min-width: 301px) and (max-width: 640px)': {
      paddingBlock: tokens.spacingVerticalM,
      paddingInline: tokens.spacingHorizontalL,
    },
    // The meeting's side panel puts its own 20 px around our 280.
    '@media (max-width: 300px)': {
      paddingBlock: tokens.spacingVerticalS,
      paddingInline: tokens.spacingHorizontalXXS,
    },
  },
  content: { maxWidth: '960px', marginInline: 'auto' },
});

/** The whole tab, in the host's theme and the user's language. */
export function App(parts: { environment: Environment; store: Store; text: Text; theme: Theme }) {
  const { environment, store, text } = parts;
  const [theme, setTheme] = useState(parts.theme);
  const isPrinting = useIsPrinting();

  useEffect(() => {
    // What the browser draws itself, such as the calendar of a date field, follows Teams and not the machine.
    document.documentElement.style.colorScheme =
      theme.colorNeutralBackground1 === lightTheme.colorNeutralBackground1 ? 'light' : 'dark';
  }, [theme]);

  useEffect(() => {
    environment.host.onThemeChange((next) => void fluentThemeOf(next).then(setTheme));
    // The first useful frame is on screen: the host may take its own loading sign away.
    environment.host.notifySuccess();
  }, [environment]);

  return (
    // Paper is white whatever the screen is, and browsers print words but not what lies behind them.
    <FluentProvider theme={isPrinting ? lightTheme : theme}>
      <TextProvider text={text}>
        <Page>
          <EnvironmentContext value={environment}>
            <ErrorBoundary>
              <StoreContext value={store}>
                <Rooms />
              </StoreContext>
            </ErrorBoundary>
          </EnvironmentContext>
        </Page>
      </TextProvider>
    </FluentProvider>
  );
}

/** What stands in the way before there is an environment at all. */
export function Bare({ text, children }: { text: Text; children: React.ReactNode }) {
  return (
    <FluentProvider theme={lightTheme}>
      <TextProvider text={text}>
        <Page>{children}</Page>
      </TextProvider>
    </FluentProvider>
  );
}

/** Inside the provider: a drawer's own layer repeats the provider's classes, and would cover the page with its height. */
function Page({ children }: { children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
