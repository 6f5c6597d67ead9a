import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { formaten, fotoFormaten, schoneNaam } from '../../server/bijlagen/domain.ts';
import { keurInhoud } from '../../server/bijlagen/soort.ts';
import { createVirusscan } from '../../server/bijlagen/virusscan.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { sleutelHeader } from '../../server/indienen/contract.ts';
import { startApi, type TestApi } from '../api.ts';
import { freshOnServer } from '../database.ts';
import { proefDiensten } from '../diensten.ts';
import { aanDeBalie, aanvraag, proefPdf } from '../indienen.ts';
import { alsMens, mens } from '../mensen.ts';
import { opPerceel, plantPlaats } from '../plaats.ts';

const map = mkdtempSync(join(tmpdir(), 'loket-clam-'));
// clamd may run as another user
chmodSync(map, 0o755);
const signatures = join(map, 'signatures');
mkdirSync(signatures);
/** The test file of the makers of virus scanners, in two parts so that no scanner takes this file for it. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
writeFileSync(join(signatures, 'eicar.ndb'), `Eicar-Proef:0:*:${Buffer.from(eicar).toString('hex')}\n`);
const besmet = proefPdf(eicar);

let db: Knex;
let api: TestApi;
let remove: () => Promise<void>;
let sanne: ReturnType<typeof aanDeBalie>;
beforeAll(async () => {
  const fresh = await freshOnServer();
  db = connect(fresh.engine);
  remove = fresh.remove;
  await plantPlaats(db);
  api = await startApi(db, {}, { diensten: proefDiensten({ virusscan: `clamscan:${signatures}` }) });
  sanne = aanDeBalie(api, await alsMens(db, mens('burger')));
});
afterAll(async () => {
  await api.close();
  await db.destroy();
  await remove();
  rmSync(map, { recursive: true, force: true });
});

const begin = async () => (await sanne.begin('aanvraag-omgevingsvergunning', aanvraag, opPerceel)).body;

describe('a bijlage that is sent', () => {
  test('in parts, again and out of order stays one file, and only what is complete is taken along', async () => {
    const concept = await begin();
    const heel = proefPdf('x'.repeat(100_000));
    const bijlage = randomUUID();
    const deel = (vanaf: number, tot?: number) =>
      sanne.stuur(concept.id, heel, { bijlage, vanaf, ...(tot && { tot }) });
    expect((await deel(0, 40_000)).body).toMatchObject({ status: 'ontvangen', ontvangen: 40_000, sha256: null });
    expect(await deel(60_000)).toMatchObject({ status: 409, body: { ontvangen: 40_000 } });
    expect((await sanne.dien(concept)).body.fouten).toEqual([
      { veld: 'bijlagen', melding: expect.stringContaining('niet compleet') },
    ]);
    expect((await deel(30_000, 60_000)).body).toMatchObject({ ontvangen: 60_000 });
    const klaar = await Promise.all([deel(60_000), deel(60_000), deel(50_000)]);
    for (const { body } of klaar) expect(body).toMatchObject({ status: 'gekeurd', ontvangen: heel.length });
    expect((await deel(0)).body).toEqual(klaar[0]?.body);
    const terug = await fetch(`${api.url}${apiBase}/concepten/${concept.id}/bijlagen/${bijlage}`, {
      headers: await alsMens(db, mens('burger')),
    });
    expect(Buffer.from(await terug.arrayBuffer()).equals(heel)).toBe(true);
    expect(terug.headers.get('content-disposition')).toContain('attachment');
    expect(terug.headers.get('content-security-policy')).toContain('sandbox');
    const yusuf = aanDeBalie(api, await alsMens(db, mens('burger', { persoon: 'yusuf', eigenaar: 'yusuf' })));
    expect((await yusuf.ask('GET', `/concepten/${concept.id}/bijlagen/${bijlage}`)).status).toBe(404);
    // the number of somebody else's file gives no way to it
    const { body: vanYusuf } = await yusuf.begin('sloopmelding', {}, null);
    expect((await yusuf.stuur(vanYusuf.id, heel, { bijlage })).status).toBe(404);
    expect((await sanne.dien(concept)).body.bijlagen).toMatchObject([{ bytes: heel.length }]);
  });

  test('longer than was said, empty or too big is refused', async () => {
    const { id } = await begin();
    const adres = `${api.url}${apiBase}/concepten/${id}/bijlagen/${randomUUID()}`;
    const stuur = async (bytes: number, lengte: number) =>
      fetch(`${adres}?naam=a&bytes=${bytes}`, {
        method: 'PUT',
        headers: { ...(await alsMens(db, mens('burger'))), 'Content-Type': 'application/octet-stream' },
        body: new Uint8Array(lengte),
      });
    expect((await stuur(10, 5_000)).status).toBe(413);
    expect((await stuur(0, 0)).status).toBe(400);
    expect((await stuur(50 * 1024 * 1024 + 1, 10)).status).toBe(400);
  });

  test('with a virus is thrown away, and said so', async () => {
    const concept = await begin();
    const { body } = await sanne.stuur(concept.id, besmet, { naam: 'vakantie.pdf' });
    expect(body).toMatchObject({ status: 'geweigerd', reden: expect.stringContaining('virus') });
    const { body: schoon } = await sanne.stuur(concept.id, proefPdf());
    expect(schoon.status).toBe('gekeurd');
    expect((await sanne.dien(concept)).body.bijlagen).toHaveLength(1);
  });
});

describe('a photo of a melding', () => {
  const plek = { x: opPerceel.x, y: opPerceel.y, vlak: null, naam: null };
  /** Twice as wide as high, held upright, with where and with what it was made. */
  const foto = () =>
    sharp({ create: { width: 80, height: 40, channels: 3, background: '#a33' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'Proefmerk' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 7/1 0/1' },
      });
  const melder = () => aanDeBalie(api, null);

  test.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is kept without place, time and device, and upright',
    async (soort) => {
      const bytes = await foto().toFormat(soort).toBuffer();
      expect(bytes.includes('Proefmerk')).toBe(true);
      const wie = melder();
      const { body: concept } = await wie.begin('melding-openbare-ruimte', {}, plek);
      const bijlage = randomUUID();
      const { body } = await wie.stuur(concept.id, bytes, { bijlage, naam: `IMG_1.${soort}` });
      expect(body).toMatchObject({ status: 'gekeurd', mediatype: `image/${soort}`, ontvangen: bytes.length });
      const terug = await fetch(`${api.url}${apiBase}/concepten/${concept.id}/bijlagen/${bijlage}`, {
        headers: { [sleutelHeader]: wie.sleutel },
      });
      const schoon = Buffer.from(await terug.arrayBuffer());
      const { exif, xmp, iptc, width, height, format } = await sharp(schoon).metadata();
      expect({ exif, xmp, iptc, width, height, format }).toEqual({ width: 40, height: 80, format: soort });
      expect(schoon.includes('Proefmerk')).toBe(false);
      expect(createHash('sha256').update(schoon).digest('hex')).toBe(body.sha256);
      // the answer was lost and it is sent again: it is the same file
      expect((await wie.stuur(concept.id, bytes, { bijlage })).body).toEqual(body);
    },
  );

  test('that is not whole is refused', async () => {
    const bytes = await foto().jpeg().toBuffer();
    const wie = melder();
    const { body: concept } = await wie.begin('melding-openbare-ruimte', {}, plek);
    const { body } = await wie.stuur(concept.id, bytes.subarray(0, bytes.length - 200), { naam: 'half.jpg' });
    expect(body).toMatchObject({ status: 'geweigerd', reden: expect.stringContaining('niet heel') });
  });
});

