/**
 * Labels of the IMOW waardelijsten that cannot be read from the name of the concept, because the label has a hyphen,
 * brackets, an abbreviation or an accent.
 */
const uitzonderingen: Readonly<Record<string, string>> = {
  AGewogenGemiddeldeGeluidsniveau: 'A-gewogen gemiddelde geluidsniveau',
  AGewogenGemiddeldeGeluidsniveauAvondperiode: 'A-gewogen gemiddelde geluidsniveau avondperiode',
  AGewogenGemiddeldeGeluidsniveauDagperiode: 'A-gewogen gemiddelde geluidsniveau dagperiode',
  AGewogenGemiddeldeGeluidsniveauNachtperiode: 'A-gewogen gemiddelde geluidsniveau nachtperiode',
  CultureelErfgoedactiviteit: 'cultureel-erfgoedactiviteit',
  DecibelMetAWeging: 'decibel met A-weging',
  FloraEnFaunaActiviteit: 'flora- en fauna-activiteit',
  GebruikenVanBouwwerkenactiviteit: 'gebruiken-van-bouwwerkenactiviteit',
  GelegenheidTotZwemmenEnBadenBiedenactiviteit: 'gelegenheid-tot-zwemmen-en-baden-biedenactiviteit',
  GraadHoek: 'graad (hoek)',
  InStandHoudenVanBouwwerkenactiviteit: 'in-stand-houden-van-bouwwerkenactiviteit',
  LandelijkGebiedAgrarisch: 'landelijk gebied-agrarisch',
  LandelijkGebiedHoofdfunctieLandschap: 'landelijk gebied-hoofdfunctie landschap',
  LandelijkGebiedHoofdfunctieNatuur: 'landelijk gebied-hoofdfunctie natuur',
  LandelijkGebiedStedelijkUitloopgebied: 'landelijk gebied-stedelijk uitloopgebied',
  LandelijkGebiedVerwevingVanFuncties: 'landelijk gebied-verweving van functies',
  Natura2000Activiteit: 'natura 2000-activiteit',
  Natura2000Gebied: 'natura 2000-gebied',
  NoordzeeActiviteit: 'noordzee-activiteit',
  StedelijkGebiedBuitenCentrum: 'stedelijk gebied-buiten centrum',
  StedelijkGebiedCentrumDorps: 'stedelijk gebied-centrum dorps',
  StedelijkGebiedCentrumStedelijk: 'stedelijk gebied-centrum stedelijk',
  StedelijkGebiedGroenStedelijk: 'stedelijk gebied-groen stedelijk',
  StortplaatsGesloten: 'stortplaats (gesloten)',
  StortplaatsOpen: 'stortplaats (open)',
  TraceHoogspanning: 'tracé hoogspanning',
  TweeAaneen: 'twee-aaneen',
  VerrichtenVanWerkenEnWerkzaamhedenactiviteit: 'verrichten-van-werken-en-werkzaamhedenactiviteit',
  VerstoringsgebiedMilitaireZendEnOntvangstinstallatie: 'verstoringsgebied militaire zend- en ontvangstinstallatie',
  ZonneEnergiegebied: 'zonne-energiegebied',
};

/**
 * The label of a value of an IMOW waardelijst, from its URI. A value that came after this was written, or one of the
 * gemeente itself, gets the words of its name.
 *
 * @example labelOf('http://standaarden.omgevingswet.overheid.nl/thema/id/concept/ExterneVeiligheid') // externe veiligheid
 */
export function labelOf(uri: string): string {
  const concept = uri.trim().split(/[/#]/).at(-1) ?? '';
  return (
    uitzonderingen[concept] ??
    concept
      .replace(/MBT(?=[A-Z])/, ' m.b.t. ')
      .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{L})(?=\d)/gu, ' ')
      .replace(/[_\s]+/g, ' ')
      .trim()
      .toLowerCase()
  );
}
