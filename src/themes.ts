import { type Theme as FluentTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Theme } from './environment.ts';

/** The Fluent theme that goes with the host's. A failed fetch of the rarer ones leaves the light one standing. */
export async function fluentThemeOf(theme: Theme): Promise<FluentTheme> {
  if (theme === 'default') return teamsLightTheme;
  try {
    return (await import('./darkThemes.ts'))[theme];
  } catch {
    return teamsLightTheme;
  }
}
