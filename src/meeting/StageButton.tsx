import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShareScreenStartRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { subPageText } from '../panel/subPage.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  // Under the row of buttons that this one stands in.
  said: { order: 1, flexBasis: '100%' },
  words: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Shows the room on the meeting's big screen, or says why not. */
export function StageButton({ year, roomKey }: { year: number; roomKey: Key }) {
  const styles = useStyles();
  const text = useLaterText();
  const { host } = useEnvironment();
  const [isShown, setIsShown] = useState<boolean>();

  async function show() {
    setIsShown(undefined);
    setIsShown(await host.showOnStage(subPageText({ year, roomKey })));
  }

  return (
    <>
      <Button className={styles.button} icon={<ShareScreenStartRegular />} onClick={() => void show()}>
        {text.meeting.stage.show}
      </Button>
      <div role="status" className={styles.said}>
        {isShown === undefined ? null : (
          <p className={styles.words}>{isShown ? text.meeting.stage.showing : text.meeting.stage.refused}</p>
        )}
      </div>
    </>
  );
}
