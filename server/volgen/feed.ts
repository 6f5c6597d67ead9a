import { Feed } from 'feed';
import { html } from '../http/html.ts';
import type { Datum } from '../termijnen/datum.ts';
import { reactieOpPapier } from '../termijnen/reactietermijn.ts';
import { besluitAdres, momentVan, regelingStand } from './domain/berichten.ts';
import type { Nieuws } from './domain/nieuws.ts';

/** Text where a feed reads markup. */
const tekst = (inhoud: string) => html`${inhoud}`.tekst;
const moment = (datum: string) => new Date(`${datum}T00:00:00Z`);

interface FeedKop {
  naam: string;
  /** Of the feed itself. */
  adres: string;
  publicUrl: string;
  vandaag: Datum;
}

/** What was published in an area as an Atom feed. The same news gives the same bytes. @source RFC 4287 */
export function maakFeed({ besluiten, regelingen }: Nieuws, { naam, adres, publicUrl, vandaag }: FeedKop): string {
  const items = [
    ...besluiten.map((besluit) => ({
      id: `urn:omgevingsloket:besluit:${encodeURIComponent(besluit.identificatie)}`,
      title: tekst(besluit.titel),
      link: besluitAdres(besluit, publicUrl),
      date: moment(besluit.gepubliceerd),
      published: moment(besluit.gepubliceerd),
      description: tekst(reactieOpPapier(momentVan(besluit))),
      author: [{ name: besluit.bevoegdGezag }],
      category: [{ term: besluit.soort }],
    })),
    ...regelingen.map((regeling) => ({
      id: `urn:omgevingsloket:regeling:${encodeURIComponent(regeling.identificatie)}`,
      title: tekst(regeling.opschrift),
      link: regeling.url ?? publicUrl,
      date: moment(regeling.bekendOp),
      description: tekst(regelingStand(regeling, vandaag)),
      author: [{ name: regeling.bevoegdGezag }],
      category: [{ term: 'regeling' }],
    })),
  ].toSorted((een, ander) => ander.date.getTime() - een.date.getTime() || een.id.localeCompare(ander.id));
  const feed = new Feed({
    id: adres,
    title: `Omgevingsloket: nieuw in ${naam}`,
    link: publicUrl,
    feedLinks: { atom: adres },
    updated: items[0]?.date ?? moment(vandaag),
    generator: 'Omgevingsloket op de kaart',
    author: { name: 'Omgevingsloket op de kaart' },
  });
  for (const item of items) feed.addItem(item);
  return feed.atom1();
}
