import { strFromU8, unzipSync } from 'fflate';
import { attribute, type Shared, sheetOf, xmlText } from './readSheet.ts';
import { type FileRefusal, mostUnpacked, type Sheet } from './sheet.ts';

type Parts = (path: string) => string | undefined;

/** Styles that show days without saying so: Excel's own, and those of the far east. */
const dayStyles = new Set([14, 15, 16, 17, 22, ...upTo(27, 36), ...upTo(50, 58)]);

function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/**
 * [I4] The visible sheets of an .xlsx file. [I3] What it would grow to is added up before anything is unpacked, and no part of it
 * grows beyond what it says of itself.
 */
export function workbookOf(bytes: Uint8Array): readonly Sheet[] | FileRefusal {
  let unpacked = 0;
  let parts: Parts;
  try {
    const wanted = (name: string) => /\.(?:xml|rels)$/i.test(name);
    // Nothing is unpacked yet.
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (wanted(name)) unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpacked) return { problem: 'tooLarge', count: unpacked };
    const files = unzipSync(bytes, { filter: ({ name }) => wanted(name) });
    const byName = new Map(Object.entries(files).map(([name, file]) => [name.toLowerCase(), file]));
    parts = (path) => {
      const file = byName.get(path.toLowerCase().replace(/^\//, ''));
      return file && strFromU8(file);
    };
  } catch {
    return { problem: 'damaged', count: 0 };
  }
  const place = mainPart(parts);
  const workbook = parts(place);
  if (workbook === undefined) return { problem: 'notExcel', count: 0 };
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : folder + target);
  const links = linksIn(parts(`${folder}_rels/${place.slice(folder.length)}.rels`) ?? '');
  const shared: Shared = {
    texts: textsIn(parts(pathOf('sharedStrings.xml')) ?? ''),
    days: daysIn(parts(pathOf('styles.xml')) ?? ''),
    is1904: /date1904\s*=\s*["'](?:1|true)/.test(workbook),
  };
  const named = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)].map(
    ([, attributes = '']) => attributes,
  );
  return named.flatMap((attributes, n): Sheet[] => {
    if (/hidden/i.test(attribute(attributes, 'state') ?? '')) return [];
    const target = links.get(attribute(attributes, 'id') ?? '') ?? `worksheets/sheet${n + 1}.xml`;
    const xml = parts(pathOf(target));
    return xml === undefined ? [] : [sheetOf(attribute(attributes, 'name') ?? '', xml, shared)];
  });
}

function mainPart(parts: Parts): string {
  const links = [...(parts('_rels/.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)];
  const main = links.find(([, attributes = '']) =>
    (attribute(attributes, 'Type') ?? '').endsWith('/officeDocument'),
  );
  const target = main && attribute(main[1] ?? '', 'Target')?.replace(/^\//, '');
  return target !== undefined && /workbook/i.test(target) ? target : 'xl/workbook.xml';
}

function linksIn(xml: string): Map<string, string> {
  const all = [...xml.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)];
  return new Map(
    all.map(([, attributes = '']) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  );
}

function textsIn(xml: string): string[] {
  const texts: string[] = [];
  let [text, from, isAside] = ['', 0, false];
  for (const found of xml.matchAll(/<(\/?)(?:\w+:)?(si|t|rPh)\b[^<>]*?(\/?)>/g)) {
    const [all, end, what, closed] = found;
    if (what === 'rPh') isAside = end === '' && closed === '';
    else if (what === 'si') {
      if (end === '/' || closed === '/') texts.push(text);
      text = '';
    } else if (end === '/') {
      if (!isAside) text += xmlText(xml.slice(from, found.index));
    } else if (closed === '') from = found.index + all.length;
  }
  return texts;
}

function daysIn(xml: string): boolean[] {
  const own = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b([^<>]*)>/g)].map(([, attributes = '']) => [
      Number(attribute(attributes, 'numFmtId')),
      showsDay(attribute(attributes, 'formatCode') ?? ''),
    ]),
  );
  const styles = /<(?:\w+:)?cellXfs\b[^<>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return [...styles.matchAll(/<(?:\w+:)?xf\b([^<>]*)>/g)].map(([, attributes = '']) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return own.get(id) ?? dayStyles.has(id);
  });
}

/** Quoted words, colours and escaped letters show no day. */
function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
