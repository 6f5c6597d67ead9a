import { describe, expect, test } from 'vitest';
import { childElements } from '../../../server/xml/domain.ts';
import { readXml } from '../xml.ts';
import { GmlFault, gmlToEwkt, mergeEwkt } from './gml.ts';

async function convert(gml: string): Promise<string> {
  async function* bytes() {
    yield new TextEncoder().encode(`<geometrie>${gml}</geometrie>`);
  }
  for await (const { element } of readXml(bytes(), new Set(['geometrie']), 'proef.gml')) {
    const [geometry] = childElements(element);
    if (geometry) return gmlToEwkt(geometry);
  }
  throw new Error('No geometry');
}

const rd = 'srsName="urn:ogc:def:crs:EPSG::28992"';
const ring = (posList: string) => `<gml:LinearRing><gml:posList>${posList}</gml:posList></gml:LinearRing>`;
const square = '100000 400000 100010 400000 100010 400010 100000 400000';
const polygon = `<gml:Polygon><gml:exterior>${ring(square)}</gml:exterior></gml:Polygon>`;
const squareWkt = '(100000 400000,100010 400000,100010 400010,100000 400000)';

describe('gmlToEwkt', () => {
  test('reads a surface with a hole', async () => {
    const hole = '100002 400001 100004 400001 100004 400002 100002 400001';
    const gml = `<gml:MultiSurface ${rd}><gml:surfaceMember><gml:Polygon><gml:exterior>${ring(square)}</gml:exterior>
      <gml:interior>${ring(hole)}</gml:interior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>`;
    expect(await convert(gml)).toBe(
      `SRID=28992;POLYGON(${squareWkt},(100002 400001,100004 400001,100004 400002,100002 400001))`,
    );
  });

  test('keeps several surfaces apart, because they may overlap', async () => {
    const gml = `<gml:MultiSurface ${rd}><gml:surfaceMembers>${polygon}${polygon}</gml:surfaceMembers></gml:MultiSurface>`;
    expect(await convert(gml)).toBe(`SRID=28992;GEOMETRYCOLLECTION(POLYGON(${squareWkt}),POLYGON(${squareWkt}))`);
  });

  test('keeps arcs as arcs, also within a ring of several parts', async () => {
    const gml = `<gml:Surface ${rd}><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>
      <gml:curveMember><gml:Curve><gml:segments>
        <gml:Arc><gml:posList>100000 400000 100005 400005 100010 400000</gml:posList></gml:Arc>
        <gml:LineStringSegment><gml:posList>100010 400000 100000 400000</gml:posList></gml:LineStringSegment>
      </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`;
    expect(await convert(gml)).toBe(
      'SRID=28992;CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(100000 400000,100005 400005,100010 400000),' +
        '(100010 400000,100000 400000)))',
    );
  });

  test('turns a circle through three points into one that WKT can write', async () => {
    const gml = `<gml:Polygon ${rd}><gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments>
      <gml:Circle><gml:posList>100000 400000 100001 400001 100002 400000</gml:posList></gml:Circle>
    </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>`;
    expect(await convert(gml)).toBe(
      'SRID=28992;CURVEPOLYGON(CIRCULARSTRING(100000 400000,100002 400000,100000 400000))',
    );
  });

  test('reads points and lines, and drops a height', async () => {
    expect(await convert(`<gml:Point ${rd}><gml:pos>100000 400000</gml:pos></gml:Point>`)).toBe(
      'SRID=28992;POINT(100000 400000)',
    );
    expect(
      await convert(
        `<gml:LineString ${rd} srsDimension="3"><gml:posList>100000 400000 3 100001 400000 4</gml:posList></gml:LineString>`,
      ),
    ).toBe('SRID=28992;LINESTRING(100000 400000,100001 400000)');
  });

  test.each([
    ['another CRS', '<gml:Point srsName="urn:ogc:def:crs:EPSG::4258"><gml:pos>52.1 5.7</gml:pos></gml:Point>'],
    ['y before x', `<gml:Point ${rd}><gml:pos>400000 100000</gml:pos></gml:Point>`],
    ['words', `<gml:Point ${rd}><gml:pos>hier daar</gml:pos></gml:Point>`],
    [
      'an odd number of numbers',
      `<gml:LineString ${rd}><gml:posList>100000 400000 100001</gml:posList></gml:LineString>`,
    ],
    ['nothing', `<gml:MultiSurface ${rd}/>`],
    ['a kind that a GIO does not have', `<gml:Solid ${rd}/>`],
  ])('refuses %s', async (_, gml) => {
    await expect(convert(gml)).rejects.toThrow(GmlFault);
  });

  test('merges locaties without losing one', () => {
    expect(mergeEwkt(['SRID=28992;POINT(1 2)', 'SRID=28992;POINT(3 4)'])).toBe(
      'SRID=28992;GEOMETRYCOLLECTION(POINT(1 2),POINT(3 4))',
    );
  });
});
