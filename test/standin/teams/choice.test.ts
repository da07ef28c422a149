import { describe, expect, it } from 'vitest';
import { departmentOf, readHash, readPlace, writeHash, writePlace } from '../../../standin/teams/choice.ts';
import { destinationOfLink, frameUrl, pageOf, readConfigured } from '../../../standin/teams/pages.ts';
import { attendeesOf, waysOf } from '../../../standin/teams/ways.ts';
import { session } from './session.ts';

const first = session.people[0]?.id ?? '';

describe('the choice in the address', () => {
  it.each([
    'personal',
    'channel',
    'channel:service',
    'settings',
    'settings:service',
    'remove:service',
    'meeting:service-kost',
  ])('reads the place %s as it was written', (text) => {
    const place = readPlace(text, session);
    expect(place && writePlace(place)).toBe(text);
  });

  it.each(['', 'channel:nowhere', 'channel:service-kost', 'meeting', 'meeting:nowhere', 'elsewhere'])(
    'knows no place %j',
    (text) => expect(readPlace(text, session)).toBeUndefined(),
  );

  it('reads back what it wrote', () => {
    const { day, network, isChosen, ...choice } = readHash(
      '#person=eva@kaskad.example&place=meeting:service-kost&theme=contrast&lang=en&day=2024-01-15&page=goal/resor&net=meeting&feed=open&auth=popup',
      session,
    );
    expect([day, network]).toEqual(['2024-01-15', 'meeting']);
    expect(isChosen).toBe(true);
    const again = readHash(writeHash(choice, { day: '2024-01-15', network: 'meeting' }), session);
    expect(again).toEqual({ ...choice, day, network, isChosen });
    expect(choice).toMatchObject({
      theme: 'contrast',
      language: 'en',
      subPage: 'goal/resor',
      signIn: 'window',
      isFeedOpen: true,
    });
  });

  it.each([
    '',
    '#person=nobody&place=channel:x&theme=pink&lang=fi&day=soon&net=best&feed=shut&auth=maybe',
    '#%%%',
  ])('falls back to the first head at home for %j', (hash) => {
    expect(readHash(hash, session)).toEqual({
      personId: first,
      place: { kind: 'channel', channel: 'service' },
      theme: 'default',
      language: 'sv',
      signIn: 'direct',
      subPage: undefined,
      isFeedOpen: false,
      day: undefined,
      network: undefined,
      isChosen: false,
    });
  });

  it('finds the department of a unit, and none for the board', () => {
    expect(departmentOf('service-kost', session)).toBe('service');
    expect(departmentOf('board', session)).toBeNull();
  });
});

describe('the dialogs of a tab', () => {
  const at = (text: string, setUp?: Parameters<typeof pageOf>[2]) => {
    const place = readPlace(text, session);
    return place && pageOf(session, place, setUp);
  };
  const contentUrl = 'https://kaskad.example/index.html';
  const ours = { entityId: 'unit/service-kost', contentUrl };

  it('[C332] know what the tab shows, whoever has set it up', () => {
    expect(at('settings:service')?.entityId).toBe('department/service');
    expect(at('remove:service', ours)?.entityId).toBe('unit/service-kost');
    expect(at('settings', null)?.entityId).toBeUndefined();
  });

  it('[C330] take it away on the page that it gave for that, which must be its own', () => {
    const removeUrl = 'https://kaskad.example/gone.html';
    expect(at('remove:service', { ...ours, removeUrl })?.contentUrl).toBe(removeUrl);
    expect(readConfigured({ ...ours, removeUrl }, 'https://kaskad.example')).toMatchObject({ removeUrl });
    expect(
      readConfigured({ ...ours, removeUrl: 'https://elsewhere.example/' }, 'https://kaskad.example'),
    ).toBeUndefined();
  });

  it('[C331] show none where it gave none, and nothing stands where it was', () => {
    expect(at('remove:service', ours)?.contentUrl).toBeUndefined();
    expect(at('channel:service', null)).toEqual({ entityId: undefined, contentUrl: undefined });
  });
});

describe('the frame', () => {
  it('shows in each place the address that Teams would have kept', () => {
    const urlIn = (text: string) => {
      const place = readPlace(text, session);
      return place && pageOf(session, place, undefined);
    };
    expect(urlIn('personal')).toEqual({ entityId: 'overview', contentUrl: '/tab.html' });
    expect(urlIn('channel:service')).toEqual({
      entityId: 'department/service',
      contentUrl: '/tab.html?department=service',
    });
    expect(urlIn('channel')).toEqual({ entityId: undefined, contentUrl: undefined });
    expect(urlIn('meeting:service-kost')).toEqual({
      entityId: 'unit/service-kost',
      contentUrl: '/tab.html?unit=service-kost',
    });
    expect(frameUrl('/tab.html?department=service', 'https://kaskad.example', '2023-08-25')).toBe(
      'https://kaskad.example/tab.html?department=service&day=2023-08-25',
    );
  });

  it.each([
    { entityId: 'a', contentUrl: 'https://evil.example/' },
    { entityId: 'a', contentUrl: 'javascript:alert(1)' },
    { entityId: 'a', contentUrl: 'nowhere' },
    { contentUrl: 'https://kaskad.example/' },
    null,
  ])('keeps no settings like %j', (settings) => {
    expect(readConfigured(settings, 'https://kaskad.example')).toBeUndefined();
  });

  it('follows a link to one of its own pages, and no other', () => {
    const link =
      'https://teams.microsoft.com/l/entity/app/department%2Fservice?context=%7B%22subEntityId%22%3A%22x%22%7D';
    expect(destinationOfLink(link, session)).toEqual({
      place: { kind: 'channel', channel: 'service' },
      subPage: 'x',
    });
    expect(destinationOfLink(link.replace('%7B', ''), session)?.subPage).toBeUndefined();
    expect(destinationOfLink(link.replace('teams.microsoft.com', 'evil.example'), session)).toBeUndefined();
    expect(destinationOfLink(link.replace('service', 'nowhere'), session)).toBeUndefined();
    expect(destinationOfLink('no link', session)).toBeUndefined();
  });
});

describe('the ways in', () => {
  it('are a head with units, somebody in a meeting, and the strategist', () => {
    expect(waysOf(session).map(({ kind, person, place }) => [kind, person.name, writePlace(place)])).toEqual([
      ['head', 'Anders Ekholm', 'channel:service'],
      ['meeting', 'Eva Strand', 'meeting:service-kost'],
      ['strategist', 'Ingrid Sandell', 'personal'],
    ]);
  });

  it('leave out who is not there', () => {
    expect(waysOf({ ...session, people: session.people.slice(0, 1) }).map(({ kind }) => kind)).toEqual([
      'head',
    ]);
  });

  it('seat the chosen person first, then those of the same department', () => {
    const eva = session.people[1];
    expect(eva && attendeesOf('service-kost', eva, session).map(({ name }) => name)).toEqual([
      'Eva Strand',
      'Anders Ekholm',
    ]);
  });
});
