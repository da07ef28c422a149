/** The pages that the overview's menu leads to. */
export const sidePages = {
  organisation: 'Organisation',
  goals: 'Mål och mätetal',
  import: 'Importera …',
  roles: 'Roller',
  setup: 'Installation och hälsokontroll',
};
