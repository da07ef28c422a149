/** Counting the overview's numbers anew. */
export const recount = {
  what: 'Siffrorna räknas när någon sparar.',
  again: 'Räkna om från början',
  busy: 'Räknar …',
  done: (drifted: number) =>
    drifted === 0
      ? 'Allt stämde.'
      : drifted === 1
        ? 'En enhet stämde inte och är rättad.'
        : `${drifted} enheter stämde inte och är rättade.`,
  failed: 'Det gick inte att räkna just nu. Försök igen om en stund.',
};
