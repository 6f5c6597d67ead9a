import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { puntInRd } from '../db/punt.ts';

/** A zaak as it stands after it was filed. */
export interface ProefZaak {
  eigenaar: string | null;
  zaaktype: string;
  procedure: string;
  ontvangen_op: string;
  uiterste_datum: string | null;
  bevoegd_gezag: string;
  omschrijving: string;
  status: string;
}

let nummer = 0;

/** Puts a zaak in the database, invented, at a place of its own. @returns its id */
export async function maakZaak(db: Knex, anders: Partial<ProefZaak> = {}): Promise<string> {
  nummer += 1;
  const id = randomUUID();
  const ontvangst = {
    indiener: { naam: 'Sanne de Vries', namens: null },
    email: 'sanne@voorbeeld.example',
    stappen: [{ titel: 'Wat gaat u doen?', regels: [{ vraag: 'Wat gaat u precies doen?', antwoord: 'Een dakkapel' }] }],
  };
  await db('zaak').insert({
    id,
    kenmerk: `Z-2026-${String(nummer).padStart(6, '0')}`,
    zaaktype: 'aanvraag-omgevingsvergunning',
    bevoegd_gezag: 'gm9999',
    eigenaar: 'persoon-burger',
    omschrijving: 'Een dakkapel voor Sanne de Vries',
    punt: puntInRd(db, { x: 150_000 + nummer, y: 500_000 }),
    adres: `Proefstraat ${nummer}, Markerstad`,
    formulier: JSON.stringify({
      antwoorden: { activiteiten: ['bouwen-omgevingsplan'] },
      plaats: { x: 150_000 + nummer, y: 500_000, vlak: null, naam: null },
      ontvangst,
    }),
    idempotentie: randomUUID(),
    concept_id: randomUUID(),
    procedure: 'regulier',
    ontvangen_op: '2026-11-16',
    uiterste_datum: '2027-01-11',
    ...anders,
  });
  await db('zaak_gebeurtenis').insert({
    zaak_id: id,
    soort: 'ontvangen',
    door_rol: 'burger',
    tekst: 'De gemeente heeft uw aanvraag ontvangen.',
  });
  return id;
}
