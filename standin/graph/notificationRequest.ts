import * as v from 'valibot';
import { badRequest } from './errors.ts';

/** An entry of `activities.activityTypes` in the app's manifest. */
export type ActivityType = { type: string; templateText: string };

/** The one that no manifest declares; its one parameter is the whole text (documented). */
const systemDefault: ActivityType = { type: 'systemDefault', templateText: '{systemDefaultText}' };

const aadUser = 'aadUserNotificationRecipient';
const recipientSchema = v.looseObject({
  '@odata.type': v.string(),
  userId: v.optional(v.string()),
  teamId: v.optional(v.string()),
  channelId: v.optional(v.string()),
  chatId: v.optional(v.string()),
});

const schema = v.strictObject({
  topic: v.strictObject({
    '@odata.type': v.optional(v.string()),
    source: v.picklist(['text', 'entityUrl']),
    value: v.pipe(v.string(), v.nonEmpty()),
    webUrl: v.optional(v.nullable(v.string())),
  }),
  activityType: v.pipe(v.string(), v.nonEmpty()),
  previewText: v.optional(
    v.strictObject({
      content: v.optional(v.nullable(v.string()), ''),
      contentType: v.optional(v.picklist(['text'])),
    }),
    {},
  ),
  templateParameters: v.optional(
    v.array(v.strictObject({ '@odata.type': v.optional(v.string()), name: v.string(), value: v.string() })),
    [],
  ),
  recipient: v.optional(recipientSchema),
  chainId: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger()))),
  teamsAppId: v.optional(v.nullable(v.string())),
  iconId: v.optional(v.nullable(v.string())),
});

export type Recipient =
  | { kind: 'person'; id: string }
  | { kind: 'team'; id: string }
  | { kind: 'chat'; id: string };

export type Notification = {
  topic: string;
  link: string;
  /** The template with its parameters filled in; `{actor}` is the caller's name (documented). */
  text: string;
  preview: string;
  chain: number | undefined;
  recipient: Recipient | undefined;
};

/** Documented: no more is shown. */
const shownOfPreview = 150;

/** Holds a notification against what Teams asks of it. The sentences of the refusals are assumed. */
export function readNotification(
  body: unknown,
  context: { declared: readonly ActivityType[]; actor: string; graphOrigin: string },
): Notification {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw badRequest(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  }
  const { topic, activityType, previewText, templateParameters, recipient, chainId } = parsed.output;
  const given = new Map(templateParameters.map(({ name, value }) => [name, value]));
  const link = topic.webUrl ?? '';
  if (topic.source === 'text' && link === '')
    throw badRequest("The topic's webUrl is required when its source is 'text'.");
  if (link !== '' && !isTeamsLink(link))
    throw badRequest("The topic's webUrl must be a Microsoft Teams deep link.");
  if (topic.source === 'entityUrl' && !topic.value.startsWith(`${context.graphOrigin}/`))
    throw badRequest("The topic's value must be a Microsoft Graph URL when its source is 'entityUrl'.");
  return {
    topic: topic.source === 'text' ? topic.value : '',
    link,
    text: filledIn(templateOf(activityType, context.declared), given.set('actor', context.actor)),
    preview: (previewText.content ?? '').slice(0, shownOfPreview),
    chain: chainId ?? undefined,
    recipient: recipient && readRecipient(recipient),
  };
}

function templateOf(activityType: string, declared: readonly ActivityType[]): string {
  const known = [systemDefault, ...declared].find(({ type }) => type === activityType);
  if (!known) throw badRequest(`Activity type '${activityType}' is not declared in the app's manifest.`);
  return known.templateText;
}

function filledIn(template: string, parameters: ReadonlyMap<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters.get(name);
    if (value === undefined || value === '')
      throw badRequest(`The template parameter '${name}' is missing in templateParameters.`);
    return value;
  });
}

function isTeamsLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, pathname } = new URL(link);
  const isHost = /^(?:[\w-]+\.)*teams\.(?:microsoft\.com|cloud\.microsoft)$/.test(hostname);
  return protocol === 'https:' && isHost && pathname.startsWith('/l/');
}

function readRecipient(recipient: v.InferOutput<typeof recipientSchema>): Recipient {
  const { userId, teamId, channelId, chatId } = recipient;
  const type = recipient['@odata.type'].replace(/^#?microsoft\.graph\./, '');
  if (type === aadUser && userId !== undefined) return { kind: 'person', id: userId };
  if (type === 'teamMembersNotificationRecipient' && teamId !== undefined)
    return { kind: 'team', id: teamId };
  if (type === 'channelMembersNotificationRecipient' && teamId !== undefined && channelId !== undefined)
    return { kind: 'team', id: teamId };
  if (type === 'chatMembersNotificationRecipient' && chatId !== undefined)
    return { kind: 'chat', id: chatId };
  throw badRequest(`The recipient is not a known one, or lacks its id: '${type.slice(0, 60)}'.`);
}
