import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mens } from '../../tests/mensen.ts';
import { rollen } from './domain/rollen.ts';
import { beoordeel, type Gegeven, type GegevenId, gegevens, kaderVan } from './domain.ts';

const bron = resolve(import.meta.dirname, '../../../shared/domain.md');

/** Columns of the source -> columns here. */
const kolommen = [
  ['anoniem'],
  ['burger', 'ondernemer'],
  ['gemachtigde'],
  ['behandelaar'],
  ['toezichthouder'],
  ['boa'],
  ['beleidsmaker'],
  ['burgemeester'],
  ['politie'],
  ['omgevingsdienst', 'veiligheidsregio'],
  ['corporatie'],
  ['auditor'],
  ['beheerder'],
] as const;

/** Rows of the source -> rows here. */
const rijen: Record<string, GegevenId> = {
  'omgevingsplan, rules, plans': 'omgevingsplan',
  'BAG, BGT, plot borders': 'basiskaart',
  'plot owner names': 'eigenaren',
  'published notices': 'bekendmakingen',
  'own application file': 'eigenDossier',
  "others' application files": 'andermansDossier',
  'permit-check answers (no login)': 'checkAntwoorden',
  'public-space reports: map': 'meldingKaart',
  'reports: text, photo, contact': 'meldingInhoud',
  'police figures CBS (wijk/buurt)': 'cbsCijfers',
  'police figures VNG-INP delivery': 'vngLevering',
  'police incidents (personal)': 'politieIncident',
  'boa records': 'boaRegistratie',
  'enforcement cases': 'handhaving',
  'hot-spot layer, public cut': 'hotspotOpenbaar',
  'hot-spot layer, internal': 'hotspotIntern',
  'survey results': 'onderzoek',
  'sensor and camera register': 'sensoren',
};

/** What is published, or stays with the visitor, is no right to what is kept. */
const nietHier = /^(–|published parts|published only|own visit|no content|only .*separate.*)$/;

/** The reach in a cell of the source: a letter, perhaps with a remark. */
const reach = (cel: string) =>
  nietHier.test(cel) ? '–' : cel === 'if sent' ? 'T' : (/^([RAOT])\b/.exec(cel)?.[1] ?? `?${cel}`);

/** The reach here, without writing: what may only be given is not read. */
const bereik = (cel: string) => (cel === 'W' ? '–' : cel.replace('W', ''));

describe('the table of permissions', () => {
  test.skipIf(!existsSync(bron))('gives nobody more or less to read than the facts of the domain say', () => {
    const tabel = readFileSync(bron, 'utf8').split('### 6.6')[1]?.split('\n## ')[0] ?? '';
    const gelezen = tabel
      .split('\n')
      .filter((regel) => regel.startsWith('|'))
      .slice(2)
      .map((regel) =>
        regel
          .split('|')
          .slice(1, -1)
          .map((cel) => cel.trim()),
      );
    expect(gelezen.length).toBe(19);
    for (const [naam = '', ...cellen] of gelezen) {
      if (naam === 'LDV / audit log') continue;
      const gegeven = rijen[naam];
      if (!gegeven) throw new Error(`${naam} has no row`);
      for (const [i, roles] of kolommen.entries()) {
        for (const rol of roles) {
          // the police have their incidents, and the auditor sees them there: this product holds none
          const verwacht = gegeven === 'politieIncident' ? '–' : reach(cellen[i] ?? '');
          expect(bereik(gegevens[gegeven].cellen[rol]), `${naam}, ${rol}`).toBe(verwacht);
        }
      }
    }
  });

  test('the logs: one’s own on request, the whole for the auditor, nothing for who manages the system', () => {
    expect(gegevens.eigenVerwerkingen.cellen).toMatchObject({ burger: 'O', ondernemer: 'O', beheerder: '–' });
    for (const log of ['logboekAvg', 'logboekWpg'] as const) {
      const wie = Object.entries(gegevens[log].cellen).filter(([, cel]) => cel !== '–');
      expect(wie).toEqual([['auditor', 'T']]);
    }
  });

  test('permits and safety never meet in one right, and nobody without login reads what is personal', () => {
    for (const [id, { wet, cellen }] of Object.entries<Gegeven>(gegevens)) {
      if (wet === 'Wpg') {
        expect(cellen, id).toMatchObject({
          anoniem: '–',
          burger: '–',
          ondernemer: '–',
          gemachtigde: '–',
          behandelaar: '–',
        });
      }
      if (wet !== 'openbaar') expect(['–', 'W', 'OW'], id).toContain(cellen.anoniem);
    }
    for (const id of ['eigenDossier', 'andermansDossier', 'advies', 'zienswijze'] as const) {
      expect(gegevens[id].cellen, id).toMatchObject({ beleidsmaker: '–', burgemeester: '–', corporatie: '–' });
    }
  });

  test('ground and purpose follow the role: police data for the auditor is control, for the police provision', () => {
    expect(kaderVan('boaRegistratie', 'boa')).toMatchObject({ wet: 'Wpg', grondslag: 'Wpg art. 6 en 46' });
    expect(kaderVan('boaRegistratie', 'politie')).toMatchObject({ wet: 'Wpg', grondslag: 'Wpg art. 19' });
    expect(kaderVan('boaRegistratie', 'auditor')).toMatchObject({ wet: 'Wpg', grondslag: 'Wpg art. 33' });
    expect(kaderVan('bevinding', 'boa')).toMatchObject({ wet: 'AVG' });
  });
});

