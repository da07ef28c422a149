/** What the fields of records are called, for those who must choose between two versions of one. */
export const fieldNames = {
  title: 'Rubrik',
  removed: 'Raden',
  goalKeys: 'Mål',
  stageGoalKey: 'Etappmål',
  kind: 'Slags arbete',
  state: 'Läge',
  responsibleName: 'Ansvarig',
  starts: 'Börjar',
  due: 'Klar senast',
  expectedEffect: 'Väntad effekt',
  description: 'Beskrivning',
  consultation: 'Samråd',
  unitKey: 'Enhet',
  note: 'Anteckning',
  handedOver: 'Överförd',
  /** Anything that people never change by hand here. */
  other: 'Annat',
};
