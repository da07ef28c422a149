import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OrganisationError, parseOrganisation } from '../../standin/demo/organisation.ts';

const region = readFileSync(new URL('../../standin/demo/region.json', import.meta.url), 'utf8');

/** The demonstration's file with one text exchanged, the first time it stands there. */
function changed(from: string, to: string): string {
  expect(region).toContain(from);
  return region.replace(from, to);
}

function complaint(text: string): string {
  try {
    parseOrganisation(text, 'my.json');
  } catch (error) {
    if (error instanceof OrganisationError) return error.message;
    throw error;
  }
  return 'accepted';
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('an organisation file', () => {
  it('is read whole when it is right', () => {
    const organisation = parseOrganisation(region, 'region.json');
    expect(organisation.name).toBe('Region Exempel');
    expect(organisation.units).toHaveLength(16);
    expect(organisation).toEqual(JSON.parse(region));
  });

  it('may begin with a byte order mark', () => {
    expect(complaint(`\uFEFF${region}`)).toBe('accepted');
  });

  it('is refused with file, line and place of an unknown unit', () => {
    const text = changed('"unit": "regionservice-kost",\n      "goals"', '"unit": "kosst",\n      "goals"');
    expect(complaint(text)).toBe(
      `my.json:${lineOf(text, '"kosst"')}: activities[0].unit: there is no unit with key 'kosst'`,
    );
  });

  it.each([
    ['', 'my.json:1: this is not JSON: value expected'],
    ['{', 'my.json:1: this is not JSON: close brace expected'],
    ['{\n  // hello\n}', 'my.json:2: this is not JSON: comments are not allowed'],
    ['{\n  "format": 1,\n}', 'my.json:3: this is not JSON: property name expected'],
    ['[]', 'my.json:1: an organisation file holds one JSON object, not array'],
    ['{"format": 1, "format": 1}', 'my.json:1: format: stands twice in the same object'],
  ])('is refused when it is %j', (text, words) => {
    expect(complaint(text)).toBe(words);
  });

  it.each([
    ['"format": 1', '"format": 2', 'format: must be 1, not 2'],
    ['"role": "head"', '"role": "boss"', 'people[1].role: must be'],
    ['"name": "Ingrid Sandell"', '"name": "  "', 'people[0].name: must not be empty'],
    [
      '"name": "Ingrid Sandell"',
      `"name": "${'a'.repeat(256)}"`,
      'people[0].name: is 256 characters; at most 255',
    ],
    ['"mail": "ingrid', '"mail": "ing rid', 'people[0].mail: must be an e-mail address'],
    ['"day": "2023-08-25"', '"day": "2023-02-29"', 'day: must be a day that exists'],
    ['"due": "2030-12-31"', '"due": "2030"', 'stageGoals[0].due: must be a day that exists'],
    ['"title": "Kost"', '"titel": "Kost"', 'units[11].title: is missing'],
    ['"title": "Kost",', '"title": "Kost", "color": "red",', 'units[11].color: there is no such field'],
    ['"key": "regionservice"', '"key": "Region Service"', 'units[2].key: must be a key of a-z'],
    [
      '"key": "regionstaben"',
      '"key": "regionservice"',
      "units[3].key: 'regionservice' is already the key of units[2]",
    ],
    ['"level": "board"', '"level": "region"', "units[1].level: there is a region already, 'regionen'"],
    ['"level": "region"', '"level": "board"', 'units[0].parent: a board needs a parent'],
    [
      '"parent": "regionen"',
      '"parent": "regionservice"',
      "units[1].parent: 'regionstyrelsen' stands under itself",
    ],
    [
      '"head": "7b1f0c00-0000-4000-8000-000000000002"',
      '"head": "7b1f0c00-0000-4000-8000-00000000ffff"',
      'units[2].head: there is no person',
    ],
    [
      '"goal": "resor",\n      "due"',
      '"goal": "rasor",\n      "due"',
      "stageGoals[0].goal: there is no goal with key 'rasor'",
    ],
    [
      '"regionstyrelsen",\n        "regionservice"',
      '"regionservice",\n        "regionservice"',
      "assignments[0].units[1]: 'regionservice' holds the goal 'resor' already",
    ],
    ['"goals": ["avfall"]', '"goals": []', 'activities[0].goals: must name at least one goal'],
    [
      '"goals": ["resor"],\n      "title": "Elbilar',
      '"goals": ["energi"],\n      "title": "Elbilar',
      "activities[2].stageGoal: belongs to the goal 'resor'",
    ],
  ])('is refused when %j is %j', (from, to, words) => {
    const found = complaint(changed(from, to));
    expect(found).toMatch(/^my\.json:\d+: /);
    expect(found).toContain(words);
  });

  it('lists the first twenty faults, and says how many more there are', () => {
    const found = complaint(region.replaceAll('"role"', '"rolle"')).split('\n');
    expect(found).toHaveLength(21);
    expect(found[20]).toMatch(/^my\.json: and \d+ more$/);
  });

  it('takes no prototype from a field name', () => {
    expect(complaint(changed('"format": 1,', '"format": 1, "__proto__": {},'))).toContain(
      '__proto__: there is no such',
    );
  });
});
