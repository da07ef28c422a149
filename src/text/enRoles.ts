import type { roles as sv } from './svRoles.ts';

export const roles: typeof sv = {
  title: 'Roles',
  saved: 'The roles are saved.',
  intro:
    'Here stands who sees to the whole. Who is a head stands in the organisation. It decides what the tab shows each person first.',
  back: 'Back to the overview',
  strategists: 'See to the whole',
  strategistsLine: 'Set goals, close periods, change the organisation and write to the board.',
  nobody: 'Nobody is named yet. Everything is then shown to everybody.',
  add: 'Add a person',
  who: 'Person',
  addThis: 'Add',
  needsDirectory: 'Choose the person in the list. Only somebody in your directory can be named.',
  takeAway: (name) => `Remove ${name}`,
  notAllowed: 'Only an owner of the site can change roles. Ask one of them.',
  othersSaved: 'Somebody else has changed the roles at the same time. The latest is shown here now.',
  lastOne: 'You remove yourself. Somebody else has to name you again if you want it back.',
  who2what: 'What each of them does',
  head: 'Head',
  headLine: 'Assigns goals in their department or unit and answers requests. Named in the organisation.',
  staff: 'Staff',
  staffLine: 'Log and change activities. Members of the site.',
  reader: 'Reader',
  readerLine: 'Sees everything and changes nothing. A visitor of the site.',
  truth: 'How it is protected',
  enforced:
    'SharePoint decides who may write. Goals, organisation, periods and settings can be changed by owners alone, once the lists are set so. The health check shows whether they are.',
  suggested:
    'SharePoint cannot tell a head from a colleague. That heads alone assign goals is therefore an agreement: the tab shows who did what, but does not prevent it.',
  health: 'To the health check',
};
