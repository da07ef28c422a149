/**
 * The tab keeps rows and unsent commands in this browser. When the stand-in has started over, they speak of
 * a site that is no more, so they go before the tab is opened. Only where the tab shares the window's origin.
 */

const beginningKey = 'kaskad.standin.beginning';
// The window's own memory that has nothing to do with the site.
const keptKeys = new Set(['kaskad.standin.welcomed']);

export async function forgetEarlierBeginning(beginning: string): Promise<void> {
  try {
    if (localStorage.getItem(beginningKey) === beginning) return;
    for (const key of Object.keys(localStorage)) if (!keptKeys.has(key)) localStorage.removeItem(key);
    sessionStorage.clear();
    const databases = await indexedDB.databases();
    await Promise.all(databases.map(({ name = '' }) => deleted(name)));
    localStorage.setItem(beginningKey, beginning);
  } catch {
    // A browser that blocks storage has kept nothing either.
  }
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const done = (): void => resolve();
    request.addEventListener('success', done);
    request.addEventListener('error', done);
    // Open in another browser tab: it is deleted when that one is closed or reloaded.
    request.addEventListener('blocked', done);
  });
}
