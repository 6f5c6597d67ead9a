import type { Request, Response } from 'express';
import type { Stroom } from '../../http/mount.ts';
import type { Stuk } from '../domain/stuk.ts';
import { maakPdfElders } from './maker.ts';

/**
 * Answers with a document as PDF. It is made of what is kept and of nothing else, so the browser may keep it as well.
 *
 * @param bewaard what is kept, and whether it is still what was made
 */
export async function stuurPdf(
  request: Request,
  response: Response,
  bewaard: { hash: string; hashKlopt: boolean },
  naam: string,
  maakStuk: () => Stuk,
): Promise<void> {
  response.set({
    'API-Version': '1.0.0',
    'Cache-Control': 'private, max-age=3600',
    ETag: `"${bewaard.hash.slice(0, 32)}${bewaard.hashKlopt ? '' : '-veranderd'}"`,
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const pdf = await maakPdfElders(maakStuk());
  response.type('application/pdf').attachment(`${naam}.pdf`).send(pdf);
}

/**
 * Answers with a document of which is logged who had it.
 *
 * @param naam of the file, without .pdf
 */
export async function stuurStuk(
  { response, slaag }: Pick<Stroom, 'response' | 'slaag'>,
  naam: string,
  stuk: Stuk,
): Promise<void> {
  const pdf = await maakPdfElders(stuk);
  await slaag();
  response.type('application/pdf').attachment(`${naam}.pdf`).send(pdf);
}
