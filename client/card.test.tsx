// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod/mini';
import { type Besluit, type Besluiten, leesBesluiten } from '../server/besluiten/contract.ts';
import { leesLagen } from '../server/lagen/contract.ts';
import { type Locatie, leesBegin, leesLocatie, zoekLocaties } from '../server/locatie/contract.ts';
import { leesOmstandigheden, type Omstandigheden } from '../server/omstandigheden/contract.ts';
import { leesRegels, leesRegeltekst } from '../server/regels/contract.ts';
import { route, serve, show, TestProblem } from '../tests/client/page.tsx';
import { regels } from '../tests/client/regels.ts';
import { App } from './App.tsx';

const bron = { id: 'brk', naam: 'Kadastrale kaart', licentie: 'CC BY 4.0', url: null, peildatum: '2026-01-01' };
const vlak = {
  type: 'Polygon',
  coordinates: [
    [
      [5.7, 52.1],
      [5.8, 52.1],
      [5.8, 52.2],
      [5.7, 52.1],
    ],
  ],
};
const punt = { x: 181209, y: 456608 };

const locatie: Locatie = {
  punt,
  lonLat: { lon: 5.77, lat: 52.1 },
  gemeente: {
    stand: 'eigen',
    code: 'gm9999',
    naam: 'Modelgemeente',
    landelijkLoket: 'https://omgevingswet.overheid.nl/',
  },
  wijk: null,
  buurt: null,
  perceelStand: 'gevonden',
  perceel: {
    identificatie: 'NL.IMKAD.1',
    kadastraleAanduiding: 'OTL02 B 2351',
    grootteM2: 264,
    soortGrootte: 'vastgesteld',
    oppervlakteM2: 264.34,
    omhullende: [181200, 456600, 181220, 456620],
    geometrie: vlak,
    bronId: 'brk',
  },
  adressenStand: 'gevonden',
  adressen: Array.from({ length: 8 }, (_, i) => ({
    identificatie: `9999${i}`,
    weergave: `Modelstraat ${i + 1}, 1234 AB Modelstad`,
    gebruiksdoelen: [],
    oppervlakteM2: null,
    punt,
    bronId: 'brk',
  })),
  pandenStand: 'geen-gegevens',
  panden: [],
  bronnen: [bron],
};

const omstandigheden: Omstandigheden = {
  gebied: { soort: 'punt', kadastraleAanduiding: null, oppervlakteM2: null },
  themas: (['geldt', 'geldt-niet', 'onbekend'] as const).map((uitkomst, i) => ({
    thema: uitkomst,
    naam: ['Geluid', 'Water', 'Bodem'][i]!,
    groep: 'milieu',
    vraag: 'Hoe is het hier?',
    uitleg: 'Uitleg.',
    uitkomst,
    reden: uitkomst === 'onbekend' ? 'bron-faalt' : null,
    vlakken: [],
    volgendeStap: 'Vraag het na.',
    bronIds: [],
  })),
  bronnen: [],
};

const besluit = (anders: Partial<Besluit>): Besluit => ({
  identificatie: 'gmb-1',
  soort: 'verleend',
  onderwerp: 'bouwen',
  titel: 'Vergunning voor een schuur',
  zaaknummer: null,
  bevoegdGezag: 'gemeente Modelgemeente',
  voornemen: false,
  gepubliceerd: '2026-11-20',
  url: 'https://zoek.officielebekendmakingen.nl/gmb-1.html',
  afstandM: 0,
  plaatsSoort: 'punt',
  punt,
  geometrie: { type: 'Point', coordinates: [5.77, 52.1] },
  reactie: {
    soort: 'bezwaar',
    stand: 'loopt',
    totEnMet: '2027-01-04',
    dagen: 43,
    artikel: 'Awb 6:7',
    uitleg: 'U kunt bezwaar maken.',
  },
  bronId: 'koop',
  ...anders,
});

const besluiten = (lijst: Besluit[], straalM = 500): Besluiten => ({
  gebied: omstandigheden.gebied,
  straalM,
  stand: 'bekend',
  totaal: lijst.length,
  besluiten: lijst,
  bronnen: [],
});

