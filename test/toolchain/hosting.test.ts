import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersFor, hostingFiles, pagePolicy, readHosting } from '../../scripts/hostingFiles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const hosting = readHosting();
const policy = headersFor(hosting, '/index.html')['Content-Security-Policy'] ?? '';

const always = ['/', '/index.html', '/config.json', '/version.json', '/privacy.html', '/terms.html'];
const named = ['/assets/index-B5kD9x2a.js', '/assets/index-AAAA_-11.css'];

/** What a browser makes of a header: the names in lower case, one value each. */
type Answer = Record<string, string>;
const answer = (headers: Record<string, string>): Answer =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** One statement of nginx: its words, and what stands in its braces. */
type Statement = { words: string[]; block: Statement[] };

/** Reads the configuration as nginx does: words, quoted words, `;` and braces. */
function statementsOf(text: string): Statement[] {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|#[^\n]*|[;{}]|[^\s;{}"]+/g) ?? [];
  const top: Statement[] = [];
  const open = [top];
  let words: string[] = [];
  for (const token of tokens) {
    const here = open.at(-1);
    if (!here) throw new Error('A brace too many is closed');
    if (token.startsWith('#')) continue;
    if (token === ';' || token === '{') {
      const statement = { words, block: [] };
      here.push(statement);
      words = [];
      if (token === '{') open.push(statement.block);
    } else if (token === '}') {
      if (words.length > 0) throw new Error(`No ; after ${words.join(' ')}`);
      open.pop();
    } else words.push(token.replace(/^"|"$/g, ''));
  }
  if (open.length !== 1 || words.length > 0) throw new Error('The end is missing');
  return top;
}

function byNginx(text: string, pathname: string, status = 200): Answer {
  const [map, server] = statementsOf(text);
  if (map?.words[0] !== 'map' || server?.words[0] !== 'server') throw new Error('A map and a server');
  const asked = `${status} ${pathname === '/' ? '/index.html' : pathname}`;
  const [, value] = map.block
    .map(({ words: [key = '', to = ''] }) => [key, to] as const)
    .filter(([key]) => key !== 'default')
    .find(([key]) => new RegExp(key.slice(1)).test(asked)) ?? ['', undefined];
  const otherwise = map.block.find(({ words }) => words[0] === 'default')?.words[1] ?? '';
  const headers = server.block.filter(({ words }) => words[0] === 'add_header');
  return answer(
    Object.fromEntries(
      headers.map(({ words: [, name = '', to = ''] }) => [
        name,
        to === map.words[2] ? (value ?? otherwise) : to,
      ]),
    ),
  );
}

/** As Cloudflare reads `_headers`: every rule that matches counts, and values of one name are joined. */
function byHeadersFile(text: string, pathname: string): Answer {
  const said: Answer = {};
  let isMatch = false;
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    if (!line.startsWith(' ')) {
      const pattern = line.replaceAll('.', '\\.').replace('*', '.*');
      isMatch = new RegExp(`^${pattern}$`).test(pathname);
    } else if (isMatch) {
      const cut = line.indexOf(':');
      const name = line.slice(0, cut).trim().toLowerCase();
      const value = line.slice(cut + 1).trim();
      said[name] = said[name] === undefined ? value : `${said[name]}, ${value}`;
    }
  }
  return said;
}

function byStaticWebApp(text: string, pathname: string): Answer {
  const config = JSON.parse(text) as {
    globalHeaders: Answer;
    routes: { route: string; headers: Answer }[];
  };
  const rule = config.routes.find(({ route }) => pathname.startsWith(route.replace('*', '')));
  return answer({ ...config.globalHeaders, ...rule?.headers });
}

