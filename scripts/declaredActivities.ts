import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActivityType } from '../standin/graph/notificationRequest.ts';

const manifest = path.resolve(import.meta.dirname, '../manifest/manifest.json');

/** What the app's manifest declares under `activities`: Teams takes no other notification from it. */
export function declaredActivities(text = readFileSync(manifest, 'utf8')): ActivityType[] {
  const { activities } = JSON.parse(text) as { activities?: { activityTypes?: ActivityType[] } };
  return (activities?.activityTypes ?? []).map(({ type, templateText }) => ({ type, templateText }));
}
