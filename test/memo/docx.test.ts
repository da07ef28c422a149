// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memoDocx } from '../../src/memo/docx.ts';
import { memoOf, newDraft, type Draft, withText } from '../../src/memo/memo.ts';
import { memoSentences as words } from '../../src/text/svMemoSentences.ts';
import { demoFacts, someHeadings } from './facts.ts';

const headings = someHeadings({
  authorUnit: 'Krisberedskap, säkerhet & miljö',
  diaryNumber: 'RS/143/2023',
  signatories: [
    { name: 'Karin Lind', title: 'Regiondirektör' },
    { name: 'Per <Öst>', title: 'Regionstabschef' },
  ],
  copies: ['Miljöstrateg', 'Ekonomi'],
});
const draft: Draft = newDraft(demoFacts(), headings, '2023-08-25');

/** The document's parts as Word finds them. */
async function partsOf(one: Draft) {
  const files = unzipSync(new Uint8Array(await memoDocx(memoOf(one, words), words)));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const parse = (name: string) => new DOMParser().parseFromString(part(name), 'application/xml');
  return { part, parse, names: Object.keys(files) };
}

const inside = (node: Element | Document, name: string) => [...node.getElementsByTagName(name)];
const textOf = (node: Element) =>
  inside(node, 'w:t')
    .map((one) => one.textContent)
    .join('');
const styleOf = (paragraph: Element) => inside(paragraph, 'w:pStyle')[0]?.getAttribute('w:val');

describe('the Word document', () => {
  it('[M11] says what the memo says, letter for letter and in its order', async () => {
    const memo = memoOf(draft, words);
    const { parse } = await partsOf(draft);
    const body = inside(parse('word/document.xml'), 'w:body')[0];
    const said = [...(body?.children ?? [])].filter(({ tagName }) => tagName === 'w:p').map(textOf);
    expect(said.filter((one) => one !== '')).toEqual([
      'Krisberedskap, säkerhet & miljö',
      'Ingrid Sandell',
      'ingrid@region.example',
      'Regionstyrelsen',
      'RS/143/2023',
      '2023-08-25',
      'Uppföljning av miljömålen 2023',
      'Ärendebeskrivning',
      ...memo.description.paragraphs.map(({ text }) => text),
      'Regiondirektörens förslag',
      'Uppföljningen av aktiviteterna kopplade till miljömål godkänns.',
      'I tjänsten',
      'Karin Lind',
      'Regiondirektör',
      'Per <Öst>',
      'Regionstabschef',
      'Utdrag till',
      'Miljöstrateg',
      'Ekonomi',
      'Underlag',
      'Miljömål och aktiviteter per avdelning 2023',
      'Mätetal för hela regionen',
    ]);
    expect(said.join(' ')).toContain(
      'En sammanställning visar att alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga. Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå.',
    );
  });

  it('[M11] has real headings, one of them the first', async () => {
    const { parse } = await partsOf(draft);
    const paragraphs = inside(parse('word/document.xml'), 'w:p');
    const titled = (style: string) => paragraphs.filter((one) => styleOf(one) === style).map(textOf);
    expect(titled('Heading1')).toEqual(['Uppföljning av miljömålen 2023']);
    expect(titled('Heading2')).toEqual([
      'Ärendebeskrivning',
      'Regiondirektörens förslag',
      'I tjänsten',
      'Utdrag till',
      'Underlag',
    ]);
    expect(titled('Heading3')).toHaveLength(2);
  });

  it('[M11] is in Swedish, has its title and its author, and numbers its pages', async () => {
    const { part, parse, names } = await partsOf(draft);
    const languages = inside(parse('word/styles.xml'), 'w:lang').map((one) => one.getAttribute('w:val'));
    expect(new Set(languages)).toEqual(new Set(['sv-SE']));
    expect(inside(parse('docProps/core.xml'), 'dc:title')[0]?.textContent).toBe(
      'Uppföljning av miljömålen 2023',
    );
    expect(inside(parse('docProps/core.xml'), 'dc:creator')[0]?.textContent).toBe('Ingrid Sandell');
    const footers = names.filter((name) => /footer\d*\.xml$/.test(name)).map(part);
    expect(footers.length).toBeGreaterThan(0);
    for (const footer of footers) {
      expect(footer).toContain('PAGE');
      expect(footer).toContain('NUMPAGES');
      expect(footer).toContain('Sida ');
    }
  });

  it('[M11] repeats the heads of its tables, and breaks no row over two pages', async () => {
    const { parse } = await partsOf(draft);
    const tables = inside(parse('word/document.xml'), 'w:tbl');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = inside(table, 'w:tr');
      expect(rows.map((row) => inside(row, 'w:tblHeader').length)).toEqual(
        rows.map((_, n) => (n === 0 ? 1 : 0)),
      );
      expect(rows.every((row) => inside(row, 'w:cantSplit').length === 1)).toBe(true);
    }
    expect(inside(tables[0] ?? document.body, 'w:tr')).toHaveLength(10);
  });

  it('[M11] holds what people wrote, whatever it was: several lines, marks of XML, characters that XML cannot hold', async () => {
    const hostile = 'Rad <b>ett</b> & "två"\u0000\u0008\n\nRad två \uD800]]>';
    const mine = withText(draft, { id: 'counts', source: 'facts' }, hostile, words);
    const { parse } = await partsOf(mine);
    const xml = parse('word/document.xml');
    expect(inside(xml, 'parsererror')).toEqual([]);
    const said = inside(xml, 'w:p').map(textOf);
    expect(said).toContain('Rad <b>ett</b> & "två"');
    expect(said).toContain('Rad två ]]>');
  });

  it('[M11] of a board with nothing is a document all the same, without tables', async () => {
    const nothing = {
      ...draft.facts,
      goals: [],
      lines: [],
      departments: [],
      possible: 0,
      indicators: [],
      periods: [],
    };
    const { parse } = await partsOf({ ...draft, facts: nothing });
    const xml = parse('word/document.xml');
    expect(inside(xml, 'w:tbl')).toEqual([]);
    expect(inside(xml, 'w:p').map(textOf)).toContain('Ärendebeskrivning');
  });

  it('[M11] of two hundred departments and five hundred quotes holds every one of them', async () => {
    const [line] = draft.facts.lines;
    if (!line) throw new Error('There is no department');
    const lines = Array.from({ length: 200 }, (_, n) => ({
      ...line,
      key: `d-${n}`,
      title: `Avdelning ${n}`,
    }));
    const quotes = Array.from({ length: 500 }, (_, n) => ({
      key: `c-${n}`,
      kind: 'comment' as const,
      place: 'Kost',
      text: `Kommentar nummer ${n}`,
    }));
    const { part } = await partsOf({ ...draft, facts: { ...draft.facts, lines }, quotes });
    const xml = part('word/document.xml');
    expect(xml.match(/Avdelning \d+</g)).toHaveLength(200);
    expect(xml.match(/Kommentar nummer \d+”/g)).toHaveLength(500);
  });
});