describe('the files for known hosts', () => {
  it('[H2] are what headers.json says: run writeHosting.ts after a change', () => {
    for (const [name, text] of hostingFiles(hosting)) expect(read(`hosting/${name}`)).toBe(text);
  });

  it.each([...always, ...named])(
    '[H2] send the same headers for %s, each read as its host reads it',
    (file) => {
      const wanted = answer(headersFor(hosting, file));
      expect(byNginx(read('hosting/nginx.conf'), file)).toEqual(wanted);
      expect(byStaticWebApp(read('hosting/staticwebapp.config.json'), file)).toEqual(wanted);
      expect(byHeadersFile(read('hosting/_headers'), file)).toEqual(wanted);
    },
  );

  it('[H3] ask for pages and config.json anew each time, and keep for good what is named by its content', () => {
    for (const file of always) expect(headersFor(hosting, file)['Cache-Control']).toBe('no-cache');
    for (const file of named) expect(headersFor(hosting, file)['Cache-Control']).toContain('immutable');
    // A host may carry the product in a folder.
    expect(headersFor(hosting, '/kaskad/assets/a-12345678.js')['Cache-Control']).toContain('immutable');
  });

  it('[H3] remember nothing that is not there: an asset that is missing may come', () => {
    const missing = byNginx(read('hosting/nginx.conf'), '/assets/index-B5kD9x2a.js', 404);
    expect(missing['cache-control']).toBe('no-cache');
    expect(missing['content-security-policy']).toBe(policy);
  });

  it('[H2] nginx itself takes its file, where it is installed, and no location drops the headers', () => {
    const [, server] = statementsOf(read('hosting/nginx.conf'));
    const nested = server?.block.filter(({ block }) => block.length > 0) ?? [];
    expect(nested).toEqual([]);
    const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);
    if (!nginx) return;
    const folder = mkdtempSync(path.join(tmpdir(), 'kaskad-nginx-'));
    const whole = path.join(folder, 'nginx.conf');
    writeFileSync(
      whole,
      `pid ${folder}/pid; error_log stderr; events {} http { ${read('hosting/nginx.conf')} }`,
    );
    try {
      execFileSync(nginx, ['-t', '-c', whole, '-p', folder], { stdio: 'pipe' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('cannot be read with a brace or a semicolon missing', () => {
    const text = read('hosting/nginx.conf');
    expect(() => statementsOf(text.replace(/\}\s*$/, ''))).toThrow('The end is missing');
    expect(() => statementsOf(text.replace(/always;\n\}/, 'always\n}'))).toThrow('No ; after');
    expect(() => statementsOf(`${text}}`)).toThrow('The end is missing');
  });
});

describe('the policy', () => {
  const directives = new Map(
    policy.split('; ').map((one) => {
      const [name = '', ...sources] = one.split(' ');
      return [name, sources];
    }),
  );

  it('[H4] of the page itself is the same, for hosts that send nothing; who may frame it only a header can say', () => {
    const page = /Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))?.[1];
    expect(page).toBe(pagePolicy(hosting));
    expect(page).not.toContain('frame-ancestors');
  });

  it('[H5] allows nothing but what is named, nothing inline, and no script from elsewhere', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(policy).not.toMatch(/unsafe|\*(?!\.)|http:/);
    // The hash of nothing: an empty style element, which the components fill rule by rule.
    expect(directives.get('style-src')).toEqual([
      "'self'",
      "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    ]);
    expect(directives.get('connect-src')).toContain('https://*.sharepoint.com');
  });

  it('[H6] lets Teams, Microsoft 365 and Outlook frame the tab, and nobody else', () => {
    expect(directives.get('frame-ancestors')).toEqual([
      "'self'",
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook-sdf.office.com',
      'https://outlook-sdf.office365.com',
    ]);
    const names = Object.keys(headersFor(hosting, '/')).map((name) => name.toLowerCase());
    expect(names).not.toContain('x-frame-options');
    // A sign-in window speaks to the page that opened it, which this would cut off.
    expect(names).not.toContain('cross-origin-opener-policy');
  });

  it('fits into a line of the hosts that read _headers', () => {
    for (const line of read('hosting/_headers').split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

describe('the container', () => {
  it('[H7] holds the built files and their server, runs without rights, and takes no example for its config.json', () => {
    const dockerfile = read('hosting/Dockerfile');
    expect(dockerfile).toMatch(/^FROM \S*nginx-unprivileged:/m);
    expect(dockerfile.match(/^COPY .*$/gm)).toEqual([
      'COPY hosting/nginx.conf /etc/nginx/conf.d/default.conf',
      'COPY dist /usr/share/nginx/html',
    ]);
    const left = read('hosting/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(left).toEqual(['*', '!dist', '!hosting/nginx.conf', 'dist/config.json']);
    const [, server] = statementsOf(read('hosting/nginx.conf'));
    const said = (name: string) => server?.block.find(({ words }) => words[0] === name)?.words[1];
    expect(dockerfile).toContain(`COPY dist ${said('root')}`);
    expect(dockerfile).toContain(`EXPOSE ${said('listen')}`);
  });
});
