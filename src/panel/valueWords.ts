import type { Clash, Value } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { FullText } from '../text/svLater.ts';
import type { Unit } from '../organisation/unit.ts';
import type { World } from '../world.ts';

type FieldName = keyof FullText['clash']['fields'];

/** What a field is called on the screens. */
export function fieldWords(name: string, { clash }: FullText, list?: Clash['list']): string {
  // What is set for everybody has a value, too, and it is no outcome.
  if (list === 'settings') return clash.fields.other;
  if (name === 'title' && list && listsOfNames.has(list)) return clash.fields.name;
  return name in clash.fields ? clash.fields[name as FieldName] : clash.fields.other;
}

/** What is called by a name, and not by what is done. */
const listsOfNames: ReadonlySet<Clash['list']> = new Set([
  'units',
  'goals',
  'stageGoals',
  'indicators',
  'periods',
]);

/** The fields that a person can tell apart: an id changes together with the name that it belongs to. */
export function shownFields(clash: Clash): [string, { readonly mine: Value; readonly theirs: Value }][] {
  const all = Object.entries(clash.fields);
  const shown = all.filter(([name]) => name !== 'responsibleId');
  return shown.length > 0 ? shown : all;
}

/** A field's value as the screens say it: goals by their titles, states and kinds by their words, days as dates. */
export function valueWords(
  clash: Pick<Clash, 'list'>,
  name: string,
  value: Value,
  world: World,
  text: FullText,
): string {
  if (value === null || value === '') return text.clash.empty;
  switch (name) {
    case 'goalKeys':
      return Array.isArray(value) && value.length > 0
        ? value.map((key) => goalTitle(world, String(key))).join(', ')
        : text.clash.empty;
    case 'stageGoalKey':
      return world.stageGoals.get(asText(value))?.title ?? asText(value);
    case 'kind':
      return wordOf(clash.list === 'periods' ? text.periods.form.kinds : text.activities.kinds, value);
    case 'state':
      return wordOf(
        clash.list === 'goals'
          ? text.goalsPage.states
          : clash.list === 'assignments'
            ? text.clash.assignmentStates
            : text.activities.states,
        value,
      );
    case 'goalKey':
      return goalTitle(world, asText(value));
    case 'character':
      return wordOf(text.organisation.characters, value);
    case 'heads':
      return headWords(value, text);
    case 'active':
      return value === true ? text.clash.present : text.organisation.closed;
    case 'isMeasured':
    case 'isCarried':
      return value === true ? text.goalsPage.yes : text.goalsPage.no;
    case 'direction':
      return wordOf(text.goalsPage.indicator.directions, value);
    case 'consultation':
      return wordOf(text.clash.consultations, value);
    case 'parentKey':
    case 'unitKey':
      return world.units.get(asText(value))?.title ?? asText(value);
    case 'handedOver':
    case 'starts':
    case 'ends':
    case 'due':
    case 'dueOn':
    case 'boardMeetingOn':
      return text.date(asText(value));
    case 'baselineValue':
    case 'targetValue':
    case 'value':
      // Two values that differ in their last decimal must look different.
      return typeof value === 'number'
        ? new Intl.NumberFormat(text.language, { maximumFractionDigits: 20 }).format(value)
        : asText(value);
    case 'removed':
      return value === true ? text.clash.removed : text.clash.present;
    default:
      return asText(value);
  }
}

function headWords(value: Value, text: FullText): string {
  const { nobody, roles } = text.organisation.form;
  const heads = value as Unit['heads'];
  const named = (['head', 'acting', 'delegate'] as const).flatMap((role) => {
    const name = heads[role]?.name;
    return name === undefined ? [] : `${roles[role]}: ${name}`;
  });
  return named.length > 0 ? named.join('\n') : nobody;
}

function goalTitle(world: World, key: Key): string {
  return world.goals.get(key)?.title ?? key;
}

function wordOf(words: Readonly<Record<string, string>>, value: Value): string {
  return words[asText(value)] ?? asText(value);
}

/** What no screen shows in words is at least shown. */
function asText(value: Value): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
