import { expect, it } from 'vitest';
import { type Comment, commentIndexes } from '../../src/followup/comment.ts';
import { commentsOn } from '../../src/followup/commentsOn.ts';
import { Table } from '../../src/basics/rows.ts';
import { anna } from '../builders.ts';

const aComment = (fields: Partial<Comment>): Comment => ({
  key: 'c-1',
  title: 'Bra',
  removed: false,
  subjectKey: 'a-1',
  shelf: '2023/service',
  unitShelf: '2023/service-kost',
  periodKey: null,
  isCorrection: false,
  status: null,
  text: 'Bra',
  by: anna,
  on: '2023-08-25',
  ...fields,
});

it('[F9] shows what was said of one subject, the newest last, and not what was taken back', () => {
  const comments = new Table(commentIndexes);
  for (const fields of [
    { key: 'c-3' },
    { key: 'c-9', on: '2023-08-24' },
    { key: 'c-2' },
    { key: 'c-4', removed: true },
    { key: 'c-5', subjectKey: 'a-2' },
  ]) {
    comments.put(aComment(fields));
  }
  expect(commentsOn(comments, 'a-1').map(({ key }) => key)).toEqual(['c-9', 'c-2', 'c-3']);
  expect(commentsOn(comments, 'a-3')).toEqual([]);
});
