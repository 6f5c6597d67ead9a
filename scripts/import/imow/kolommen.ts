/** The columns that a regeling and its objects fill, per table, in the order in which rows give their values. */
export const imowKolommen = {
  regeling: [
    'id',
    'identificatie',
    'soort',
    'opschrift',
    'citeertitel',
    'bestuurslaag',
    'bevoegd_gezag_code',
    'bevoegd_gezag',
    'ontwerp',
    'geldig_vanaf',
    'geldig_tot',
    'url',
    'geom',
  ],
  locatie: ['id', 'regeling_id', 'identificatie', 'soort', 'noemer', 'geom'],
  regeltekst: ['id', 'regeling_id', 'identificatie', 'nummer', 'opschrift', 'tekst', 'volgorde'],
  juridische_regel: ['id', 'regeltekst_id', 'identificatie', 'soort', 'idealisatie', 'themas'],
  juridische_regel_locatie: ['regel_id', 'locatie_id'],
  activiteit: ['id', 'regeling_id', 'identificatie', 'naam', 'groep', 'bovenliggende'],
  activiteit_locatieaanduiding: ['id', 'regel_id', 'activiteit_id', 'kwalificatie'],
  activiteit_locatieaanduiding_locatie: ['aanduiding_id', 'locatie_id'],
  gebiedsaanwijzing: ['id', 'regeling_id', 'identificatie', 'type', 'naam', 'groep'],
  gebiedsaanwijzing_locatie: ['gebiedsaanwijzing_id', 'locatie_id'],
  juridische_regel_gebiedsaanwijzing: ['regel_id', 'gebiedsaanwijzing_id'],
  norm: ['id', 'regeling_id', 'identificatie', 'soort', 'naam', 'type', 'groep', 'eenheid'],
  juridische_regel_norm: ['regel_id', 'norm_id'],
  normwaarde: ['id', 'norm_id', 'kwantitatief', 'kwalitatief', 'in_regeltekst'],
  normwaarde_locatie: ['normwaarde_id', 'locatie_id'],
} as const satisfies Record<string, readonly string[]>;

export type ImowTabel = keyof typeof imowKolommen;

/** The tables of a regeling and its objects, each after those that it refers to. */
export const imowTabellen = Object.keys(imowKolommen) as ImowTabel[];
