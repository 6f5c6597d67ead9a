import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const id = (soort: string, naam: string) => `nl.imow-gm9999.${soort}.${naam}`;
const ref = (element: string, href: string) => `<${element} xlink:href="${href}"/>`;
const locaties = (...ids: string[]) =>
  `<locatieaanduiding>${ids.map((naam) => ref('LocatieRef', naam)).join('')}</locatieaanduiding>`;
const gebied = (naam: string, guid: string, noemer = naam) =>
  `<Gebied><identificatie>${id('gebied', naam)}</identificatie><noemer>${noemer}</noemer>
   <geometrie>${ref('GeometrieRef', guid)}</geometrie></Gebied>`;
const aanduiding = (activiteit: string, kwalificatie: string, ...ids: string[]) =>
  `<activiteitaanduiding>${ref('ActiviteitRef', id('activiteit', activiteit))}<ActiviteitLocatieaanduiding>
   <activiteitregelkwalificatie>http://voorbeeld.nl/id/concept/${kwalificatie}</activiteitregelkwalificatie>${locaties(...ids)}
   </ActiviteitLocatieaanduiding></activiteitaanduiding>`;

const objecten = [
  `<Ambtsgebied><identificatie>${id('ambtsgebied', '1')}</identificatie><bestuurlijkeGrenzenVerwijzing><BestuurlijkeGrenzenVerwijzing>
   <bestuurlijkeGrenzenID>GM9999</bestuurlijkeGrenzenID></BestuurlijkeGrenzenVerwijzing></bestuurlijkeGrenzenVerwijzing></Ambtsgebied>`,
  `<Regelingsgebied><identificatie>${id('regelingsgebied', '1')}</identificatie>${locaties(id('ambtsgebied', '1'))}</Regelingsgebied>`,
  gebied('boog', 'AAAAAAAA-0000-4000-8000-000000000001', 'halve cirkel'),
  gebied('zonderGio', 'bbbbbbbb-0000-4000-8000-000000000002'),
  gebied('etrs', 'cccccccc-0000-4000-8000-000000000003'),
  `<Gebiedengroep><identificatie>${id('gebiedengroep', 'half')}</identificatie><groepselement>
   ${ref('GebiedRef', id('gebied', 'boog'))}${ref('GebiedRef', id('gebied', 'zonderGio'))}</groepselement></Gebiedengroep>`,
  `<Activiteit><identificatie>${id('activiteit', 'kappen')}</identificatie><naam>Kappen</naam>
   <groep>http://voorbeeld.nl/id/concept/Kapactiviteit</groep></Activiteit>`,
  `<Activiteit><status>beëindigd</status><identificatie>${id('activiteit', 'beeindigd')}</identificatie><naam>Oud</naam></Activiteit>`,
  `<Omgevingsnorm><identificatie>${id('omgevingsnorm', 'hoogte')}</identificatie><naam>hoogte</naam>
   <type>http://voorbeeld.nl/id/concept/MaximumBouwhoogte</type><groep>http://voorbeeld.nl/id/concept/Bouwaanduiding</groep><normwaarde>
   <Normwaarde><kwantitatieveWaarde>3,50</kwantitatieveWaarde>${locaties(id('gebied', 'boog'))}</Normwaarde>
   <Normwaarde><kwantitatieveWaarde>circa drie</kwantitatieveWaarde>${locaties(id('gebied', 'boog'))}</Normwaarde>
   </normwaarde></Omgevingsnorm>`,
  `<Regeltekst wId="gm9999_1__chp_1__art_1.1"><identificatie>${id('regeltekst', '1')}</identificatie></Regeltekst>`,
  `<Regeltekst wId="gm9999_1__chp_1__art_1.2__para_3"><identificatie>${id('regeltekst', '2')}</identificatie></Regeltekst>`,
  `<RegelVoorIedereen><procedurestatus>ontwerp</procedurestatus><identificatie>${id('juridischeregel', '1')}</identificatie>
   <artikelOfLid>${ref('RegeltekstRef', id('regeltekst', '1'))}</artikelOfLid>
   <thema>http://voorbeeld.nl/id/concept/ExterneVeiligheid</thema><thema>http://voorbeeld.nl/id/concept/Natuur</thema>
   ${locaties(id('ambtsgebied', '1'))}
   ${aanduiding('kappen', 'Vergunningplicht', id('ambtsgebied', '1'))}
   ${aanduiding('kappen', 'Verbod', id('gebied', 'weg'))}
   ${aanduiding('beeindigd', 'Verbod', id('ambtsgebied', '1'))}
   <omgevingsnormaanduiding>${ref('OmgevingsnormRef', id('omgevingsnorm', 'hoogte'))}${ref('OmgevingsnormRef', id('omgevingsnorm', 'weg'))}</omgevingsnormaanduiding>
   <gebiedsaanwijzing>${ref('GebiedsaanwijzingRef', id('gebiedsaanwijzing', 'weg'))}</gebiedsaanwijzing></RegelVoorIedereen>`,
  `<Instructieregel><identificatie>${id('juridischeregel', '2')}</identificatie>
   <idealisatie>http://voorbeeld.nl/idealisatie/id/concept/Exact</idealisatie>
   <artikelOfLid>${ref('RegeltekstRef', id('regeltekst', '2'))}</artikelOfLid>${locaties(id('gebiedengroep', 'half'))}</Instructieregel>`,
];

