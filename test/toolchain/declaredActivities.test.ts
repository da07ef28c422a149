import { expect, it } from 'vitest';
import { declaredActivities } from '../../scripts/declaredActivities.ts';

it('gives the stand-in the notifications that the manifest declares', () => {
  const manifest = {
    activities: {
      activityTypes: [
        { type: 'goalAssigned', description: 'Words', templateText: '{actor} fördelade {goal}' },
      ],
    },
  };
  expect(declaredActivities(JSON.stringify(manifest))).toEqual([
    { type: 'goalAssigned', templateText: '{actor} fördelade {goal}' },
  ]);
});

it('reads the manifest as it is, with or without any', () => {
  expect(declaredActivities()).toBeInstanceOf(Array);
  expect(declaredActivities('{}')).toEqual([]);
});
