import { type ComponentType, lazy, type RefObject } from 'react';
import type { MetKaart } from './op-kaart.ts';
import { paden } from './paden.ts';

/** What a page in the panel gets: where its heading is, so that the focus goes there when it opens, and the map. */
interface PaginaProps extends MetKaart {
  heading: RefObject<HTMLHeadingElement | null>;
}

interface Pagina {
  /** Path, or the path above which it has pages of its own: /zaken/*. */
  pad: string;
  titel: string;
  Inhoud: ComponentType<PaginaProps>;
}

const pagina = (pad: string, titel: string, laad: () => Promise<ComponentType<PaginaProps>>): Pagina => ({
  pad,
  titel,
  Inhoud: lazy(async () => ({ default: await laad() })),
});

/** The pages that need nothing but the panel; each is loaded when somebody opens it. Another page is one line. */
export const paginas: readonly Pagina[] = [
  pagina('/adviezen/*', 'Adviesvragen', async () => (await import('./behandelen/AdviezenPage.tsx')).AdviezenPage),
  pagina(
    '/bekendmakingen/:id',
    'Bekendmaking',
    async () => (await import('./behandelen/BekendmakingPage.tsx')).BekendmakingPage,
  ),
  pagina('/mijn-zaken/*', 'Mijn zaken', async () => (await import('./zaken/ZakenPage.tsx')).ZakenPage),
  pagina('/begrippen', 'Begrippen', async () => (await import('./begrippen/BegrippenPage.tsx')).BegrippenPage),
  pagina('/bronnen', 'Bronnen', async () => (await import('./bronnen/BronnenPage.tsx')).BronnenPage),
  pagina(
    '/initiatieven/:kenmerk',
    'Een plan in de buurt',
    async () => (await import('./inspraak/InitiatiefPage.tsx')).InitiatiefPage,
  ),
  pagina('/inspraak/*', 'Inspraak', async () => (await import('./inspraak/InspraakPage.tsx')).InspraakPage),
  pagina('/inloggen/*', 'Inloggen', async () => (await import('./toegang/InlogPage.tsx')).InlogPage),
  pagina('/logboek', 'Logboek', async () => (await import('./verantwoording/LogboekPage.tsx')).LogboekPage),
  pagina(
    '/mijn-gegevens',
    'Mijn gegevens',
    async () => (await import('./toegang/MijnGegevensPage.tsx')).MijnGegevensPage,
  ),
  pagina(paden.tijdlijn, 'Wat verandert hier?', async () => (await import('./volgen/TijdlijnPage.tsx')).TijdlijnPage),
  pagina('/opdrachten', 'Opdrachten', async () => (await import('./opdrachten/OpdrachtenPage.tsx')).OpdrachtenPage),
];