const begin: z.output<typeof leesBegin.output> = {
  gemeenten: [{ code: 'gm9999', naam: 'Modelgemeente' }],
  omhullende: [181000, 456000, 182000, 457000],
  omhullendeLonLat: [5.7, 52, 5.8, 52.1],
  voorbeelden: [{ naam: 'Modelplein 1', toelichting: 'Een adres', punt: { x: 181300, y: 456700 } }],
};

interface Antwoorden {
  begin?: () => z.output<typeof leesBegin.output>;
  locatie?: () => Locatie | TestProblem;
  regels?: (datum: string | undefined) => z.output<typeof leesRegels.output> | TestProblem;
  besluiten?: (straal: number) => Besluiten | TestProblem;
}

const adres = `/locatie?x=${punt.x}&y=${punt.y}`;

function open(antwoorden: Antwoorden = {}, at = adres) {
  const asked = serve([
    route(leesBegin, antwoorden.begin ?? (() => begin)),
    route(zoekLocaties, () => ({
      resultaten: [
        {
          soort: 'coordinaat' as const,
          naam: 'RD 181209, 456608',
          toelichting: null,
          punt,
          omhullende: null,
          gemeenteCode: null,
          gelijkenis: 'exact' as const,
        },
      ],
      uitleg: null,
    })),
    route(leesLagen, () => ({ lagen: [], achtergrond: null })),
    route(leesLocatie, antwoorden.locatie ?? (() => locatie)),
    route(leesRegels, ({ datum }) => antwoorden.regels?.(datum) ?? { ...regels, ...(datum && { datum }) }),
    route(leesRegeltekst, ({ id }) => ({
      id: Number(id ?? 10),
      nummer: '5.1',
      opschrift: 'Bouwen',
      tekst: 'Het is verboden zonder omgevingsvergunning te bouwen.',
      regeling: regels.regelingen[0]!,
    })),
    route(leesOmstandigheden, () => omstandigheden),
    route(leesBesluiten, ({ straal = '500' }) => antwoorden.besluiten?.(Number(straal)) ?? besluiten([besluit({})])),
  ]);
  return { asked, user: userEvent.setup(), ...show(<App />, at) };
}

const sectie = (naam: string) => screen.getByRole('region', { name: naam });
const neer = () => new TestProblem(503, 'Een bron geeft nu geen antwoord', 'De bron "database" is nu niet bereikbaar.');

