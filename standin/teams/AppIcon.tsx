import { makeStyles, tokens } from '@fluentui/react-components';
import icon from '../../manifest/color.svg';

const useStyles = makeStyles({
  // The package's icon is a square; Teams rounds its corners itself.
  icon: { borderRadius: tokens.borderRadiusLarge },
});

/** The app's icon is decoration everywhere here: its name stands beside it. */
export function AppIcon({ size }: { size: number }) {
  return <img className={useStyles().icon} src={icon} width={size} height={size} alt="" />;
}
