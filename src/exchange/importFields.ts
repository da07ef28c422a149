/** What can be read in. */
export const importKinds = ['units', 'goals', 'activities', 'measurements'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A column that a file may have. */
export type ImportField = {
  readonly name: string;
  readonly isNeeded?: true;
  /** What it is called in files that people have, in Swedish and English; the first two are those of our own templates. */
  readonly called: readonly string[];
};

/** [I7] Every column of every kind, with what it may be called. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  units: [
    {
      name: 'title',
      isNeeded: true,
      called: [
        'namn',
        'name',
        'enhetsnamn',
        'benämning',
        'organisationsenhet',
        'titel',
        'title',
        'unit name',
        'enhet',
        'unit',
        'avdelning',
      ],
    },
    { name: 'level', called: ['nivå', 'level', 'typ', 'type', 'slag', 'organisationsnivå', 'kategori'] },
    {
      name: 'parent',
      called: [
        'ligger under',
        'below',
        'överordnad',
        'överordnad enhet',
        'tillhör',
        'parent',
        'parent unit',
        'hör till',
        'sökväg',
        'path',
        'del av',
        'under',
        'förvaltning',
      ],
    },
    { name: 'character', called: ['karaktär', 'character', 'verksamhetstyp', 'inriktning'] },
    {
      name: 'head',
      called: [
        'chef',
        'head',
        'enhetschef',
        'avdelningschef',
        'manager',
        'ansvarig chef',
        'ansvarig',
        'chef e-post',
        'e-post',
        'email',
        'mail',
      ],
    },
    { name: 'order', called: ['ordning', 'order', 'sortering', 'nummer', 'nr', 'sort order'] },
    { name: 'active', called: ['aktiv', 'active', 'i bruk', 'gäller', 'status'] },
  ],
  goals: [
    {
      name: 'title',
      isNeeded: true,
      called: [
        'namn',
        'name',
        'mål',
        'goal',
        'målformulering',
        'benämning',
        'titel',
        'title',
        'rubrik',
        'mätetal',
        'indikator',
        'etappmål',
      ],
    },
    { name: 'what', called: ['slag', 'kind', 'typ', 'type', 'vad', 'what'] },
    {
      name: 'goal',
      called: [
        'hör till målet',
        'belongs to the goal',
        'överordnat mål',
        'parent goal',
        'tillhör mål',
        'under målet',
        'del av mål',
      ],
    },
    { name: 'description', called: ['beskrivning', 'description', 'förklaring', 'kommentar'] },
    { name: 'theme', called: ['område', 'theme', 'målområde', 'tema', 'fokusområde', 'perspektiv', 'area'] },
    {
      name: 'fromYear',
      called: ['från år', 'from year', 'startår', 'gäller från', 'från', 'start year', 'from'],
    },
    {
      name: 'toYear',
      called: ['till år', 'to year', 'slutår', 'gäller till', 'till och med', 'till', 'end year', 'to'],
    },
    { name: 'isMeasured', called: ['mäts', 'measured', 'följs upp med mätetal', 'mätbart'] },
    { name: 'isCarried', called: ['bärs av aktiviteter', 'carried by activities', 'aktiviteter', 'carried'] },
    {
      name: 'due',
      called: ['klart senast', 'due', 'datum', 'date', 'senast', 'slutdatum', 'måldatum', 'deadline'],
    },
    { name: 'measureUnit', called: ['måttenhet', 'unit', 'mäts i', 'enhet', 'sort', 'measure unit'] },
    { name: 'direction', called: ['riktning', 'direction', 'önskad riktning', 'bättre när'] },
    { name: 'baselineYear', called: ['basår', 'baseline year', 'utgångsår', 'base year'] },
    { name: 'baselineValue', called: ['basvärde', 'baseline', 'utgångsvärde', 'baseline value', 'nuläge'] },
    { name: 'targetYear', called: ['målår', 'target year'] },
    { name: 'targetValue', called: ['målvärde', 'target', 'target value', 'målnivå'] },
  ],
  activities: [
    {
      name: 'id',
      called: [
        'nyckel',
        'key',
        'id',
        'aktivitets-id',
        'aktivitetsid',
        'activity id',
        'källsystemets id',
        'löpnummer',
        'guid',
        'ärendenummer',
        'nr',
      ],
    },
    {
      name: 'title',
      isNeeded: true,
      called: [
        'aktivitet',
        'activity',
        'namn',
        'name',
        'åtgärd',
        'benämning',
        'rubrik',
        'titel',
        'title',
        'aktivitetsnamn',
        'uppdrag',
        'insats',
      ],
    },
    { name: 'department', called: ['avdelning', 'department', 'förvaltning', 'verksamhetsområde'] },
    {
      name: 'unit',
      called: ['enhet', 'unit', 'organisationsenhet', 'ansvarig enhet', 'organisation', 'nod', 'team'],
    },
    {
      name: 'goals',
      isNeeded: true,
      called: ['mål', 'goal', 'goals', 'kopplat mål', 'miljömål', 'målkoppling', 'målnamn', 'för mål'],
    },
    { name: 'stageGoal', called: ['etappmål', 'stage goal', 'delmål', 'milestone'] },
    {
      name: 'kind',
      called: ['slags arbete', 'kind of work', 'slag', 'kind', 'typ', 'type', 'aktivitetstyp'],
    },
    {
      name: 'state',
      called: ['läge', 'state', 'status', 'aktivitetsstatus', 'genomförandestatus', 'statusläge'],
    },
    {
      name: 'responsible',
      called: ['ansvarig', 'responsible', 'ansvarig person', 'handläggare', 'owner', 'ägare', 'assignee'],
    },
    {
      name: 'starts',
      called: ['börjar', 'starts', 'startdatum', 'start', 'start date', 'från', 'planerad start'],
    },
    {
      name: 'due',
      called: [
        'klar senast',
        'due',
        'slutdatum',
        'due date',
        'förfallodatum',
        'deadline',
        'till',
        'planerat slut',
        'end date',
        'slut',
      ],
    },
    {
      name: 'effect',
      called: [
        'väntad effekt',
        'expected effect',
        'effekt',
        'förväntad effekt',
        'förväntat resultat',
        'syfte',
        'effect',
      ],
    },
    { name: 'description', called: ['beskrivning', 'description', 'aktivitetsbeskrivning', 'innehåll'] },
    { name: 'year', called: ['år', 'year', 'verksamhetsår', 'planår'] },
  ],
  measurements: [
    {
      name: 'indicator',
      isNeeded: true,
      called: ['mätetal', 'indicator', 'indikator', 'nyckeltal', 'mått', 'kpi', 'namn', 'name'],
    },
    { name: 'goal', called: ['mål', 'goal', 'hör till målet'] },
    {
      name: 'period',
      isNeeded: true,
      called: ['period', 'uppföljning', 'år', 'year', 'tidpunkt', 'mätperiod'],
    },
    { name: 'value', isNeeded: true, called: ['utfall', 'outcome', 'värde', 'value', 'resultat', 'result'] },
    { name: 'comment', called: ['kommentar', 'comment', 'analys', 'anteckning'] },
    { name: 'source', called: ['källa', 'source', 'datakälla', 'underlag'] },
  ],
};
