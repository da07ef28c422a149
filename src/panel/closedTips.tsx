/** The name says nothing of who sits here: what was closed on a machine is closed for all who share it. */
const name = 'kaskad.firstSteps';

/** Where the browser keeps nothing, the tips come back with the page. */
export function isClosedHere(): boolean {
  try {
    return localStorage.getItem(name) === 'closed';
  } catch {
    return false;
  }
}

export function keepClosed(): void {
  try {
    localStorage.setItem(name, 'closed');
  } catch {
    // Only a comfort is lost.
  }
}
