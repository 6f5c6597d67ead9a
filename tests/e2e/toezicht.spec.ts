import { expect, type Page, test } from '@playwright/test';
import { type Lijn, openLijn } from './lijn.ts';
import { expectAccessible, expectNoSidewaysScroll, loketUrl } from './loket.ts';
import { expectReadableInTheSun } from './zon.ts';

test.use({
  serviceWorkers: 'allow',
  viewport: { width: 1024, height: 768 },
  hasTouch: true,
  permissions: ['geolocation'],
});

let lijn: Lijn;
test.beforeEach(async () => {
  lijn = await openLijn(loketUrl('LOKET_MODELGEMEENTE'));
});
test.afterEach(() => lijn.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const api = () => `${loketUrl('LOKET_MODELGEMEENTE')}/api/v1`;

/** Logs in at the loket; the line shares its host, and so its session. */
async function logIn(page: Page): Promise<void> {
  await page.goto(`${loketUrl('LOKET_MODELGEMEENTE')}/inloggen?terug=/begrippen`);
  await page.getByRole('button', { name: /^Anouk Smit/ }).click();
  await page.waitForURL(/begrippen/);
}

async function legVast(page: Page, gezien: string): Promise<void> {
  await page.getByRole('link', { name: 'Nieuwe bevinding' }).click();
  await page.getByLabel('Wat zag u?').fill(gezien);
  await page.getByLabel('Opruimen of herstellen').check();
  await page.getByLabel('Maak of kies een foto').setInputFiles({ name: 'bak.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('button', { name: 'Leg vast' }).click();
}

/** From the next page on the clock of this device is so many ms ahead. */
async function zetKlok(page: Page, ms: number): Promise<void> {
  await page.evaluate((voor) => localStorage.setItem('klok-voor', String(voor)), ms);
}
const klokVoor = () => {
  const Echt = Date;
  const voor = Number(localStorage.getItem('klok-voor') ?? 0);
  const nu = () => Echt.now() + voor;
  globalThis.Date = class extends Echt {
    constructor(...waarden: [number?]) {
      super(waarden.length > 0 ? (waarden[0] as number) : nu());
    }
    static override now = nu;
  } as DateConstructor;
};

/** Everything that this device keeps of supervision. */
const bewaard = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    kasten: await caches.keys(),
  }));

