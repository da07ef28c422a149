import type { Host, HostContext, Theme } from '../environment.ts';

/**
 * The browser in the place of Teams: the page stands by itself, opened from a bookmark or a SharePoint page. What Teams would
 * tell stands in the address (`?room=department/regionservice`; without it all departments) or in the browser's own settings.
 */
export function browserHost(person: HostContext['person'], loginHint: string, tenantId: string): Host {
  const asked = new URLSearchParams(window.location.search);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active)');
  const theme = (): Theme => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default');
  const entityId = asked.get('room') ?? '';
  return {
    context: {
      place: 'content',
      subPage: asked.get('page') ?? '',
      meetingId: '',
      entityId,
      theme: theme(),
      language: languageOf(navigator.language),
      person,
      isMobile: false,
      loginHint,
      tenantId,
    },
    onThemeChange(listener) {
      for (const query of [dark, contrast]) query.addEventListener('change', () => listener(theme()));
    },
    notifyLoaded: () => undefined,
    notifySuccess: () => undefined,
    // The browser's own farewell, `pagehide`, waits for nobody.
    onLeave: () => undefined,
    onBack: () => undefined,
    showOnStage: () => Promise.resolve(false),
    ownLink(subPage) {
      const link = new URL(window.location.href);
      link.hash = '';
      link.search = new URLSearchParams({
        ...(entityId === '' ? {} : { room: entityId }),
        page: subPage,
      }).toString();
      return link.href;
    },
  };
}

/** As in Teams: Swedish is the product's own language, English is for everybody else. */
function languageOf(name: string): 'sv' | 'en' {
  return name.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}
