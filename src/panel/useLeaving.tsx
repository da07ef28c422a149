import { useState } from 'react';

/** A drawer with something typed in it closes at the second asking; the first one says what would be lost. */
export function useLeaving(isWritten: boolean): {
  readonly isOpen: boolean;
  readonly isLeaving: boolean;
  readonly close: () => void;
  readonly dismiss: () => void;
  /** Something more was written: that was no yes. */
  readonly stay: () => void;
} {
  const [isOpen, setIsOpen] = useState(true);
  const [isAsked, setIsAsked] = useState(false);
  const isLeaving = isAsked && isWritten;
  const close = () => setIsOpen(false);
  return {
    isOpen,
    isLeaving,
    close,
    stay: () => setIsAsked(false),
    dismiss: () => (isWritten && !isLeaving ? setIsAsked(true) : close()),
  };
}
