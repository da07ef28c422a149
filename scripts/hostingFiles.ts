import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** What the product's host has to send: the one source is hosting/headers.json, and the files of known hosts are written from it. */
const words = v.array(v.string());
const form = v.strictObject({
  /** The policy of the page itself, which also stands in index.html for hosts that send nothing. */
  policy: v.record(v.string(), words),
  framedBy: words,
  everywhere: v.record(v.string(), v.string()),
  caching: v.strictObject({ 'named by their content': v.string(), 'everything else': v.string() }),
});
export type Hosting = v.InferOutput<typeof form>;

const folder = path.resolve(import.meta.dirname, '../hosting');

export function readHosting(): Hosting {
  return v.parse(form, JSON.parse(readFileSync(path.join(folder, 'headers.json'), 'utf8')));
}

export function pagePolicy({ policy }: Hosting): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

function unchanging(hosting: Hosting): Record<string, string> {
  const policy = `${pagePolicy(hosting)}; frame-ancestors ${hosting.framedBy.join(' ')}`;
  return { 'Content-Security-Policy': policy, ...hosting.everywhere };
}

/** Every header of the answer for one file, `/assets/index-B5kD9x2a.js`. */
export function headersFor(hosting: Hosting, pathname: string): Record<string, string> {
  const { caching } = hosting;
  const isNamed = /\/assets\/[^/]+$/.test(pathname);
  return {
    ...unchanging(hosting),
    'Cache-Control': caching[isNamed ? 'named by their content' : 'everything else'],
  };
}

const origin = 'Written from headers.json by `npx tsx scripts/writeHosting.ts`; change that file instead.';

function nginx(hosting: Hosting): string {
  const { caching } = hosting;
  const headers = Object.entries(unchanging(hosting)).map(
    ([name, value]) => `    add_header ${name} "${value}" always;`,
  );
  return `# ${origin}

# What is not there must not be remembered for a year.
map "$status $uri" $kaskad_caching {
    default "${caching['everything else']}";
    "~^(200|206|304) .*/assets/[^/]+$" "${caching['named by their content']}";
}

server {
    # Behind whatever carries the certificate: Teams opens https only.
    listen 8080;
    server_name _;
    server_tokens off;
    absolute_redirect off;
    root /usr/share/nginx/html;
    index index.html;
    charset utf-8;

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1024;
    gzip_types application/javascript application/json text/css text/javascript;

    # In one place: a location with an add_header of its own would send none of these.
${headers.join('\n')}
    add_header Cache-Control $kaskad_caching always;
}
`;
}

function staticWebApp(hosting: Hosting): string {
  const { caching } = hosting;
  const named = { 'Cache-Control': caching['named by their content'] };
  const config = {
    routes: [{ route: '/assets/*', headers: named }],
    globalHeaders: headersFor(hosting, '/'),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Some hosts join the values of two rules that both match, so no two name the same header for one file. */
function headersFile(hosting: Hosting): string {
  const { caching } = hosting;
  const rules: [string, Record<string, string>][] = [
    ['/*', unchanging(hosting)],
    ['/assets/*', { 'Cache-Control': caching['named by their content'] }],
    ...['/', '/*.html', '/*.json'].map((pages): [string, Record<string, string>] => [
      pages,
      { 'Cache-Control': caching['everything else'] },
    ]),
  ];
  const blocks = rules.map(([pages, headers]) =>
    [pages, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `# ${origin}\n${blocks.join('\n')}\n`;
}

/** The files of hosting/ that are written, by their names. */
export function hostingFiles(hosting: Hosting): ReadonlyMap<string, string> {
  return new Map([
    ['nginx.conf', nginx(hosting)],
    ['staticwebapp.config.json', staticWebApp(hosting)],
    ['_headers', headersFile(hosting)],
  ]);
}
