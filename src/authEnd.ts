import { NavigationClient } from '@azure/msal-browser';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/**
 * The root of auth-end.html, where Entra leads back to: tells the page that is waiting for it, or goes back to where one came
 * from. The app may lie in a folder, which MSAL does not know when there is no such place, as after signing out.
 */
const home = new URL('index.html', window.location.href).href;
const top = `${window.location.origin}/`;

class OwnNavigation extends NavigationClient {
  override navigateInternal(...[url, options]: Parameters<NavigationClient['navigateInternal']>) {
    return super.navigateInternal(url === top ? home : url, options);
  }
}

broadcastResponseToMainFrame(new OwnNavigation()).catch(() => {
  // Nobody waits, or it was opened by hand.
  if (window.parent === window) window.location.replace(home);
});
