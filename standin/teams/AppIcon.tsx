import icon from '../../manifest/color.svg';

/** The app's icon is decoration everywhere here: its name stands beside it. */
export function AppIcon({ size }: { size: number }) {
  return <img src={icon} width={size} height={size} alt="" />;
}
