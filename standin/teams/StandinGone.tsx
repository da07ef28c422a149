import {
  Button,
  FluentProvider,
  makeStyles,
  teamsLightTheme,
  Text,
  tokens,
} from '@fluentui/react-components';
import { windowTexts } from './text/useText.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
});

/** Shown when the window cannot even learn who there is to be. No language is chosen yet: the source's. */
export function StandinGone({ onTryAgain }: { onTryAgain: () => void }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={teamsLightTheme}>
      <main className={styles.page}>
        <Text size={400}>{windowTexts.sv.standinGone}</Text>
        <Button appearance="primary" onClick={onTryAgain}>
          {windowTexts.sv.tryAgain}
        </Button>
      </main>
    </FluentProvider>
  );
}
