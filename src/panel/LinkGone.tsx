import { useLaterText } from '../text/useLaterText.tsx';
import { Notice } from './Notice.tsx';

/** A link has led to less than it named; nobody is to wonder why. */
export function LinkGone({ onClose }: { onClose: () => void }) {
  const text = useLaterText();
  return <Notice words={text.panel.linkGone} action={text.close} onAction={onClose} />;
}
