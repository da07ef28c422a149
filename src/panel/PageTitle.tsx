import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // The ramp's Title 3, as tokens: Fluent's own text component would weigh 2 KB in the entry for this one heading.
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

/** The one first-level heading of a screen. */
export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className={useStyles().title}>{children}</h1>;
}
