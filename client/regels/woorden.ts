import type { Regels } from '../../server/regels/contract.ts';

type Regeling = Regels['regelingen'][number];
type Bestuurslaag = Regeling['bestuurslaag'];

/** Who made the rules, and who knows when we do not. */
export const bestuurslagen: Record<Bestuurslaag, { naam: string; volgendeStap: string }> = {
  gemeente: { naam: 'Gemeente', volgendeStap: 'Vraag het na bij de gemeente.' },
  waterschap: { naam: 'Waterschap', volgendeStap: 'Vraag het na bij het waterschap.' },
  provincie: { naam: 'Provincie', volgendeStap: 'Vraag het na bij de provincie.' },
  rijk: { naam: 'Rijk', volgendeStap: 'Kijk bij Regels op de kaart in het landelijke Omgevingsloket.' },
};

export const statussen: Record<Regeling['status'], string> = {
  geldend: 'geldt',
  ontwerp: 'ontwerp: geldt nog niet',
  toekomstig: 'geldt later',
};
