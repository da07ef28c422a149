import { describe, expect, it } from 'vitest';
import { openDoors } from '../../../standin/graph/doors.ts';

const request = new Request('https://graph.microsoft.com/v1.0/me');

describe('closing while somebody is inside', () => {
  it('answers them first, and only then closes the database', async () => {
    const events: string[] = [];
    const doors = openDoors(() => events.push('database closed'));
    let finish: () => void = () => {};
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const answered = doors
      .through(async () => {
        await work;
        events.push('answered');
        return new Response();
      })(request)
      .then(() => events.push('heard'));
    doors.close();
    expect(events).toEqual([]);
    finish();
    await answered;
    expect(events).toEqual(['answered', 'database closed', 'heard']);
  });

  it('lets nobody in afterwards, and closes once', async () => {
    let closings = 0;
    const doors = openDoors(() => (closings += 1));
    doors.close();
    doors.close();
    await expect(doors.through(() => new Response())(request)).rejects.toThrow(TypeError);
    expect(closings).toBe(1);
  });
});
