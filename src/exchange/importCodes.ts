import { slugOf } from '../basics/slug.ts';

/** A word of a file, for looking it up: case, accents, spaces and signs are no difference. */
export function plainWord(word: string): string {
  return slugOf(word).replaceAll('-', '');
}

/** [I8] What codes may be called in a file; our own export's words are among them. */
const codes = {
  level: {
    region: [
      'region',
      'regionen',
      'kommun',
      'kommunen',
      'organisation',
      'hela organisationen',
      'municipality',
    ],
    board: ['nämnd', 'styrelse', 'förvaltning', 'board', 'administration', 'nämndens förvaltning'],
    department: ['avdelning', 'department', 'verksamhet', 'verksamhetsområde'],
    unit: ['enhet', 'unit', 'team', 'grupp', 'sektion', 'section'],
  },
  character: {
    operational: ['verksamhet', 'operational', 'kärnverksamhet', 'operations', 'drift'],
    administrative: [
      'administration',
      'administrativ',
      'administrative',
      'stab',
      'stöd',
      'support',
      'kontor',
    ],
  },
  what: {
    goal: ['mål', 'goal'],
    stageGoal: ['etappmål', 'delmål', 'stage goal', 'milestone'],
    indicator: ['mätetal', 'indikator', 'indicator', 'nyckeltal', 'kpi'],
  },
  direction: {
    down: ['ner', 'ned', 'minska', 'lägre', 'minskning', 'down', 'lower', 'nedåt', 'decrease'],
    up: ['upp', 'öka', 'högre', 'ökning', 'up', 'higher', 'uppåt', 'increase'],
  },
  kind: {
    targeted: ['riktad', 'targeted', 'aktivitet', 'särskild insats', 'riktad insats'],
    ordinary: [
      'gör vi redan',
      'we do this already',
      'ordinarie',
      'ordinarie arbete',
      'ordinary',
      'ordinary work',
      'löpande',
      'grunduppdrag',
    ],
    enabling: ['möjliggör', 'enabling', 'möjliggörande', 'stödjande'],
  },
  state: {
    planned: ['planerad', 'planned', 'ej påbörjad', 'inte påbörjad', 'not started', 'ny'],
    ongoing: [
      'pågår',
      'ongoing',
      'pågående',
      'påbörjad',
      'in progress',
      'started',
      'försenad',
      'delvis genomförd',
    ],
    done: ['klar', 'done', 'genomförd', 'avslutad', 'slutförd', 'completed', 'färdig', 'klart'],
    dropped: [
      'avbruten',
      'dropped',
      'inställd',
      'utgår',
      'cancelled',
      'canceled',
      'nedlagd',
      'avslutad utan att bli klar',
      'struken',
    ],
  },
} as const;

type Codes = typeof codes;
export type CodeName = keyof Codes;

const lookups = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(codes).map(([name, all]) => [
    name,
    new Map(
      Object.entries(all).flatMap(([code, words]) =>
        [code, ...words].map((word) => [plainWord(word), code] as const),
      ),
    ),
  ]),
);

export function codeIn<N extends CodeName>(name: N, text: string): (keyof Codes[N] & string) | undefined {
  return lookups.get(name)?.get(plainWord(text)) as (keyof Codes[N] & string) | undefined;
}
