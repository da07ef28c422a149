import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ClockRegular,
  InfoRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { CopyText } from './CopyText.tsx';
import { letterOf, type Message } from './messages.ts';
import { canSend, type Told, useTelling } from './useTelling.tsx';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  // What the recipient will read looks like something that is quoted.
  reads: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  outcome: {
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

const icons: Readonly<Record<Told[string], typeof InfoRegular>> = {
  sending: ClockRegular,
  sent: CheckmarkCircleRegular,
  unclear: QuestionCircleRegular,
  later: ClockRegular,
  notAllowed: InfoRegular,
  notFound: InfoRegular,
};
/** More than these would push the page itself out of sight. */
const mostShown = 3;
/** What did not surely come through may be sent as a text, by hand. */
const needsText: readonly (Told[string] | undefined)[] = ['unclear', 'notAllowed', 'notFound'];

/**
 * Offers to tell people in their feed in Teams: who will be told, what they will read, one button, and what came of it.
 * What cannot be sent is offered as a text.
 */
export function TellPeople(parts: {
  messages: readonly Message[];
  onBegin?: () => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { told, isSending, tell } = useTelling();
  const close = useRef<HTMLElement>(null);
  const { messages } = parts;
  const open = messages.filter(({ id, to }) => to !== null && canSend(told[id]));
  const names = [...new Set(open.map(({ to }) => to?.name ?? ''))];
  const isBegun = Object.keys(told).length > 0;
  const [isShown, setIsShown] = useState(false);
  // Of many only what somebody has to do something about is listed, and what they will read when it is asked for.
  const isMany = messages.length > mostShown;
  const sent = isMany ? messages.filter(({ id }) => told[id] === 'sent') : [];
  const listed = messages.filter(
    (message) => !sent.includes(message) && (!isMany || isShown || isBegun || !message.to),
  );

  async function send() {
    parts.onBegin?.();
    await tell(messages);
    // The button goes with the last one told; the focus must not go with it.
    if (document.activeElement === document.body) close.current?.focus();
  }

  return (
    <div className={styles.place} role="group" aria-label={text.telling.title}>
      {!isBegun && names.length > 0 ? <span>{text.telling.offer(names)}</span> : null}
      <ul className={styles.list} aria-live="polite">
        {sent.length > 0 ? (
          <li className={mergeClasses(styles.row, styles.outcome)}>
            <CheckmarkCircleRegular aria-hidden className={styles.icon} />
            {text.telling.sentTo(sent.map(({ to, place }) => `${to?.name} (${place})`))}
          </li>
        ) : null}
        {listed.map((message) => (
          <li key={message.id} className={styles.row}>
            <MessageRow message={message} outcome={told[message.id]} isNamed={isBegun || names.length > 1} />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {names.length > 0 || isSending ? (
          <Button className={styles.button} disabledFocusable={isSending} onClick={() => void send()}>
            {isSending ? text.telling.outcomes.sending : text.telling.tell(names)}
          </Button>
        ) : null}
        {isMany && !isBegun && names.length > 0 ? (
          <Button
            className={styles.button}
            appearance="subtle"
            aria-expanded={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? text.telling.hide : text.telling.show}
          </Button>
        ) : null}
        <Button
          ref={(button: HTMLElement | null) => {
            close.current = button;
          }}
          className={styles.button}
          // Alone it stands as a button; beside the one that sends it steps back.
          appearance={names.length > 0 || isSending ? 'subtle' : 'secondary'}
          onClick={parts.onClose}
        >
          {isBegun || names.length === 0 ? text.close : text.asking.notNow}
        </Button>
      </div>
    </div>
  );
}

function MessageRow(parts: { message: Message; outcome: Told[string] | undefined; isNamed: boolean }) {
  const styles = useStyles();
  const text = useLaterText();
  const { message, outcome } = parts;
  const { to, place, line, preview } = message;
  const Icon = outcome ? icons[outcome] : undefined;
  return (
    <>
      {to && parts.isNamed ? (
        <span className={styles.name}>{place === '' ? to.name : `${to.name}, ${place}`}</span>
      ) : null}
      {to ? null : <span>{text.telling.nobody(place)}</span>}
      {outcome === undefined || needsText.includes(outcome) || outcome === 'later' ? (
        <p className={styles.reads}>
          {line}
          <br />
          {preview}
        </p>
      ) : null}
      {outcome && Icon ? (
        <span className={styles.outcome}>
          <Icon aria-hidden className={styles.icon} />
          {text.telling.outcomes[outcome]}
        </span>
      ) : null}
      {!to || needsText.includes(outcome) ? (
        <CopyText words={letterOf(message, text)} label={text.telling.copyOf(to?.name ?? place)} />
      ) : null}
    </>
  );
}
