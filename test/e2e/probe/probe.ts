import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { app, authentication, FrameContexts, nestedAppAuth, pages, people } from '@microsoft/teams-js';

/** A tab with nothing in it but the real libraries: what it learns stands in the page, for the test to read. */

function show(place: string, value: unknown): void {
  const element = document.querySelector(`#${place}`);
  if (element !== null) element.textContent = typeof value === 'string' ? value : JSON.stringify(value);
}

function onClick(button: string, act: () => Promise<unknown> | void): void {
  document.querySelector(`#${button}`)?.addEventListener('click', () => {
    Promise.resolve(act()).catch((error: unknown) =>
      show('error', error instanceof Error ? error.message : error),
    );
  });
}

async function start(): Promise<void> {
  await app.initialize();
  app.notifyAppLoaded();
  const context = await app.getContext();
  const query = new URLSearchParams(window.location.search);
  show('context', { ...context, day: query.get('day'), department: query.get('department') });
  if (query.get('department') === 'hr' && sessionStorage.getItem('retried') === null) {
    sessionStorage.setItem('retried', 'yes');
    app.notifyFailure({ reason: app.FailedReason.Other, message: 'The probe fails once here.' });
    return;
  }
  app.registerOnThemeChangeHandler((theme) => show('theme', theme));

  if (context.page.frameContext === FrameContexts.settings) {
    pages.config.registerOnSaveHandler((event) => {
      pages.config
        .setConfig({
          contentUrl: `${window.location.origin}${window.location.pathname}?department=ekonomi`,
          entityId: 'department/ekonomi',
          suggestedDisplayName: 'Ekonomi',
        })
        .then(
          () => event.notifySuccess(),
          (error: unknown) => event.notifyFailure(String(error)),
        );
    });
    onClick('valid', () => pages.config.setValidityState(true));
  }
  onClick('share', () =>
    pages.shareDeepLink({ subPageId: 'goal/resor', subPageLabel: 'Minskade utsläpp från resor' }),
  );
  onClick('link', () =>
    app.openLink(
      `https://teams.microsoft.com/l/entity/app/overview?context=${encodeURIComponent('{"subEntityId":"gaps"}')}`,
    ),
  );
  onClick('people', () => people.selectPeople());
  onClick('old', () => authentication.getAuthToken());
  await app.notifySuccess();

  const { clientId } = (await (await fetch('/config.json')).json()) as { clientId: string };
  const msal = await createNestablePublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${context.user?.tenant?.id}`,
      clientCapabilities: ['CP1'],
    },
  });
  const request = { scopes: ['https://graph.microsoft.com/Sites.ReadWrite.All'] };
  const result = await msal.acquireTokenSilent(request);
  const again = await msal.acquireTokenSilent(request);
  const popup = await msal.acquireTokenPopup({ scopes: ['User.Read'] });
  show('token', {
    accessToken: result.accessToken,
    name: result.account.name,
    homeAccountId: result.account.homeAccountId,
    isRecommended: nestedAppAuth.isNAAChannelRecommended(),
    againFromCache: again.fromCache,
    popupToken: popup.accessToken,
  });
}

start().catch((error: unknown) => show('error', String(error)));
