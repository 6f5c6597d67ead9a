import { createHash } from 'node:crypto';
import { vandaagInNederland } from '../../server/http/context.ts';
import { haalBestand } from './bestand.ts';
import { type Bron, type Importer, ImportFault, type Levering } from './importer.ts';
import { readBronOpties } from './opties.ts';
import { leesRegelmap, type Regeldeel } from './toepasbare-regels/map.ts';

/**
 * Files of toepasbare regels of one gemeente. A delivery never replaces another one: each has an id made from what it
 * holds, so that an older version stays and an oordeel on it can be repeated. Which version answers follows from its
 * days, and of two on the same day the one that was loaded last.
 */
export const toepasbareRegels: Importer = {
  naam: 'toepasbare-regels',
  uitleg: 'Toepasbare regels: STTR- of IMTR-bestand, of een map vol',
  tabellen: ['toepasbare_regel'],
  opties: {
    gemeente: 'code van de gemeente waarvoor deze regels gelden, zoals gm0228 (nodig)',
    'geldig-vanaf': 'eerste dag waarop zij gelden, als dat niet in het bestand ernaast staat',
    'geldig-tot': 'eerste dag waarop zij niet meer gelden',
    versie: 'naam van deze versie, als die niet in het bestand ernaast staat',
    peildatum: 'dag waarop de levering klopte, zoals 2026-01-31',
  },
  async open(pad, context) {
    const { opties } = context;
    const vandaag = vandaagInNederland();
    const { gemeenteCode, peildatum } = readBronOpties('toepasbare-regels', context);
    if (gemeenteCode === undefined) {
      throw new ImportFault('Geef met --gemeente aan voor welke gemeente deze regels gelden, zoals --gemeente gm0228.');
    }
    const delen = leesRegelmap(await haalBestand(pad, context), {
      geldigVanaf: opties['geldig-vanaf'],
      geldigTot: opties['geldig-tot'],
      versie: opties.versie,
      vandaag,
    });
    const naam = `Toepasbare regels (${gemeenteCode})`;
    return [regelLevering(delen, { gemeenteCode, naam, peildatum: peildatum ?? vandaag, licentie: 'onbekend' })];
  },
};

interface Afzender extends Pick<Bron, 'naam' | 'peildatum' | 'licentie' | 'dekking'> {
  gemeenteCode: string;
}

/** Files that were read and found sound, as rows. */
export function regelLevering(
  delen: readonly Regeldeel[],
  { gemeenteCode, naam: bronNaam, peildatum, licentie, dekking }: Afzender,
): Levering {
  const hash = createHash('sha256')
    .update(delen.map((deel) => deel.hash).join())
    .digest('hex');
  return {
    bron: {
      id: `toepasbare-regels-${gemeenteCode}-${hash.slice(0, 12)}`,
      soort: 'toepasbare-regels',
      naam: bronNaam,
      licentie,
      gemeenteCode,
      peildatum,
      ...(dekking ? { dekking } : {}),
    },
    tabellen: [
      {
        table: 'toepasbare_regel',
        columns: [
          'werkzaamheid',
          'soort',
          'gemeente_code',
          'naam',
          'versie',
          'geldig_vanaf',
          'geldig_tot',
          'inhoud_hash',
          'bestand',
          'koppeling',
        ],
        rows: delen.map(({ koppeling, soort, naam, xml, hash }) => [
          koppeling.werkzaamheid.id,
          soort,
          gemeenteCode,
          naam,
          koppeling.versie,
          koppeling.geldigVanaf,
          koppeling.geldigTot,
          hash,
          xml,
          JSON.stringify(koppeling),
        ]),
      },
    ],
  };
}
