import type { Key } from '../basics/key.ts';
import type { Comment, Comments } from './comment.ts';

/** What has been said of a subject, the newest last: by day, and within a day by key, which sorts by time. */
export function commentsOn(comments: Comments, subjectKey: Key): Comment[] {
  const placeOf = ({ on, key }: Comment) => `${on ?? ''} ${key}`;
  return [...comments.by('subject', subjectKey)].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}
