import type { Section } from './report.ts';
export function coverageSection(): Promise<Section> {
  return Promise.reject(new Error('Not yet'));
}