describe('what somebody may do', () => {
  const indienen = { gegeven: 'eigenDossier', doe: 'schrijven' } as const;
  const inzien = { gegeven: 'eigenDossier', doe: 'lezen' } as const;

  test('without login nothing but what says so and the table allows', () => {
    expect(beoordeel(inzien, null)).toMatchObject({ mag: false, reden: 'inloggen' });
    expect(beoordeel({ ...inzien, anoniem: true }, null)).toMatchObject({ mag: false, reden: 'inloggen' });
    const melding = { gegeven: 'meldingInhoud', doe: 'schrijven' } as const;
    expect(beoordeel(melding, null)).toMatchObject({ mag: false, reden: 'inloggen' });
    expect(beoordeel({ ...melding, anoniem: true }, null)).toMatchObject({ mag: true, bereik: null });
    expect(beoordeel({ gegeven: 'meldingInhoud', doe: 'lezen', anoniem: true }, null)).toMatchObject({ mag: false });
  });

  test('DigiD Midden files, DigiD Substantieel reads the file, DigiD Basis neither', () => {
    const met = (niveau: string) => mens('burger', { middel: 'digid', niveau });
    expect(beoordeel(indienen, met('basis'))).toMatchObject({ mag: false, reden: 'niveau', drempel: 'indienen' });
    expect(beoordeel(indienen, met('midden'))).toMatchObject({ mag: true, bereik: 'O' });
    expect(beoordeel(inzien, met('midden'))).toMatchObject({ mag: false, reden: 'niveau', drempel: 'dossier' });
    expect(beoordeel(inzien, met('substantieel'))).toMatchObject({ mag: true, bereik: 'O' });
    expect(beoordeel(inzien, met('heel hoog'))).toMatchObject({ mag: false, reden: 'niveau' });
  });

  test('a company files with eHerkenning 3, not with 2+', () => {
    const met = (niveau: string) => mens('ondernemer', { middel: 'eherkenning', niveau });
    expect(beoordeel(indienen, met('loa2plus'))).toMatchObject({ mag: false, reden: 'niveau' });
    expect(beoordeel(indienen, met('loa3'))).toMatchObject({ mag: true, bereik: 'O' });
  });

  test('behind the counter a password alone is too little, and DigiD is the wrong door', () => {
    const dossier = { gegeven: 'andermansDossier', doe: 'lezen' } as const;
    expect(beoordeel(dossier, mens('behandelaar'))).toMatchObject({ mag: true, bereik: 'T' });
    expect(beoordeel(dossier, mens('behandelaar', { niveau: 'wachtwoord' }))).toMatchObject({ reden: 'niveau' });
    expect(beoordeel(dossier, mens('behandelaar', { middel: 'digid', niveau: 'hoog' }))).toMatchObject({
      reden: 'niveau',
    });
    expect(
      beoordeel({ gegeven: 'sessie', doe: 'schrijven' }, mens('behandelaar', { niveau: 'wachtwoord' })),
    ).toMatchObject({
      mag: true,
    });
  });

  test('only the role in which somebody acts counts', () => {
    const wie = mens('toezichthouder', { rollen: ['toezichthouder', 'boa'] });
    const registratie = { gegeven: 'boaRegistratie', doe: 'lezen' } as const;
    expect(beoordeel(registratie, wie)).toMatchObject({ mag: false, reden: 'rol' });
    expect(beoordeel(registratie, { ...wie, rol: 'boa' })).toMatchObject({ mag: true, bereik: 'T' });
  });

  test('every role can read its own session and log out', () => {
    for (const rol of Object.keys(rollen) as (keyof typeof rollen)[]) {
      expect(beoordeel({ gegeven: 'sessie', doe: 'schrijven' }, mens(rol)).mag, rol).toBe(true);
    }
  });
});
