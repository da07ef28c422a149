import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Choice, Place } from '../../../standin/teams/choice.ts';
import { type TeamsHost, useTeamsHost } from '../../../standin/teams/useTeamsHost.ts';
import { session } from './session.ts';

let root: Root;
let teams: TeamsHost;
const tabOrigin = 'https://kaskad.example';
const page = `${tabOrigin}/index.html?unit=service-kost&show=year%3D2023`;
const [person] = session.people;

function Meeting({ place }: { place: Place }) {
  if (person === undefined) throw new Error('The test organisation has nobody.');
  const choice: Choice = {
    personId: person.id,
    place,
    theme: 'dark',
    language: 'sv',
    signIn: 'direct',
    subPage: 'year=2022',
    isFeedOpen: false,
  };
  const host = useTeamsHost({ session: { ...session, tabOrigin }, person, choice, onChoose: () => {} });
  useEffect(() => {
    teams = host;
  });
  return null;
}

const sit = (place: Place) => act(async () => root.render(<Meeting place={place} />));
const share = async (url: string) => {
  let isShown = false;
  await act(async () => {
    isShown = teams.host.shareToStage(url);
  });
  return isShown;
};
const kost = { kind: 'meeting', unit: 'service-kost' } as const;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.firstElementChild ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

describe('the stage of a meeting', () => {
  it('shows what the panel shares, as the same meeting in a frame of another kind, until it is stopped', async () => {
    await sit(kost);
    expect(teams.stage).toBeUndefined();
    expect(await share(page)).toBe(true);
    expect(teams.stage?.url).toBe(page);
    expect(teams.stage?.host.frameContext()).toBe('meetingStage');
    expect(teams.stage?.host.context()).toMatchObject({
      frameContext: 'meetingStage',
      meetingId: 'meeting-service-kost',
      theme: 'dark',
    });
    expect(teams.host.context()).toMatchObject({
      frameContext: 'sidePanel',
      meetingId: 'meeting-service-kost',
    });
    await act(async () => teams.stage?.stop());
    expect(teams.stage).toBeUndefined();
  });

  it('signs the same person in', async () => {
    await sit(kost);
    await share(page);
    expect(teams.stage?.host.signedIn()).toEqual({ person, tenantId: session.tenantId });
  });

  it.each([
    'https://evil.example/index.html',
    'https://kaskad.example.evil.example/',
    'javascript:alert(1)',
    '/index.html',
    '',
  ])('does not show %j, which is not of the app', async (url) => {
    await sit(kost);
    expect(await share(url)).toBe(false);
    expect(teams.stage).toBeUndefined();
  });

  it.each<Place>([{ kind: 'channel', channel: 'service' }, { kind: 'personal' }])(
    'is there in meetings only: %j',
    async (place) => {
      await sit(place);
      expect(await share(page)).toBe(false);
    },
  );

  it('belongs to its meeting', async () => {
    await sit(kost);
    await share(page);
    await sit({ kind: 'meeting', unit: 'service' });
    expect(teams.stage).toBeUndefined();
    await sit(kost);
    expect(teams.stage?.url).toBe(page);
  });
});
