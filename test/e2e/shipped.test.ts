import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

describe('what ships', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });

  it('holds nothing of the stand-in: no page, no address, no day of its own', () => {
    // Words that stand in the stand-in's window, server and second root, and in nothing of the product's.
    const traces = [
      'Provmiljö',
      '/standin/',
      'pretend',
      'region.json',
      'Anders Ekholm',
      '/graph/v1.0',
      '127.0.0.1',
    ];
    const found = files
      .filter((file) => /\.(js|css|html|json)$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(dist, file), 'utf8');
        return traces.filter((trace) => text.includes(trace)).map((trace) => `${file}: ${trace}`);
      });
    expect(found).toEqual([]);
    expect(files.filter((file) => /standin|window|tab\.html/i.test(file))).toEqual([]);
  });

  it('is found by those words where they do stand', () => {
    const web = join(import.meta.dirname, '../../.standin/web');
    const all = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const text = all.map((file) => readFileSync(join(web, file), 'utf8')).join('\n');
    expect(['Provmiljö', '/standin/'].filter((trace) => !text.includes(trace))).toEqual([]);
  });

  it('allows no script and no style from elsewhere, and no connection but to Microsoft', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    const sources = policy.split(';').find((part) => part.trim().startsWith('connect-src')) ?? '';
    expect(sources.trim().split(' ').slice(1)).toEqual([
      "'self'",
      'https://graph.microsoft.com',
      // The site's own files: snapshots and the pieces of large ones.
      'https://*.sharepoint.com',
      'https://login.microsoftonline.com',
      'https://res.cdn.office.net',
    ]);
  });
});
