import { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { opdracht } from '../../opdrachten/opdracht.ts';
import { maakBrievenElders } from '../../rapport/pdf/maker.ts';
import { datumInNederland } from '../../termijnen/datum.ts';
import { maakBrieven } from './domain/brief.ts';
import { type BurenbriefRij, findBurenbrief, writeGeschreven, writeSleutel } from './queries.ts';

/** The letters as one PDF. @param onVoortgang how many are written */
export function maakBrievenPdf(
  { kenmerk, gemeente, titel, tekst, adressen, gemaaktOp }: BurenbriefRij,
  onVoortgang?: (geschreven: number) => void,
): Promise<Buffer> {
  const dag = datumInNederland(new Date(gemaaktOp));
  return maakBrievenElders(maakBrieven({ zaak: { kenmerk, gemeente }, titel, tekst, dag, adressen }), onVoortgang);
}

/** Makes the PDF of a set of letters, tells how far it is, and keeps it. Done again it gives the same bytes. */
export const burenbrievenMaken = opdracht({
  soort: 'burenbrieven-maken',
  data: z.object({ zaakId: z.string(), brief: z.string() }),
  herhalingen: 5,
  wachtS: 10,
  termijnS: 300,
  async doe({ zaakId, brief }, { db, log, diensten: { opslag } }) {
    const gevonden = await findBurenbrief(db, zaakId, brief);
    if (!gevonden || gevonden.sleutel !== null) return;
    let gemeld: Promise<void> = Promise.resolve();
    const pdf = await maakBrievenPdf(gevonden, (geschreven) => {
      gemeld = gemeld
        .then(() => writeGeschreven(db, brief, geschreven))
        // the letters themselves go on
        .catch((err) => log.warn({ err, brief }, 'how far the letters are could not be told'));
    });
    await gemeld;
    const sleutel = `burenbrief-${brief}`;
    await opslag.schrijf(sleutel, 0, pdf.length, Readable.from([pdf]));
    const apart = await opslag.zetApart(sleutel);
    try {
      await opslag.maakAf(sleutel, apart);
    } finally {
      await opslag.ruimOp(apart);
    }
    await writeSleutel(db, brief, sleutel);
  },
});
