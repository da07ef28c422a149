import { Button } from '@fluentui/react-components';
import { dayOf } from '../basics/day.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { handFile } from './handFile.tsx';
import { unsentFile } from './unsentFile.ts';
import { whyStuck } from './whyStuck.tsx';

/** Everything that is not sent, as a file: for who must leave the device, or has waited for too long. */
export function UnsentFileButton() {
  const text = useLaterText();
  const { now } = useEnvironment();
  const { world, waiting, stuck } = useWorld();

  function save() {
    const lines = [
      ...stuck.map((one) => ({ command: one.command, why: whyStuck(one.stuck, text) })),
      ...waiting.map((command) => ({ command, why: undefined })),
    ];
    const file = new Blob([unsentFile(lines, world, text)], { type: 'application/json' });
    handFile(`kaskad-${text.file.name}-${dayOf(now())}.json`, file);
  }

  return (
    <Button title={text.file.hint} onClick={save}>
      {text.file.save}
    </Button>
  );
}
