import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Outcome } from '../environment.ts';
import { leaderOf } from '../organisation/leader.ts';
import { CopyText } from '../panel/CopyText.tsx';
import { letterOf, reminderMessage } from '../panel/messages.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Gap } from './gaps.ts';
import { useReminding } from './useReminding.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** A reminder to the head of a department: what they will read, one button, and what came of it. */
export function RemindDrawer(parts: { gap: Gap; year: number; boardKey: Key; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { host, linkTo } = useEnvironment();
  const { gap, year, boardKey } = parts;
  const { already, remind } = useReminding(year, boardKey);
  const [preview, setPreview] = useState<string>(text.gaps.messages[gap.kind]);
  const [outcome, setOutcome] = useState<Outcome | 'sending'>();
  const [isOpen, setIsOpen] = useState(true);
  // Two presses in one breath come before the screen has changed.
  const isSending = useRef(false);
  const close = useRef<HTMLElement>(null);
  const words = text.gaps.remind;
  const unit = world.units.get(gap.departmentKey);
  const title = unit?.title ?? gap.departmentKey;
  const recipient = unit ? leaderOf(unit) : null;
  const telling = { year, me: host.context.person, text, linkTo };
  const message = reminderMessage(
    { gap, place: { key: gap.departmentKey, title }, to: recipient, preview },
    telling,
  );
  // What was sent a moment ago is told by its own outcome.
  const earlier = recipient && outcome === undefined ? already(gap, recipient) : undefined;
  const canSend = recipient !== null && !earlier && (outcome === undefined || outcome === 'later');
  const needsText =
    recipient === null ||
    (earlier !== undefined && earlier.state !== 'sent') ||
    ['unclear', 'notAllowed', 'notFound'].includes(outcome ?? '');

  async function send(): Promise<void> {
    if (!recipient || isSending.current) return;
    isSending.current = true;
    setOutcome('sending');
    setOutcome(await remind(gap, recipient, message));
    isSending.current = false;
    // The button goes with what was sent; the focus must not go with it.
    if (document.activeElement === document.body) close.current?.focus();
  }

  return (
    <SideDrawer
      title={words.title(title)}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={
        <>
          {canSend ? (
            <Button appearance="primary" onClick={() => void send()}>
              {words.send(recipient.name)}
            </Button>
          ) : null}
          <Button
            ref={(button: HTMLElement | null) => {
              close.current = button;
            }}
            onClick={() => setIsOpen(false)}
          >
            {text.close}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.line}>{message.line}</p>
        <Field label={words.words} hint={words.what}>
          <Textarea
            rows={4}
            resize="vertical"
            maxLength={150}
            readOnly={!canSend && recipient !== null}
            value={preview}
            onChange={(_, { value }) => setPreview(value)}
          />
        </Field>
        <div role="status">
          {recipient === null ? <p>{words.nobody}</p> : null}
          {earlier && recipient ? (
            <p>{earlier.state === 'sent' ? words.already(recipient.name) : words.unclear}</p>
          ) : null}
          {outcome ? <p>{text.telling.outcomes[outcome]}</p> : null}
        </div>
        {needsText ? (
          <CopyText words={letterOf(message, text)} label={text.telling.copyOf(recipient?.name ?? title)} />
        ) : null}
      </div>
    </SideDrawer>
  );
}
