import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { type FactName, type Facts, saidAs } from './facts.ts';

const useStyles = makeStyles({
  headline: {
    margin: 0,
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    textWrap: 'pretty',
    '@media print': { marginBottom: tokens.spacingVerticalL },
  },
  number: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textDecorationStyle: 'dotted',
    '@media print': { color: 'inherit', textDecorationLine: 'none' },
  },
});

/** The memo's own sentences; each number opens the rows behind it. */
export function Headline({ facts, onOpen }: { facts: Facts; onOpen: (name: FactName) => void }) {
  const styles = useStyles();
  const { overview } = useLaterText();
  return (
    <p className={styles.headline}>
      {overview.headline(facts).map((sentence) => (
        <span key={saidAs(sentence)}>
          {sentence.map((part, n) =>
            typeof part === 'string' ? (
              part
            ) : (
              // Two parts of a sentence may say the same words.
              <Link
                key={`${part.of} ${n}`}
                inline
                as="button"
                className={styles.number}
                onClick={() => onOpen(part.of)}
              >
                {part.words}
              </Link>
            ),
          )}{' '}
        </span>
      ))}
    </p>
  );
}
