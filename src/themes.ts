import type { Theme as FluentTheme } from '@fluentui/react-components';
import type { Theme } from './environment.ts';
import { lightTheme } from './lightTheme.ts';

/** The Fluent theme that goes with the host's. A failed fetch of the rarer ones leaves the light one standing. */
export async function fluentThemeOf(theme: Theme): Promise<FluentTheme> {
  if (theme === 'default') return lightTheme;
  try {
    return (await import('./darkThemes.ts'))[theme];
  } catch {
    return lightTheme;
  }
}
