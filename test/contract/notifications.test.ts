import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from './call.ts';
import { isTenantRun, onlyHere } from './onlyHere.ts';
import { directory, member, outsider, owner, visitor } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
let call: Call;
beforeAll(async () => {
  if (isTenantRun) return;
  contract = await startContract({
    activityTypes: [
      { type: 'goalAssigned', templateText: '{actor} fördelade målet {goal}' },
      { type: 'plain', templateText: 'Något har hänt' },
    ],
  });
  call = await contract.as(owner, ['TeamsActivity.Send']);
});
afterAll(() => contract?.close());

/** Nobody in a tenant is to be disturbed by a test. */
const here = () => onlyHere('a notification to real people');
const team = `/teams/6b61736b${directory.tenantId.slice(8)}`;
const meeting = '/chats/19:meeting_kost@thread.v2';
const link = 'https://teams.microsoft.com/l/entity/app/department%2Fkost';
const topic = { source: 'text', value: 'Minskat avfall', webUrl: link };
const assigned = {
  topic,
  activityType: 'goalAssigned',
  previewText: { content: 'Kost har fått målet.' },
  templateParameters: [{ name: 'goal', value: 'Minskat avfall' }],
};
const person = ({ id }: { id: string }) => ({
  '@odata.type': 'microsoft.graph.aadUserNotificationRecipient',
  userId: id,
});
const toUser = (body: object, who = member) =>
  call('POST', `/users/${who.id}/teamwork/sendActivityNotification`, body);
const newest = (who = member) => contract.standin().feedOf(who.id)[0];
const countOf = (who: { id: string }) => contract.standin().feedOf(who.id).length;

