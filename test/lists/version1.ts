import type { Graph } from '../../src/graph/client.ts';

/**
 * The lists as version 1 of the app made them, frozen: what a site may still be. `+` stands for an index, words between bars
 * for a choice.
 */
const columnsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Goals: {
    Description: 'lines',
    IsMeasured: 'flag',
    IsCarried: 'flag',
    Theme: 'line',
    FromYear: 'number',
    ToYear: 'number',
    Order: 'number',
    State: 'active|ended',
  },
  StageGoals: {
    GoalKey: '+line',
    Due: 'day',
  },
  Units: {
    Level: 'region|board|department|unit',
    ParentKey: '+line',
    DepartmentKey: '+line',
    Character: 'operational|administrative',
    Heads: 'lines',
    Active: 'flag',
    Order: 'number',
  },
  Assignments: {
    Year: 'number',
    GoalKey: '+line',
    UnitKey: '+line',
    Shelf: '+line',
    UnitShelf: '+line',
    State: 'requested|assigned|withdrawn',
    RequestedBy: 'lines',
    RequestedOn: 'day',
    Consultation: 'none|agreed|discuss',
    ConsultedBy: 'lines',
    ConsultedOn: 'day',
    Note: 'lines',
  },
  Activities: {
    UnitKey: '+line',
    Shelf: '+line',
    UnitShelf: '+line',
    GoalKeys: 'lines',
    StageGoalKey: '+line',
    Kind: 'targeted|ordinary|enabling',
    State: 'planned|ongoing|done|dropped',
    ResponsibleId: '+line',
    ResponsibleName: 'line',
    Starts: 'day',
    Due: 'day',
    ExpectedEffect: 'lines',
    Description: 'lines',
    IdeaKey: 'line',
    ContinuesKey: 'line',
    MeetingId: 'line',
    HandedOver: 'day',
    HandedOverAs: 'line',
  },
  Comments: {
    SubjectKey: '+line',
    Shelf: '+line',
    UnitShelf: '+line',
    PeriodKey: '+line',
    Status: 'onPlan|atRisk|offPlan',
    Text: 'lines',
    By: 'lines',
    On: 'day',
    IsCorrection: 'flag',
  },
  Periods: {
    Year: 'number',
    Kind: 'interim|fullYear',
    Starts: 'day',
    Ends: 'day',
    DueOn: 'day',
    BoardMeetingOn: 'day',
    State: 'open|closing|closed',
    ClosedOn: 'day',
    ClosedBy: 'lines',
    SnapshotUrl: 'line',
    SnapshotChecksum: 'line',
  },
  Settings: {
    Value: 'lines',
  },
  Tallies: {
    Year: '+number',
    Packed: 'lines',
  },
  Indicators: {
    GoalKey: '+line',
    MeasureUnit: 'line',
    Direction: 'down|up',
    BaselineYear: 'number',
    BaselineValue: 'number',
    TargetYear: 'number',
    TargetValue: 'number',
  },
  Measurements: {
    IndicatorKey: '+line',
    PeriodKey: '+line',
    Year: 'number',
    Value: 'number',
    Comment: 'lines',
    Source: 'line',
  },
  Dialogues: {
    Year: '+number',
    DepartmentKey: '+line',
    On: 'day',
    With: 'lines',
    GoalKeys: 'lines',
    Notes: 'lines',
    By: 'lines',
  },
  GapNotes: {
    Year: '+number',
    DepartmentKey: '+line',
    Gap: 'noGoals|someGoals|notAssigned|unitsWithout|requested|toTalk|noActivity',
    Kind: 'reminded|dismissed',
    State: 'sending|sent|unclear',
    Recipient: 'lines',
    On: 'day',
    By: 'lines',
    Text: 'lines',
  },
};

export const version1Lists: readonly string[] = Object.keys(columnsOf);

/** Makes a site of version 1: without what later versions have added, and without a word of its version. */
export async function makeVersion1(graph: Graph, sitePath: string): Promise<void> {
  for (const [name, columns] of Object.entries(columnsOf)) {
    await graph.post(`${sitePath}/lists`, {
      displayName: name,
      description: 'Kaskad: så som den var från början',
      list: { template: 'genericList' },
      columns: [
        { name: 'Key', text: { maxLength: 255 }, indexed: true, enforceUniqueValues: true, required: true },
        { name: 'CommandKey', text: { maxLength: 255 }, indexed: true },
        { name: 'Removed', boolean: {} },
        ...Object.entries(columns).map(([column, kind]) => ({
          name: column,
          ...facetOf(kind.replace('+', '')),
          indexed: kind.startsWith('+'),
        })),
      ],
    });
  }
}

function facetOf(kind: string) {
  switch (kind) {
    case 'line':
      return { text: { maxLength: 255 } };
    case 'lines':
      return { text: { allowMultipleLines: true } };
    case 'number':
      return { number: {} };
    case 'flag':
      return { boolean: {} };
    case 'day':
      return { dateTime: { format: 'dateOnly' } };
    default:
      return { choice: { choices: kind.split('|') } };
  }
}