beforeEach(() => {
  // the map draws with WebGL, which is not here; the page must do without it
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => undefined);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the card', () => {
  test('names the place, folds a long list and says what it does not know', async () => {
    const { user } = open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Modelstraat 1 en 7 andere adressen' })).toBeTruthy();
    expect(document.title).toContain('Modelstraat 1');
    const perceel = sectie('Perceel');
    expect(perceel.textContent).toContain('OTL02 B 2351');
    expect(perceel.textContent).toContain('264,3\u00a0m²');
    expect(within(sectie('Adressen')).getAllByRole('listitem')).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: 'Toon alle 8 adressen' }));
    expect(within(sectie('Adressen')).getAllByRole('listitem')).toHaveLength(8);
    expect(sectie('Panden').textContent).toContain('Dat weten we niet.');
  });

  test('a source that fails takes one section along, not the others', async () => {
    open({ regels: neer });
    expect(
      (await within(await screen.findByRole('region', { name: 'Regels' })).findByRole('alert')).textContent,
    ).toContain('De bron "database" is nu niet bereikbaar.');
    expect(sectie('Regels').textContent).not.toContain('0 activiteit');
    await waitFor(() => expect(sectie('Besluiten').textContent).toContain('1 besluit binnen'));
    expect(sectie('Omstandigheden').textContent).toContain('Geldt hier: 1');
  });

  test('a section asks again by hand, and the keyboard goes on from its heading', async () => {
    let neerNog = true;
    const { user } = open({ regels: () => (neerNog ? neer() : regels) });
    await within(await screen.findByRole('region', { name: 'Regels' })).findByRole('alert');
    neerNog = false;
    await user.click(within(sectie('Regels')).getByRole('button', { name: 'Probeer het opnieuw' }));
    await waitFor(() => expect(sectie('Regels').textContent).toContain('2 activiteiten hebben hier regels'));
    expect(within(sectie('Regels')).queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Regels' }));
  });

  test('recovers without a press', async () => {
    let keer = 0;
    open({ besluiten: () => (keer++ === 0 ? neer() : besluiten([besluit({})])) });
    await within(await screen.findByRole('region', { name: 'Besluiten' })).findByRole('alert');
    await waitFor(() => expect(sectie('Besluiten').textContent).toContain('1 besluit binnen'), { timeout: 5_000 });
  }, 10_000);

  test('another gemeente is named, with the way to the national loket', async () => {
    open({
      locatie: () => ({ ...locatie, gemeente: { ...locatie.gemeente, stand: 'andere', naam: 'Elders' } }),
    });
    expect(await screen.findByText('Deze plek ligt in de gemeente Elders')).toBeTruthy();
    expect(screen.getByRole('link', { name: /landelijke Omgevingsloket/ }).getAttribute('href')).toBe(
      'https://omgevingswet.overheid.nl/',
    );
  });

  test('a jump opens the section and puts the focus on its heading', async () => {
    const { user, adres: nu } = open();
    await user.click(await screen.findByRole('link', { name: 'Besluiten' }));
    expect(nu()).toBe(`${adres}&open=besluiten`);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Besluiten' }));
  });

  test('a found place puts the focus on its heading, and another place empties the search box', async () => {
    const { user } = open({}, '/');
    await user.type(screen.getByRole('combobox'), '181209, 456608{Enter}');
    const kop = await screen.findByRole('heading', { level: 1, name: /Modelstraat/ });
    await waitFor(() => expect(document.activeElement).toBe(kop));
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'RD 181209, 456608');
    await user.click(screen.getByRole('link', { name: /^Omgevingsloket/ }));
    await user.click(await screen.findByRole('button', { name: /Modelplein 1/ }));
    await screen.findByRole('heading', { level: 1, name: /Modelstraat/ });
    expect(screen.getByRole('combobox')).toHaveProperty('value', '');
  });

  test('on paper every section is there, also what nobody opened', async () => {
    open();
    await screen.findByRole('button', { name: 'Besluiten' });
    await waitFor(() => expect(document.querySelector('#besluiten-inhoud')?.textContent).toBe(''));
    fireEvent(window, new Event('beforeprint'));
    await waitFor(() => expect(document.querySelector('#besluiten-inhoud')?.textContent).toContain('Op deze plek'));
    fireEvent(window, new Event('afterprint'));
    expect(document.querySelector('#besluiten-inhoud')?.textContent).toBe('');
  });

  test('which sections stand open is in the address', async () => {
    const { user, adres: nu } = open();
    const knop = await screen.findByRole('button', { name: 'Besluiten' });
    expect(knop.getAttribute('aria-expanded')).toBe('false');
    await user.click(knop);
    expect(nu()).toBe(`${adres}&open=besluiten`);
    expect(screen.getByRole('button', { name: 'Besluiten' }).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('regels', () => {
  test('shows the rule with its article, document, share and doubts', async () => {
    const { user } = open({}, `${adres}&open=regels`);
    await user.click(await screen.findByText('Boom kappen'));
    const regel = within(await screen.findByRole('region', { name: 'Activiteiten' }));
    const artikel = await regel.findByRole('button', { name: /Artikel 6.1/ });
    expect(sectie('Activiteiten').textContent).toContain('Geldt op 3,2\u00a0m²: 1,2% van het perceel.');
    expect(sectie('Activiteiten').textContent).toContain('Alleen de rand van het perceel ligt erin.');
    expect(sectie('Activiteiten').textContent).toContain('De grens is indicatief');
    await user.click(artikel);
    expect(await regel.findByText(/Het is verboden zonder/)).toBeTruthy();
    expect(regel.getByRole('button', { name: 'omgevingsvergunning' })).toBeTruthy();
  });

  test('a rule without a border is not known, and a bestuurslaag without data says what to do', async () => {
    const { user } = open({}, `${adres}&open=regels`);
    await user.click(await screen.findByText('Café beginnen'));
    expect(sectie('Activiteiten').textContent).toContain('De grens van deze regel is niet geleverd.');
    expect(sectie('Regels').textContent).toContain(
      'Weten we niet: wij hebben deze regels niet. Vraag het na bij de provincie.',
    );
  });

  test('no rules at all reads as not known', async () => {
    open({
      regels: () => ({
        ...regels,
        bestuurslagen: regels.bestuurslagen.map((laag) => ({ ...laag, stand: 'geen-gegevens' as const })),
        regelingen: [],
        activiteiten: [],
        normen: [],
      }),
    });
    expect(await screen.findByText(/Dat betekent niet dat alles mag/)).toBeTruthy();
  });

  test('the date of the link is asked for and shown', async () => {
    const { asked } = open({}, `${adres}&open=regels&datum=2027-01-01`);
    expect(await screen.findByText(/U ziet de regels op vrijdag 1 januari 2027/)).toBeTruthy();
    expect(asked.some(({ fields }) => fields.datum === '2027-01-01')).toBe(true);
  });

  test('a filter goes into the address', async () => {
    const { user, adres: nu } = open({}, `${adres}&open=regels`);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Wat vraagt de regel?' }), 'verbod');
    expect(nu()).toBe(`${adres}&open=regels&kwalificatie=verbod`);
    expect(sectie('Activiteiten').textContent).toContain('Boom kappen');
    expect(sectie('Activiteiten').textContent).not.toContain('Bouwen');
  });
});

describe('besluiten', () => {
  test('those here stand apart from those around, with the term to respond', async () => {
    open(
      {
        besluiten: () =>
          besluiten([
            besluit({}),
            besluit({
              identificatie: 'gmb-2',
              soort: 'aanvraag',
              titel: 'Aanvraag voor kap',
              voornemen: true,
              afstandM: 120.2,
            }),
          ]),
      },
      `${adres}&open=besluiten`,
    );
    const hier = await screen.findByRole('region', { name: 'Op deze plek' });
    expect(hier.textContent).toContain('U kunt nog reageren tot en met maandag 4 januari 2027, nog 43 dagen.');
    const rondom = sectie('Binnen 500\u00a0m');
    expect(rondom.textContent).toContain('Nog niet besloten');
    expect(rondom.textContent).toContain('op 120\u00a0m');
  });

  test('the radius is asked for and stays in the address', async () => {
    const { user, adres: nu } = open(
      { besluiten: (straal) => besluiten(straal >= 500 ? [besluit({ afstandM: 300 })] : [], straal) },
      `${adres}&open=besluiten`,
    );
    expect(await screen.findByText('Vergunning voor een schuur')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Hoe ver om deze plek?' }), '100');
    expect(await screen.findByText('Niets gepubliceerd binnen 100 m')).toBeTruthy();
    expect(nu()).toContain('straal=100');
    await user.click(screen.getByRole('button', { name: /Kijk binnen 250/ }));
    expect(nu()).toContain('straal=250');
  });

  test('no source for this place is not an empty list', async () => {
    open({ besluiten: () => ({ ...besluiten([]), stand: 'geen-gegevens' }) }, `${adres}&open=besluiten`);
    expect(await screen.findByText('Wij weten niet wat hier is besloten')).toBeTruthy();
    expect(screen.queryByText(/Niets gepubliceerd/)).toBeNull();
  });

  test('a besluit of which no source tells how far it reaches is shown, with that doubt', async () => {
    open({ besluiten: () => ({ ...besluiten([besluit({})]), stand: 'geen-gegevens' }) }, `${adres}&open=besluiten`);
    expect(await screen.findByText('Vergunning voor een schuur')).toBeTruthy();
    expect(screen.getByText('Wij kennen hier niet alle besluiten')).toBeTruthy();
  });
});

describe('pages', () => {
  test('an empty database says what is missing', async () => {
    open({ begin: () => ({ gemeenten: [], omhullende: null, omhullendeLonLat: null, voorbeelden: [] }) }, '/');
    expect(await screen.findByText('Er zijn nog geen gegevens geladen')).toBeTruthy();
  });

  test('a link without a good place says so and lets the person start', async () => {
    open({}, '/locatie?x=5.77&y=52.1');
    expect(await screen.findByText('Deze link noemt geen plek in Nederland')).toBeTruthy();
    expect(screen.getByRole('combobox')).toBeTruthy();
  });

  test('an unknown page has a way back', async () => {
    open({}, '/bestaat-niet');
    expect(await screen.findByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Naar het begin' })).toBeTruthy();
  });
});
