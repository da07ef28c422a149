import { makeStyles, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { appVersion } from './appVersion.ts';

const useStyles = makeStyles({
  line: {
    marginBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Which version runs here, where somebody sets up or asks for help. */
export function VersionLine() {
  return <p className={useStyles().line}>{useLaterText().version.is(appVersion)}</p>;
}