test('a shift on a tablet: the area goes along, two findings wait for network, longer than the area may, and arrive once, nothing stays behind', async ({
  page,
}) => {
  await page.addInitScript(klokVoor);
  await logIn(page);
  await page.goto(`${lijn.url}/toezicht`);
  await page.getByLabel('Mijn gebied').selectOption({ label: 'Centrum (hele wijk)' });
  await page.getByRole('button', { name: 'Neem dit gebied mee' }).click();
  await expect(page.getByText('Centrum. Alles is verzonden.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hotspots op dit deel van de dag' })).toBeVisible();
  await expectReadableInTheSun(page, 'the area');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/index.html', { ignoreSearch: true })) !== undefined))
    .toBe(true);
  expect((await bewaard(page)).kasten).toContain('gebied');

  lijn.cut();
  await page.context().setOffline(true);
  await page.reload();
  const gebied = await page.request.get(`${api()}/toezicht/gebieden`).then((antwoord) => antwoord.json());
  const centrum = gebied.gebieden.find(({ naam }: { naam: string }) => naam === 'Centrum');
  await page.getByRole('link', { name: 'Werklijst' }).click();
  await expect(page.getByText(/op looproute|Er wacht niets/)).toBeVisible();
  await page.getByRole('link', { name: 'Optreden' }).click();
  const midden = await page.request.get(
    `${api()}/locatie?x=${(centrum.omhullende[0] + centrum.omhullende[2]) / 2}&y=${(centrum.omhullende[1] + centrum.omhullende[3]) / 2}`,
  );
  const { lonLat } = await midden.json();
  await page.context().setGeolocation({ longitude: lonLat.lon, latitude: lonLat.lat, accuracy: 8 });
  await page.getByRole('button', { name: 'Meet mijn plek' }).click();
  await expect(page.getByText('Dit antwoord komt van uw tablet')).toBeVisible();
  await expect(page.getByText('Ja, u mag hier optreden')).toBeVisible();
  await expectAccessible(page, 'may I act here, without network');
  await expectReadableInTheSun(page, 'may I act here');
  await legVast(page, 'Drie zakken naast de bak');
  await expect(page.getByRole('list', { name: 'Nog niet verzonden' })).toContainText(/[A-Z][a-z]+ \d+/);
  // far from what came along: nobody can tell yet whether this is in the gemeente
  await page.context().setGeolocation({ longitude: 5.1, latitude: 51.6, accuracy: 8 });
  await page.getByRole('link', { name: 'Optreden' }).click();
  await page.getByRole('button', { name: 'Meet mijn plek' }).click();
  await expect(page.getByText('Onbekend: deze plek ligt buiten het gebied dat u meenam')).toBeVisible();
  await legVast(page, 'Bank kapot');
  await expect(page.getByText('4 berichten wachten op verzenden.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await zetKlok(page, 8 * 24 * 3_600_000);
  await page.reload();
  await expect(page.getByText('De gegevens van Centrum staan niet meer op deze tablet')).toBeVisible();
  await expect(page.getByText('4 berichten wachten op verzenden.')).toBeVisible();
  await expectAccessible(page, 'findings that wait, after a week');
  await expectReadableInTheSun(page, 'after a week');
  await zetKlok(page, 0);

  // the session ended while the tablet was away: nothing is lost, and nothing of the area stays in sight
  await page.request.delete(`${api()}/sessie`, { headers: { 'X-Loket-Verzoek': '1' } });
  lijn.mend();
  await page.context().setOffline(false);
  await expect(page.getByText('Op deze tablet wacht nog werk om te versturen (4)')).toBeVisible();
  await expect(page.getByText('Drie zakken')).toHaveCount(0);
  await logIn(page);
  await page.goto(`${lijn.url}/toezicht/bevindingen`);
  // refused as it is: put right it goes along after all, with its photo
  await expect(page.getByText('Deze plek ligt buiten uw gemeente')).toBeVisible();
  await expectReadableInTheSun(page, 'refused');
  await page.getByRole('link', { name: 'Pas aan' }).click();
  await expect(page.getByText('Hier kunt u niets vastleggen')).toBeVisible();
  await page.context().setGeolocation({ longitude: lonLat.lon, latitude: lonLat.lat, accuracy: 8 });
  await page.getByRole('button', { name: 'Meet mijn plek' }).click();
  await expect(page.getByText('op 8 m na')).toBeVisible();
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.getByText('Alles is verzonden.')).toBeVisible();
  const lees = async () =>
    (await (await page.request.get(`${api()}/toezicht/bevindingen?gebied=${centrum.code}`)).json()).bevindingen as {
      [sleutel: string]: unknown;
      id: string;
      fotos: { status: string }[];
    }[];
  const er = await lees();
  expect(er.map(({ gezien, staat, team, klokTwijfel }) => [gezien, staat, team, klokTwijfel]).sort()).toEqual([
    ['Bank kapot', 'toegewezen', 'beheer', false],
    ['Drie zakken naast de bak', 'toegewezen', 'beheer', false],
  ]);
  expect(er.map(({ fotos }) => fotos.map(({ status }) => status))).toEqual([['gekeurd'], ['gekeurd']]);

  // a colleague was first: who comes later sees what happened, and chooses
  await page.getByRole('link', { name: 'Gebied', exact: true }).click();
  await page.getByLabel('Mijn gebied').selectOption({ label: 'Centrum (hele wijk)' });
  await page.getByRole('button', { name: 'Neem dit gebied mee' }).click();
  await expect(page.getByText('Centrum. Alles is verzonden.')).toBeVisible();
  const bank = er.find(({ gezien }) => gezien === 'Bank kapot');
  const nu = new Date().toISOString();
  await page.request.post(`${api()}/toezicht/bevindingen/${bank?.id}/_handel`, {
    headers: { 'X-Loket-Verzoek': '1' },
    data: { handelingId: crypto.randomUUID(), versie: 1, handeling: 'neem-op', gedaanOp: nu, gestuurdOp: nu },
  });
  await page.getByRole('link', { name: 'Bevindingen' }).click();
  const kaart = page
    .getByRole('list', { name: 'Vastgelegd in dit gebied' })
    .getByRole('listitem')
    .filter({ hasText: 'Bank kapot' });
  await kaart.getByRole('button', { name: 'Wijs toe' }).first().click();
  await kaart.getByRole('button', { name: 'Wijs toe' }).last().click();
  await expect(page.getByText('Een collega was eerder').first()).toBeVisible();
  await page.getByRole('button', { name: 'Laat mijn stap vallen' }).click();
  await expect(page.getByText('Alles is verzonden.')).toBeVisible();
  await expect(kaart).toContainText('Anouk Smit');

  await page.getByRole('button', { name: /Anouk Smit/ }).click();
  await page.getByRole('button', { name: 'Log uit', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Inloggen' })).toBeVisible();
  const over = await bewaard(page);
  expect(over.databases).not.toContain('toezicht');
  expect(over.kasten).not.toContain('gebied');
});