const regeling = `<levering>
  <ExpressionIdentificatie><FRBRWork>/akn/nl/act/gm9999/2026/omgevingsplan</FRBRWork>
    <FRBRExpression>/akn/nl/act/gm9999/2026/omgevingsplan/nld@2026-01-01;1</FRBRExpression></ExpressionIdentificatie>
  <RegelingMetadata><eindverantwoordelijke>/tooi/id/gemeente/gm9999</eindverantwoordelijke>
    <officieleTitel>Omgevingsplan gemeente Proefstad</officieleTitel><soortRegeling>/join/id/stop/regelingtype_003</soortRegeling></RegelingMetadata>
  <RegelingCompact><Artikel wId="gm9999_1__chp_1__art_1.1"><Kop><Label>Artikel</Label><Nummer>1.1</Nummer></Kop>
    <Inhoud><Al>Kappen mag.</Al></Inhoud></Artikel></RegelingCompact></levering>`;

const gio = `<locaties xmlns:gml="http://www.opengis.net/gml/3.2">
  <Locatie><geometrie><Geometrie><id>aaaaaaaa-0000-4000-8000-000000000001</id><geometrie>
    <gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments>
      <gml:Arc><gml:posList>150000 460000 150050 460050 150100 460000</gml:posList></gml:Arc>
      <gml:LineStringSegment><gml:posList>150100 460000 150000 460000</gml:posList></gml:LineStringSegment>
    </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon></geometrie></Geometrie></geometrie></Locatie>
  <Locatie><geometrie><Geometrie><id>cccccccc-0000-4000-8000-000000000003</id><geometrie>
    <gml:Point srsName="urn:ogc:def:crs:EPSG::4258"><gml:pos>52.1 5.7</gml:pos></gml:Point></geometrie></Geometrie></geometrie></Locatie>
</locaties>`;

/**
 * Writes an invented delivery in which references, texts and geometries are missing, and an object has ended.
 *
 * @param gezag who made it: of gm9999 unless told
 */
export function writeImowVoorbeeld(map: string, gezag = { soort: 'gemeente', code: 'gm9999' }): string {
  mkdirSync(join(map, 'OW'), { recursive: true });
  const ow = `<ow:owBestand xmlns:ow="urn:ow" xmlns:xlink="http://www.w3.org/1999/xlink">${objecten.map((object) => `<ow:owObject>${object}</ow:owObject>`).join('\n')}</ow:owBestand>`;
  const vanGezag = (xml: string) =>
    xml.replace('/gemeente/gm9999', `/${gezag.soort}/${gezag.code}`).replace('GM9999', gezag.code.toUpperCase());
  writeFileSync(join(map, 'OW', 'objecten.xml'), vanGezag(ow));
  writeFileSync(join(map, 'regeling.xml'), vanGezag(regeling));
  writeFileSync(join(map, 'gio.gml'), gio);
  return map;
}
