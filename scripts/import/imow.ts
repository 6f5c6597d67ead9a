import { type GekozenGebied, readGebied } from './imow/gebied.ts';
import { imowTabellen } from './imow/kolommen.ts';
import { type RegelingGegevens, readLevering } from './imow/levering.ts';
import { buildTabellen } from './imow/tabellen.ts';
import { type ImportContext, type Importer, ImportFault } from './importer.ts';

/** One regeling with its IMOW objects: the download of the national facility, or a delivery as it was submitted. */
export const imow: Importer = {
  naam: 'imow',
  uitleg: 'Omgevingsplan of verordening: IMOW-levering met STOP-tekst en GIO’s (zip of map)',
  tabellen: [...imowTabellen, 'locatie_deel'],
  opties: {
    gebied:
      'waar het ambtsgebied ligt: gemeentecode, POLYGON in RD of GeoJSON-bestand. Voor een grens die niet is geladen, of om een omgevingsplan als demonstratie over een ander gebied te leggen',
    gemeente: 'gemeentecode waarvoor deze bron telt, als --gebied geen gemeentecode is',
  },
  async open(pad, context) {
    const { opties, voortgang, findGemeente } = context;
    const levering = await readLevering(pad, voortgang);
    const { regeling } = levering;
    const gekozen = opties.gebied === undefined ? null : await readGebied(opties.gebied, findGemeente);
    const gemeenteCode = chooseGemeente(opties.gemeente, gekozen, regeling);
    const isDemonstratie =
      gekozen !== null && regeling.bestuurslaag === 'gemeente' && gemeenteCode !== regeling.bevoegdGezagCode;

    voortgang('regels koppelen');
    const bronId = [
      'imow',
      regeling.work
        .replace(/^\/akn\/nl\/act\//, '')
        .replace(/[^\w]+/g, '-')
        .toLowerCase(),
      ...(regeling.ontwerp ? ['ontwerp'] : []),
      ...(isDemonstratie ? ['op', gemeenteCode ?? 'gekozen-gebied'] : []),
    ].join('-');
    const url = `https://identifier.overheid.nl${regeling.work}`;
    const { tabellen, regelingsgebied } = await buildTabellen(
      levering,
      {
        bronId,
        url,
        bevoegdGezag: await nameBevoegdGezag(regeling, findGemeente),
        findAmbtsgrens: async (code) => gekozen?.geom ?? (await findGemeente({ code }))?.geom ?? null,
      },
      context,
    );
    const naam = regeling.citeertitel ?? regeling.opschrift;
    return [
      {
        bron: {
          id: bronId,
          soort: 'imow',
          naam: isDemonstratie ? `${naam} (demonstratie: gelegd over ${gemeenteCode ?? 'een gekozen gebied'})` : naam,
          licentie: 'Publiek domein (artikel 11 Auteurswet)',
          url,
          ...(gemeenteCode ? { gemeenteCode } : {}),
          peildatum: regeling.peildatum ?? new Date().toISOString().slice(0, 10),
          ...(regelingsgebied ? { dekking: regelingsgebied } : {}),
        },
        tabellen,
      },
    ];
  },
};

/** The gemeente for which the delivery counts: as chosen, or that of the plan when it lies in its own ambtsgebied. */
function chooseGemeente(
  optie: string | undefined,
  gekozen: GekozenGebied | null,
  regeling: RegelingGegevens,
): string | null {
  if (optie !== undefined) {
    if (!/^gm\d{4}$/i.test(optie)) throw new ImportFault(`--gemeente ${optie} is geen gemeentecode, zoals gm0228.`);
    return optie.toLowerCase();
  }
  if (gekozen) return gekozen.gemeenteCode;
  return regeling.bestuurslaag === 'gemeente' ? regeling.bevoegdGezagCode : null;
}

/** The delivery has only a code: the name comes from the loaded borders, or else from the title. */
async function nameBevoegdGezag(
  regeling: RegelingGegevens,
  findGemeente: ImportContext['findGemeente'],
): Promise<string> {
  if (regeling.bestuurslaag === 'gemeente') {
    const gemeente = await findGemeente({ code: regeling.bevoegdGezagCode });
    if (gemeente) return `Gemeente ${gemeente.naam}`;
  }
  const titels = `${regeling.opschrift}\n${regeling.citeertitel ?? ''}`;
  const uitTitel = titels.match(
    /\b([Gg]emeente|[Pp]rovincie|[Ww]aterschap|[Hh]oogheemraadschap)((?:(?: (?:van|de|den|het|en))* \p{Lu}[\p{L}'’-]*)+)/u,
  );
  if (uitTitel?.[1]) return `${uitTitel[1].slice(0, 1).toUpperCase()}${uitTitel[1].slice(1)}${uitTitel[2]}`;
  const soort = { gemeente: 'Gemeente', provincie: 'Provincie', waterschap: 'Waterschap', rijk: 'Rijk' }[
    regeling.bestuurslaag
  ];
  return `${soort} (${regeling.bevoegdGezagCode})`;
}
