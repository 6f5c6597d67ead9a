import { describe, expect, test } from 'vitest';
import { readTitel } from './titel.ts';

describe('readTitel', () => {
  test.each([
    ['Aanvraag reguliere procedure, Dorpsweg 1 Ede, het bouwen van een berging.', 'aanvraag', 'bouwen'],
    ['Ingekomen aanvraag omgevingsvergunning, Dorpsweg 1: uitweg', 'aanvraag', 'inrit'],
    [
      'Verleend, reguliere procedure, Kapelweg 2, het wijzigen van een verleende omgevingsvergunning',
      'verleend',
      'overig',
    ],
    ['Verleende omgevingsvergunning voor het kappen van een eik, Dorpsweg 1', 'verleend', 'kap'],
    ['Gemeente Proefstad - Omgevingsvergunning verleend - Dorpsweg 1 - dakkapel', 'verleend', 'bouwen'],
    ['Verleend, uitgebreide procedure, Dorpsweg 1, het verbouwen van een monument', 'definitief', 'monument'],
    ['Geweigerd, reguliere procedure, Dorpsweg 1, het maken van een inrit', 'geweigerd', 'inrit'],
    ['Buiten behandeling gestelde aanvraag, Dorpsweg 1', 'buiten-behandeling', 'overig'],
    ['Ingetrokken aanvraag omgevingsvergunning, Dorpsweg 1', 'ingetrokken', 'overig'],
    ['Intrekking omgevingsvergunning, Dorpsweg 1, milieu', 'intrekking', 'milieu'],
    ['Verlenging beslistermijn, Dorpsweg 1, het plaatsen van een schutting', 'verlengd', 'bouwen'],
    ['Aanvraag omgevingsvergunning: beslistermijn verlengd, Dorpsweg 1', 'verlengd', 'overig'],
    ['Ontwerpbesluit omgevingsvergunning, Dorpsweg 1, natuuractiviteit', 'ontwerp', 'natuur'],
    ['Geaccepteerd, Melding, Dorpsweg 1, het verwijderen van asbesthoudende materialen.', 'melding', 'sloop'],
    ['Sloopmelding Dorpsweg 1', 'melding', 'sloop'],
    ['Ontwerp omgevingsplan wijziging Dorpsweg', 'plan-ontwerp', 'plan'],
    ['Vaststelling wijziging omgevingsplan Dorpsweg', 'plan-vastgesteld', 'plan'],
    ['Kennisgeving voornemen wijziging omgevingsplan Dorpsweg', 'plan-voornemen', 'plan'],
    ['Verkeersbesluit gehandicaptenparkeerplaats Dorpsweg', 'verkeersbesluit', 'verkeer'],
    ['Verleende alcoholwetvergunning, Dorpsweg 1', 'alcohol', 'horeca'],
    ['Publicatie verleende evenementenvergunningen', 'apv-vergunning', 'evenement'],
    ['Publicatie aangevraagde evenementenvergunningen', 'aanvraag', 'evenement'],
    ['Last onder dwangsom Dorpsweg 1', 'handhaving', 'overig'],
    ['Vergunningvrij, Dorpsweg 1, zonnepanelen', 'vergunningvrij', 'bouwen'],
  ])('%s is %s over %s', (titel, soort, onderwerp) => {
    expect(readTitel(titel, 'omgevingsvergunning')).toMatchObject({ soort, onderwerp });
  });

  test.each([
    'Ingetrokken, Dorpsweg 1',
    'Provincie Gelderland Omgevingsverordening Gelderland, locatie N801',
    'Beleidsregel subsidie 2024',
    'Bouwmeesterweg 1, Kapstraat, Waterweg: mededeling',
    '',
  ])('what the words do not tell is overig: "%s"', (titel) => {
    expect(readTitel(titel, 'overig')).toMatchObject({ soort: 'overig', onderwerp: 'overig' });
  });

  test('takes the procedure and the zaaknummer when they stand there', () => {
    const regulier = readTitel('Verleend, reguliere procedure, Dorpsweg 1, zaaknummer 2024W0602', '');
    expect(regulier).toMatchObject({ procedure: 'regulier', zaaknummer: '2024W0602' });
    const anders = readTitel('Verleend, het wijzigen van een vergunning met het kenmerk 2023W0602', '');
    expect(anders).toMatchObject({ procedure: null, zaaknummer: null });
  });

  test('the rubriek counts only where the title says nothing', () => {
    expect(readTitel('Dorpsweg 1', 'evenementenvergunning').onderwerp).toBe('evenement');
    expect(readTitel('Dorpsweg 1, het kappen van een boom', 'evenementenvergunning').onderwerp).toBe('kap');
  });
});
