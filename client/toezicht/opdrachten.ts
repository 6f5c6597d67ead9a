import type { Advies } from '../../server/toezicht/domain/staat.ts';
import type { Dienst, Opdracht, Soort, Wachtend } from '../apparaat.ts';
import type { Positie } from './plek.ts';

/** A bevinding while it is being written. */
export interface Concept {
  soort: Soort;
  thema: string;
  gezien: string;
  maatregel: string;
  /** Null: not typed, so the adres at the place is taken. */
  plaats: string | null;
  melding: string | null;
  adviezen: readonly Advies[];
  fotos: readonly File[];
}

export const leegConcept: Concept = {
  ...{ soort: 'bevindingen', thema: '1.2', gezien: '', maatregel: '', plaats: null, melding: null },
  ...{ adviezen: [], fotos: [] },
};

/** What is sent along of the clock of this device. */
export const klokVan = (dienst: Dienst | null) => ({
  verschilVoor: dienst?.verschil ?? null,
  klokVerzet: dienst?.klok.teruggezet ?? false,
});

const isBewaar = (een: Wachtend) => een.doe === 'bewaar';

/** What waits under one number, to be put right; null: it does not wait (any more). */
export function uitWachtrij(groep: readonly Wachtend[]): Concept | null {
  const nieuw = groep.find(isBewaar);
  if (nieuw?.doe !== 'bewaar') return null;
  const { thema, gezien, maatregel = '', plaats = '', melding = null, adviezen = [] } = nieuw.data;
  const fotos = groep.flatMap((een) =>
    een.doe === 'foto' ? [new File([een.data.bestand], een.data.naam, { type: een.data.bestand.type })] : [],
  );
  return { soort: nieuw.soort, thema, gezien, maatregel, plaats, melding, adviezen, fotos };
}

/**
 * What has to be sent for a bevinding: itself, and its photos.
 *
 * Put right it keeps its number and the moment on which it was seen: should it have arrived after all, then the server
 * sees that. Only when its number belongs to something else it gets another.
 *
 * @param vorig what it comes in the place of; empty: it is new
 * @param dienst what this device knows of the clock; null: nothing
 */
export function alsOpdrachten(
  { soort, fotos, gezien, maatregel, plaats, adviezen, ...rest }: Concept,
  { x, y, nauwkeurigheidM }: Positie,
  vorig: readonly Wachtend[],
  dienst: Dienst | null,
): Opdracht[] {
  const was = vorig.find(isBewaar);
  const id = was && !was.nieuwNummer ? was.bevinding : crypto.randomUUID();
  const toen = was?.doe === 'bewaar' ? was.data : { gezienOp: new Date().toISOString(), ...klokVan(dienst) };
  const { gezienOp, verschilVoor = null, klokVerzet = false } = toen;
  const basis = { soort, bevinding: id };
  return [
    {
      ...basis,
      doe: 'bewaar',
      data: {
        ...{ ...rest, id, gezien: gezien.trim(), maatregel: maatregel.trim(), plaats: (plaats ?? '').trim() },
        ...{ adviezen: [...adviezen], x, y, nauwkeurigheidM, gezienOp, verschilVoor, klokVerzet },
      },
    },
    ...fotos.map(
      (bestand): Opdracht => ({
        ...basis,
        doe: 'foto',
        data: { foto: crypto.randomUUID(), naam: bestand.name || 'foto', waarvoor: 'gezien', bestand },
      }),
    ),
  ];
}
