import { Button, makeStyles } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({ button: { '@media (pointer: coarse)': { minHeight: '44px' } } });

/** The way to a goal that the room lacks. */
export function AskButton({ onAsk }: { onAsk: () => void }) {
  const text = useLaterText();
  return (
    <Button size="small" appearance="subtle" className={useStyles().button} onClick={onAsk}>
      {text.asking.askFor}
    </Button>
  );
}
