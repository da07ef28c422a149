import { describe, expect, it } from 'vitest';
import { entityOf, roomOf } from '../../src/organisation/entity.ts';
import { board, kitchen, service } from '../builders.ts';

describe('what a tab is set to show', () => {
  it('says its level and key, and is read back', () => {
    expect(entityOf(service)).toBe('department/service');
    expect(entityOf(kitchen)).toBe('unit/service-kost');
    for (const room of [board, service, kitchen]) expect(roomOf(entityOf(room))).toBe(room.key);
  });

  it.each([
    '',
    'overview',
    'department',
    'department/',
    'department/../../me',
    'department/Service',
    'department/a b',
    "department/x' or 'a' eq 'a",
    'department/<script>',
    'Department/service',
    'board/styrelsen',
    ' department/service',
    'department/service\n',
    `department/${'a'.repeat(201)}`,
  ])('%j from outside names no room', (entityId) => {
    expect(roomOf(entityId)).toBeUndefined();
  });
});
