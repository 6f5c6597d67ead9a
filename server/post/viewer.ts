import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import PostalMime, { type Email } from 'postal-mime';
import { type Html, html } from '../http/html.ts';
import { pagina } from '../toegang/oefenomgeving/pagina.ts';

const postBase = '/post';
/** The newest, on one page. */
const maximum = 100;

/**
 * The mail that goes nowhere, to read: for development and demonstration. Whoever can come here reads everybody's mail,
 * so it stands only beside the practice environment, in which everybody is invented.
 *
 * @param map the folder that the postbode fills
 */
export function postViewer(map: string): RequestHandler {
  const router = Router();
  router.get(postBase, async (_request, response) => {
    const brieven = await Promise.all((await nieuwste(map)).map(async (id) => ({ id, mail: await lees(map, id) })));
    response.set('Cache-Control', 'no-store').send(
      pagina(
        'Post die niet is verstuurd',
        html`<p>Hier is geen mailserver ingesteld. Wat het loket zou versturen, staat hier.</p>
${
  brieven.length === 0
    ? html`<p>Er is nog niets.</p>`
    : brieven.map(
        ({ id, mail }) =>
          html`<p><a href="${postBase}/${id}">${mail.subject}</a><br>Aan ${aan(mail)}, ${moment(mail)}</p>\n`,
      )
}`,
      ),
    );
  });
  router.get(`${postBase}/:id`, async (request, response, next) => {
    const { id } = request.params;
    if (!/^[0-9a-f-]{36}$/.test(id)) return next();
    const mail = await lees(map, id).catch(alsErGeenIs(null));
    if (!mail) return next();
    const alineas = (mail.text ?? '').split(/\r?\n\r?\n/).filter((alinea) => alinea.trim() !== '');
    response.set('Cache-Control', 'no-store').send(
      pagina(
        mail.subject ?? 'Zonder onderwerp',
        html`<p><a href="${postBase}">Alle post</a></p>
<p>Aan: ${aan(mail)}<br>Van: ${mail.from?.address}<br>${moment(mail)}</p>
${alineas.map((alinea) => html`<p>${alinea.split(/\r?\n/).map((regel, i) => html`${i > 0 ? html`<br>` : ''}${metLinks(regel)}`)}</p>\n`)}
${mail.attachments.length > 0 ? html`<p>Bijlagen:</p><ul>${mail.attachments.map(({ filename }, i) => html`<li><a href="${postBase}/${id}/${i}">${filename}</a></li>`)}</ul>` : html``}`,
      ),
    );
  });
  router.get(`${postBase}/:id/:nummer`, async (request, response, next) => {
    const { id, nummer } = request.params;
    if (!/^[0-9a-f-]{36}$/.test(id)) return next();
    const bijlage = (await lees(map, id).catch(alsErGeenIs(null)))?.attachments[Number(nummer)];
    if (!bijlage) return next();
    response
      .type(bijlage.mimeType)
      .attachment(bijlage.filename ?? 'bijlage')
      .send(Buffer.from(bijlage.content as ArrayBuffer));
  });
  return router;
}

/** What to go on with when there is no such file or folder; another failure stays one. */
const alsErGeenIs =
  <T>(anders: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return anders;
    throw error;
  };

async function nieuwste(map: string): Promise<string[]> {
  const namen = (await readdir(map).catch(alsErGeenIs<string[]>([]))).filter((naam) => naam.endsWith('.eml'));
  const metTijd = await Promise.all(namen.map(async (naam) => ({ naam, op: (await stat(join(map, naam))).mtimeMs })));
  return metTijd
    .sort((een, ander) => ander.op - een.op)
    .slice(0, maximum)
    .map(({ naam }) => naam.slice(0, -'.eml'.length));
}

const lees = async (map: string, id: string): Promise<Email> =>
  PostalMime.parse(await readFile(join(map, `${id}.eml`)));

/** The addresses in a line, to follow. */
const metLinks = (regel: string): (Html | string)[] =>
  regel.split(/(https?:\/\/\S+)/).map((deel, i) => (i % 2 === 1 ? html`<a href="${deel}">${deel}</a>` : deel));

const aan = ({ to }: Email): string => (to ?? []).map(({ address }) => address).join(', ');

const moment = ({ date }: Email): string =>
  date
    ? new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
        new Date(date),
      )
    : '';
