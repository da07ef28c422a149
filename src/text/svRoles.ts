/** Who is what, and what that means. */
export const roles = {
  title: 'Roller',
  saved: 'Rollerna är sparade.',
  intro:
    'Här står vem som ser till helheten. Vem som är chef står i organisationen. Det styr vad fliken visar först för var och en.',
  back: 'Tillbaka till översikten',
  strategists: 'Ser till helheten',
  strategistsLine: 'Sätter mål, stänger perioder, ändrar organisationen och skriver till styrelsen.',
  nobody: 'Ingen är utsedd än. Då visas allt för alla.',
  add: 'Lägg till en person',
  who: 'Person',
  addThis: 'Lägg till',
  needsDirectory: 'Välj personen i listan. Bara den som finns i er katalog kan utses.',
  takeAway: (name: string) => `Ta bort ${name}`,
  notAllowed: 'Bara den som äger webbplatsen kan ändra roller. Be den personen.',
  othersSaved: 'Någon annan har ändrat rollerna samtidigt. Det senaste visas här nu.',
  lastOne: 'Du tar bort dig själv. Någon annan behöver utse dig igen om du vill ha det tillbaka.',
  who2what: 'Vad var och en gör',
  head: 'Chef',
  headLine: 'Fördelar mål i sin avdelning eller enhet och svarar på önskemål. Står i organisationen.',
  staff: 'Medarbetare',
  staffLine: 'Lägger in och ändrar aktiviteter. Är medlem på webbplatsen.',
  reader: 'Läsare',
  readerLine: 'Ser allt men ändrar inget. Är besökare på webbplatsen.',
  truth: 'Så skyddas uppgifterna',
  enforced:
    'SharePoint avgör vem som får skriva. Mål, organisation, perioder och inställningar kan bara ägare ändra, när listorna är inställda så. Hälsokontrollen visar om de är det.',
  suggested:
    'SharePoint skiljer inte en chef från en kollega. Att bara chefer fördelar mål är därför en överenskommelse: fliken visar vem som gjorde vad, men hindrar det inte.',
  health: 'Till hälsokontrollen',
};