test('clamd says the same as clamscan, and a scanner that is away is no clean file', async () => {
  const socket = join(map, 'clamd.ctl');
  const config = join(map, 'clamd.conf');
  writeFileSync(
    config,
    `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${signatures}\nTemporaryDirectory ${map}\n`,
  );
  const [vuil, goed] = [join(map, 'vuil.pdf'), join(map, 'goed.pdf')];
  writeFileSync(vuil, besmet);
  writeFileSync(goed, proefPdf('y'.repeat(600_000)));
  const clamd = spawn('/usr/sbin/clamd', ['-c', config], { stdio: 'ignore' });
  try {
    const scan = createVirusscan(`clamd://${socket}`);
    // it listens some time after its socket is there
    await expect.poll(() => scan(goed).catch(() => null), { timeout: 20_000 }).toBe(false);
    expect(await scan(vuil)).toBe(true);
  } finally {
    clamd.kill('SIGKILL');
  }
  await expect(createVirusscan('clamd://127.0.0.1:1')(goed)).rejects.toThrow();
  await expect(createVirusscan(`clamscan:${map}/nergens`)(goed)).rejects.toThrow();
});

describe('what a file is, is in its content', () => {
  const keur = (inhoud: Buffer | string, toegestaan = formaten) => {
    const pad = join(map, `${randomUUID()}.pdf`);
    writeFileSync(pad, inhoud);
    return keurInhoud(pad, readFileSync(pad).length, toegestaan);
  };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const svg = (binnen: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${binnen}</svg>`;

  test.each([
    ['a PDF', proefPdf(), 'application/pdf'],
    ['a picture that is called .pdf', png, 'image/png'],
    ['a table', 'naam;maat\nschuur;12\ntuin;8\n', 'text/csv'],
    ['a drawing', svg('<rect width="3"/>'), 'image/svg+xml'],
  ])('%s is taken', async (_, inhoud, mediatype) => {
    expect(await keur(inhoud)).toEqual({ mediatype });
  });

  test.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])],
    ['a page', '<!doctype html><html><script>alert(1)</script></html>'],
    ['the test virus', eicar],
    ['half a PDF', proefPdf().subarray(0, 60)],
    ['a drawing with code', svg('<script>alert(1)</script>')],
    ['a drawing with a handler', svg('<rect onload="alert(1)"/>')],
    ['a drawing that fetches', svg('<image xlink:href="https://elders.example/x.png"/>')],
    ['a letter', 'Geachte heer, mevrouw\nIk wil graag een schuur bouwen\n'],
    ['a zip', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
  ])('%s is refused, with what to send', async (_, inhoud) => {
    expect(await keur(inhoud)).toEqual({ reden: expect.stringMatching(/^(Dit is|Deze PDF|In deze)/) });
  });

  test('a melding takes photos and no PDF', async () => {
    expect(await keur(png, fotoFormaten)).toEqual({ mediatype: 'image/png' });
    expect(await keur(proefPdf(), fotoFormaten)).toHaveProperty('reden');
  });

  test('a name is kept as far as it can be read', () => {
    expect(schoneNaam('../../etc/passwd')).toBe('passwd');
    expect(schoneNaam('plan\u202Efdp.exe\u0000')).toBe('planfdp.exe');
    expect(schoneNaam('تخطيط 🏡.pdf')).toBe('تخطيط 🏡.pdf');
    expect([...schoneNaam(`${'a'.repeat(10_000)}.pdf`)]).toHaveLength(200);
    expect(schoneNaam('///')).toBe('bestand');
  });
});
