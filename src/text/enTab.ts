import { number } from './enNumbers.ts';
import type * as sv from './svTab.ts';

export const tab: typeof sv.tab = {
  title: 'What should the tab show?',
  search: 'Search for a department or unit',
  list: 'Departments and units',
  overview: 'All departments',
  overviewLine: 'The overview, with the goals and activities of the whole organisation.',
  unitsBySearch: 'Units are found by searching.',
  found: (n) =>
    n === 0 ? 'Nothing has that name. Try a part of it.' : n === 1 ? 'One match.' : `${number(n)} matches.`,
  more: (n) =>
    n === 1
      ? 'There is one more match. Type more of the name.'
      : `There are ${number(n)} more matches. Type more of the name.`,
  none: 'Choose in the list, then press Save.',
  gone: 'What the tab showed is not there any more. Choose something else in the list.',
  chosen: (name, isMeeting) =>
    `The tab shows ${name} to everybody in the ${isMeeting ? 'meeting' : 'channel'}. It can be changed later.`,
  members: {
    channel:
      'Everybody who is to read or write has to belong to the site of the goals, not only to this team.',
    privateChannel:
      'The channel is private. Its members also have to belong to the site of the goals to read and write.',
    sharedChannel:
      'The channel is shared. Its members also have to belong to the site of the goals to read and write.',
    meeting: 'Those in the meeting also have to belong to the site of the goals to read and write.',
  },
  remove: {
    title: 'Only the tab is removed',
    stays: 'Goals, assignments and activities stay in SharePoint, and other tabs show them as before.',
    where: 'This is where everything is:',
    again: 'To have the tab back, add it again and choose the same department.',
    unsent:
      'Something that you have written is not sent yet. It stays on this device and is sent the next time you open the app.',
  },
};

export const version: typeof sv.version = {
  is: (name) => `Version ${name}`,
  newer: 'A newer version is ready. Reload when it suits you.',
  reload: 'Reload',
  later: 'Later',
  unsaved: 'You have written something that is not saved. Save it first, or reload anyway.',
  anyway: 'Reload anyway',
};
