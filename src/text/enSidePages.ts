import type { sidePages as sv } from './svSidePages.ts';

export const sidePages: typeof sv = {
  organisation: 'Organisation',
  goals: 'Goals and indicators',
  import: 'Import …',
  roles: 'Roles',
  setup: 'Set-up and health check',
};