describe('activity notifications', () => {
  test('[C180] a notification is 204, and stands in the feed of the one who was named', async () => {
    here();
    const before = countOf(owner);
    const answer = await toUser(assigned);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(newest()).toEqual({
      id: expect.any(Number),
      sent: '2023-08-25T09:30:15Z',
      actor: { id: owner.id, name: owner.name },
      text: 'Ingrid Sandell fördelade målet Minskat avfall',
      preview: 'Kost har fått målet.',
      topic: 'Minskat avfall',
      link,
      isRead: false,
    });
    expect(countOf(owner)).toBe(before);
    expect((await toUser(assigned, outsider)).status).toBe(404);
  });

  test('[C181] it takes TeamsActivity.Send', async () => {
    here();
    const refused = await contract.as(owner);
    const answer = await refused('POST', `/users/${member.id}/teamwork/sendActivityNotification`, assigned);
    expect(answer.refusal()).toMatch(
      /^403 Forbidden: Missing scope permissions on the request\. API requires one of 'TeamsActivity\.Send'\./,
    );
  });

  test('[C182] a topic of text needs a webUrl, which is a link into Teams', async () => {
    here();
    for (const webUrl of [
      undefined,
      '',
      'https://example.com/',
      'https://teams.microsoft.com.example/l/entity/a/b',
      'https://teams.microsoft.com/',
      'http://teams.microsoft.com/l/entity/a/b',
    ])
      expect((await toUser({ ...assigned, topic: { ...topic, webUrl } })).refusal()).toMatch(
        /^400 BadRequest: The topic's webUrl/,
      );
    expect((await toUser({ ...assigned, topic: undefined })).refusal()).toMatch(/^400 BadRequest/);
    expect((await toUser({ ...assigned, topic: { ...topic, source: 'other' } })).refusal()).toMatch(
      /^400 BadRequest/,
    );
  });

  test('[C183] a topic of entityUrl is an address in Graph, and needs no webUrl', async () => {
    here();
    const entity = { source: 'entityUrl', value: `https://graph.microsoft.com/v1.0/users/${member.id}` };
    expect((await toUser({ ...assigned, topic: entity })).status).toBe(204);
    expect(newest()).toMatchObject({ topic: '', link: '' });
    const elsewhere = { ...entity, value: 'https://example.com/v1.0/users/x' };
    expect((await toUser({ ...assigned, topic: elsewhere })).refusal()).toMatch(/^400 BadRequest/);
  });

  test("[C184] the activityType must be declared in the app's manifest", async () => {
    here();
    expect((await toUser({ ...assigned, activityType: 'goalForgotten' })).refusal()).toBe(
      "400 BadRequest: Activity type 'goalForgotten' is not declared in the app's manifest.",
    );
    expect((await toUser({ topic, activityType: 'plain' })).status).toBe(204);
    expect(newest()).toMatchObject({ text: 'Något har hänt', preview: '' });
  });

  test('[C185] every parameter of the template must be given; {actor} is the caller, whatever is sent', async () => {
    here();
    for (const templateParameters of [
      undefined,
      [],
      [{ name: 'goal', value: '' }],
      [{ name: 'Goal', value: 'x' }],
    ])
      expect((await toUser({ ...assigned, templateParameters })).refusal()).toMatch(
        /^400 BadRequest: The template parameter 'goal' is missing/,
      );
    const posing = [...assigned.templateParameters, { name: 'actor', value: 'Somebody else' }];
    expect((await toUser({ ...assigned, templateParameters: posing })).status).toBe(204);
    expect(newest()?.text).toMatch(/^Ingrid Sandell /);
  });

  test('[C186] systemDefault needs no declaration, but systemDefaultText', async () => {
    here();
    const free = {
      topic,
      activityType: 'systemDefault',
      templateParameters: [{ name: 'systemDefaultText', value: 'Fyll i läget för {Kost}' }],
    };
    expect((await toUser(free)).status).toBe(204);
    expect(newest()?.text).toBe('Fyll i läget för {Kost}');
    expect((await toUser({ topic, activityType: 'systemDefault' })).refusal()).toMatch(
      /^400 BadRequest: The template parameter 'systemDefaultText'/,
    );
  });

  test('[C187] a team and a chat need a recipient who belongs there; the address of a user takes none', async () => {
    here();
    const path = `${team}/sendActivityNotification`;
    expect((await call('POST', path, { ...assigned, recipient: person(member) })).status).toBe(204);
    expect((await call('POST', path, assigned)).refusal()).toMatch(/^400 BadRequest: A recipient/);
    for (const stranger of [visitor, outsider])
      expect((await call('POST', path, { ...assigned, recipient: person(stranger) })).refusal()).toMatch(
        /^403 Forbidden/,
      );
    for (const recipient of [{ '@odata.type': 'microsoft.graph.other' }, { userId: member.id }])
      expect((await call('POST', path, { ...assigned, recipient })).refusal()).toMatch(/^400 BadRequest/);
    const chat = `${meeting}/sendActivityNotification`;
    expect((await call('POST', chat, { ...assigned, recipient: person(visitor) })).status).toBe(204);
    expect((await toUser({ ...assigned, recipient: person(member) })).refusal()).toMatch(/^400 BadRequest/);
  });

  test('[C188] a whole team or chat may be told at once', async () => {
    here();
    const counts = () => [owner, member, visitor].map(countOf);
    const before = counts();
    const teamId = team.replace('/teams/', '');
    const everybody = { '@odata.type': 'microsoft.graph.teamMembersNotificationRecipient', teamId };
    const path = `${team}/sendActivityNotification`;
    expect((await call('POST', path, { ...assigned, recipient: everybody })).status).toBe(204);
    expect(counts()).toEqual(before.map((count, at) => count + (at < 2 ? 1 : 0)));
    const other = { ...everybody, teamId: outsider.id };
    expect((await call('POST', path, { ...assigned, recipient: other })).refusal()).toMatch(/^400/);
    const chatId = meeting.replace('/chats/', '');
    const round = { '@odata.type': '#microsoft.graph.chatMembersNotificationRecipient', chatId };
    await call('POST', `${meeting}/sendActivityNotification`, { ...assigned, recipient: round });
    expect(countOf(visitor)).toBe((before[2] ?? 0) + 1);
    const nowhere = await call('POST', `/teams/${outsider.id}/sendActivityNotification`, assigned);
    expect(nowhere.refusal()).toMatch(/^404 NotFound/);
    expect((await call('POST', '/chats/other/sendActivityNotification', assigned)).status).toBe(404);
  });

  test('[C189] of the preview the first 150 characters are shown', async () => {
    here();
    expect((await toUser({ ...assigned, previewText: { content: 'x'.repeat(200) } })).status).toBe(204);
    expect(newest()?.preview).toBe('x'.repeat(150));
    const html = { content: '<b>x</b>', contentType: 'html' };
    expect((await toUser({ ...assigned, previewText: html })).refusal()).toMatch(/^400 BadRequest/);
  });

  test('[C190] one with the same chainId takes the place of the last', async () => {
    here();
    await toUser({ ...assigned, chainId: 7, previewText: { content: 'first' } });
    const before = countOf(member);
    await toUser({ ...assigned, chainId: 7, previewText: { content: 'second' } });
    expect([countOf(member), newest()?.preview]).toEqual([before, 'second']);
    await toUser({ ...assigned, chainId: 8 });
    expect(countOf(member)).toBe(before + 1);
  });
});
