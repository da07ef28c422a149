/** The themes that most people never see; fetched when the host asks for one of them. */
export { teamsDarkTheme as dark, teamsHighContrastTheme as contrast } from '@fluentui/react-components';
