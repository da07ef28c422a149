/** Signing in: the buttons, and the window that it happens in where Teams cannot do it itself. */
export const signIn = {
  button: 'Logga in',
  workAccount: 'Logga in med ditt arbetskonto',
  working: 'Väntar på inloggningen …',
  switchAccount: 'Byt konto',
  signOut: 'Logga ut',
  as: (name: string) => `Inloggad som ${name}`,
  failed: {
    clickNeeded: 'Inloggningen blev inte klar. Försök igen.',
    cancelled: 'Inloggningen avbröts innan den var klar. Försök igen när du vill.',
    blocked: 'Webbläsaren öppnade inte fönstret. Tillåt popup-fönster för den här sidan och försök igen.',
    consent:
      'Miljömål har inte fått lov att använda ditt konto. Försök igen och godkänn, eller be den som sköter Microsoft 365 hos er att göra det.',
    guest:
      'Du är gäst här och kunde inte loggas in. Be den som äger webbplatsen att bjuda in dig, eller öppna Miljömål i din egen organisation.',
    otherPerson: 'Det var någon annan som loggade in. Logga in med samma konto som i Teams.',
    notHandedOver:
      'Inloggningen lyckades, men fönstret kunde inte lämna över den hit. Försök igen, eller öppna Miljömål i webbläsaren.',
    offline: 'Det gick inte att nå inloggningen. Kontrollera nätet och försök igen.',
    unavailable: 'Inloggningen svarade inte som den ska. Försök igen om en stund.',
  },
  window: {
    leaving: 'Öppnar inloggningen …',
    done: 'Du är inloggad. Du kan stänga fönstret.',
    alone: 'Den här sidan öppnas av Teams. Du kan stänga fönstret.',
    failed: 'Inloggningen blev inte klar. Stäng fönstret och försök igen.',
  },
};

/** What stands in the way when nothing has been read yet. */
export const signInTroubles = {
  alone: {
    title: 'Miljömål',
    body: 'Mål, fördelningar och aktiviteter för din organisation. Logga in för att se dem.',
  },
  signInCancelled: {
    title: 'Du är inte inloggad',
    body: 'Inloggningen avbröts. Logga in när du vill fortsätta.',
  },
  signInBlocked: {
    title: 'Inloggningen kunde inte öppnas',
    body: 'Webbläsaren öppnade inte fönstret för inloggning. Tillåt popup-fönster för den här sidan och tryck på Logga in.',
  },
  consentMissing: {
    title: 'Miljömål behöver ett godkännande',
    body: 'Miljömål har inte fått lov att läsa och skriva i listorna för din räkning. Tryck på Logga in och godkänn. Får du inte det: be den som sköter Microsoft 365 hos er att godkänna för alla.',
  },
  guest: {
    title: 'Du är gäst här',
    body: 'Listorna ligger i en annan organisation än din, och där kunde du inte loggas in. Be den som äger webbplatsen att bjuda in dig.',
  },
  otherPerson: {
    title: 'Två olika konton',
    body: 'Kontot som loggade in är inte det som du använder i Teams. För att inget ska skrivas i någon annans namn visas inget här. Logga in med samma konto.',
  },
  signInUnavailable: {
    title: 'Inloggningen svarar inte',
    body: 'Det gick inte att logga in just nu. Det brukar gå över. Fliken försöker igen av sig själv.',
  },
};
