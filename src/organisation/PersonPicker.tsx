import {
  Field,
  makeStyles,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Person } from '../basics/person.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  control: { minWidth: 0, width: '100%' },
  list: { maxHeight: '320px', overflowY: 'auto' },
  option: { overflowWrap: 'anywhere', '@media (pointer: coarse)': { minHeight: '44px' } },
  tag: { minWidth: 0, maxWidth: '100%' },
});

/** Without an id: somebody whom the directory does not know. */
export type Someone = { readonly id: string | null; readonly name: string };

export type PickerParts = {
  id: string;
  me: Person;
  value: Someone | null;
  /** What the person is to be; the one who is responsible unless told. */
  label?: string;
  onChoose: (someone: Someone | null) => void;
};

type Found = Awaited<ReturnType<ReturnType<typeof useEnvironment>['findPeople']>>;
type Answer = { readonly to: string; readonly people: Found | 'unreachable' };

/** What is typed is looked for once the fingers rest. */
const restMs = 250;
/** A single line of text in SharePoint. */
const longestName = 255;
const asText = 'as-text';

/** One person: found in the directory, or by name alone when it does not know them or cannot be asked. Empty is nobody. */
export function PersonPicker({ id, me, value, label, onChoose }: PickerParts) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.logging.person;
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [before, setBefore] = useState<Someone | null>(value);
  const answer = usePeople(typed.trim());

  // Whoever asked to change it wants to write. Fluent's input gives no typed ref.
  useEffect(() => document.getElementById(id)?.focus(), [id]);

  const name = typed.trim();
  const found = answer && answer.people !== 'unreachable' ? answer.people : [];
  const isMine = name !== '' && me.name.toLowerCase().includes(name.toLowerCase());
  const suggestsMe = name === '' ? value?.id !== me.id : isMine && !found.some((one) => one.id === me.id);

  function choose(someone: Someone | null) {
    setTyped('');
    setBefore(someone);
    onChoose(someone);
  }

  function type(next: string) {
    if (typed === '') setBefore(value);
    setTyped(next);
    // Pasted and dictated words come without a key that would open the list.
    setIsOpen(true);
    const written = next.trim();
    // What was there is back when the field is emptied again; only taking its tag away makes it nobody.
    onChoose(written === '' ? (typed === '' ? value : before) : named(written));
  }

  /** A name that one person alone has is that person. */
  function named(written: string): Someone {
    const alike = found.filter((one) => one.name.toLowerCase() === written.toLowerCase());
    const [only] = alike;
    return only && alike.length === 1 ? { id: only.id, name: only.name } : { id: null, name: written };
  }

  function select(chosen: string) {
    if (chosen === asText) return choose({ id: null, name });
    if (chosen === me.id) return choose({ id: me.id, name: me.name });
    const person = found.find((one) => one.id === chosen);
    if (person) return choose({ id: person.id, name: person.name });
    // A tag of the chosen one was taken away.
    return choose(null);
  }

  const shown = name === '' ? value : null;
  const tagValue = shown && `tag-${shown.id ?? shown.name}`;
  const hint =
    answer?.people === 'unreachable'
      ? words.unreachable
      : answer && found.length === 0 && !isMine
        ? words.unknown
        : value && value.id === null && name === ''
          ? words.isText
          : null;

  return (
    <Field validationState="none" validationMessage={hint}>
      <TagPicker
        selectedOptions={tagValue === null ? [] : [tagValue]}
        open={isOpen}
        onOpenChange={(_, data) => setIsOpen(data.open)}
        onOptionSelect={(_, data) => select(data.value)}
      >
        <TagPickerControl
          className={styles.control}
          expandIcon={{ children: <ChevronDownRegular />, 'aria-label': words.show }}
        >
          <TagPickerGroup aria-label={words.chosen}>
            {shown && tagValue !== null ? (
              <Tag
                key={tagValue}
                value={tagValue}
                className={styles.tag}
                aria-label={words.remove(shown.name)}
              >
                {shown.id === me.id ? text.logging.me : shown.name}
              </Tag>
            ) : null}
          </TagPickerGroup>
          <TagPickerInput
            id={id}
            aria-label={label ?? text.change.responsible}
            maxLength={longestName}
            value={typed}
            onChange={(event) => type(event.target.value)}
            onBlur={() => {
              if (name !== '') choose(named(name));
              else setTyped('');
            }}
          />
        </TagPickerControl>
        <TagPickerList aria-label={words.suggestions} className={styles.list}>
          {suggestsMe ? (
            <TagPickerOption
              className={styles.option}
              value={me.id}
              text={me.name}
              secondaryContent={me.name}
            >
              {text.logging.me}
            </TagPickerOption>
          ) : null}
          {found.map((person) => (
            <TagPickerOption
              key={person.id}
              className={styles.option}
              value={person.id}
              text={person.name}
              {...(person.title === '' ? {} : { secondaryContent: person.title })}
            >
              {person.name}
            </TagPickerOption>
          ))}
          {answer === undefined ? null : (
            <TagPickerOption className={styles.option} value={asText} text={name}>
              {words.asText(name)}
            </TagPickerOption>
          )}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}

/** People by what is typed, once it has rested; an answer to something else is no answer. */
function usePeople(typed: string): Answer | undefined {
  const { findPeople } = useEnvironment();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    if (typed === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      findPeople(typed).then(
        (people) => isWanted && setAnswer({ to: typed, people }),
        () => isWanted && setAnswer({ to: typed, people: 'unreachable' }),
      );
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, findPeople]);
  return answer?.to === typed ? answer : undefined;
}
