import {
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme as FluentTheme,
  webDarkTheme,
} from '@fluentui/react-components';
import type { Theme } from './choice.ts';

/** A deep green that no Teams theme has, the same in light and dark: nobody takes the strip for Teams. */
const green: FluentTheme = {
  ...webDarkTheme,
  fontFamilyBase: teamsLightTheme.fontFamilyBase,
  colorNeutralBackground1: '#12393a',
  colorNeutralBackground1Hover: '#1b4b4c',
  colorNeutralBackground1Pressed: '#0d2c2d',
  colorNeutralBackground3: '#1d4b4c',
  colorNeutralForeground1: '#ffffff',
  colorNeutralForeground2: '#c4dedb',
  colorNeutralForeground3: '#c4dedb',
  colorNeutralStroke1: '#2f6163',
  colorNeutralStrokeAccessible: '#8fbab7',
  colorNeutralStrokeAccessibleHover: '#b6d6d3',
  colorCompoundBrandStroke: '#7fe0c4',
  colorSubtleBackgroundHover: '#1d4b4c',
  colorSubtleBackgroundPressed: '#0d2c2d',
  colorNeutralForeground2Hover: '#ffffff',
  colorNeutralForeground2BrandHover: '#7fe0c4',
  colorNeutralForeground2BrandPressed: '#7fe0c4',
};

export function stripTheme(theme: Theme): FluentTheme {
  return theme === 'contrast' ? teamsHighContrastTheme : green;
}
