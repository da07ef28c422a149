export type EntraPerson = { id: string; name: string; mail: string };

/** The page on which one chooses who one is. No passwords: it stands on this machine, before pretend people. */
export function accountPage(options: {
  action: string;
  people: readonly EntraPerson[];
  hint: string | undefined;
  /** The opener is cut off unless whoever asks has said that it is known. */
  isOpenerKept: boolean;
}): Response {
  const { action, people, hint, isOpenerKept } = options;
  const first = people.filter(({ mail }) => mail.toLowerCase() === hint?.toLowerCase());
  const others = people.filter((one) => !first.includes(one));
  const buttons = [...first, ...others]
    .map(
      ({ id, name, mail }) =>
        `<button name="person" value="${safe(id)}">${safe(name)} (${safe(mail)})</button>`,
    )
    .join('\n');
  const html = `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Provmiljö: logga in</title></head>
<body><h1>Välj ett konto</h1>
<form method="post" action="${safe(action)}">
${buttons}
<button name="cancel" value="yes">Avbryt</button>
</form></body></html>`;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Frame-Options': 'DENY',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      ...(isOpenerKept ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin' }),
    },
  });
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
