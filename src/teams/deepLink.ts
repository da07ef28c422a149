/** The same app in every organisation, so that links to it are alike; a package may be made with another. */
export const kaskadAppId = '6f1d4c52-7b0e-4c8e-9a57-2f4f0b1c8d36';

/** The tab that everybody who has the app can open, whatever teams they are in. */
const personalTab = 'overview';

/** Teams on Windows opens no longer links. */
const longestLabel = 100;

/** A link that opens the tab in Teams on a page within it, which arrives as the context's subPageId. */
export function deepLink(appId: string, subPage: string, label: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: subPage }));
  const words = encodeURIComponent(label.slice(0, longestLabel).replace(/\p{Surrogate}$/u, ''));
  return `https://teams.microsoft.com/l/entity/${appId}/${personalTab}?label=${words}&context=${context}`;
}
