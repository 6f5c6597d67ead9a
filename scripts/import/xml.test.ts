import { describe, expect, test } from 'vitest';
import { type FoundElement, findAll, findChild, textOf } from '../../server/xml/domain.ts';
import { ImportFault } from './importer.ts';
import { readXml } from './xml.ts';

async function* chunks(text: string, size = 7) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(xml: string | AsyncIterable<Uint8Array>, ...wanted: string[]): Promise<FoundElement[]> {
  const found: FoundElement[] = [];
  const bytes = typeof xml === 'string' ? chunks(xml) : xml;
  for await (const element of readXml(bytes, new Set(wanted), 'proef.xml')) found.push(element);
  return found;
}

describe('readXml', () => {
  test('gives elements by local name, whatever the prefix and however the bytes arrive', async () => {
    const [first, second, ...rest] = await read(
      `<a:root xmlns:a="urn:a"><a:item wId="é1"><b>één &amp; twee</b></a:item><item><item>binnen</item></item></a:root>`,
      'item',
    );
    expect(rest).toEqual([]);
    expect(first?.path).toEqual(['root']);
    expect(first?.element.attributes).toEqual({ wId: 'é1' });
    expect(textOf(first && findChild(first.element, 'b'))).toBe('één & twee');
    expect(second && findAll(second.element, 'item').map(textOf)).toEqual(['binnen']);
  });

  test('refuses a DOCTYPE, so that entities cannot blow up', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><r>&b;</r>`;
    await expect(read(bomb, 'r')).rejects.toThrow(/DOCTYPE/);
    await expect(read('<r>&unknown;</r>', 'r')).rejects.toThrow(ImportFault);
  });

  test('refuses what is cut off, wrongly nested, too deep or not UTF-8', async () => {
    await expect(read('<r><a>', 'r')).rejects.toThrow(/geen goede XML/);
    await expect(read('<r><a></r>', 'r')).rejects.toThrow(/geen goede XML/);
    await expect(read(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'r')).rejects.toThrow(/lagen diep/);
    async function* latin() {
      yield new Uint8Array([0x3c, 0x72, 0x3e, 0xe9, 0x3c, 0x2f, 0x72, 0x3e]);
    }
    await expect(read(latin(), 'r')).rejects.toThrow(/UTF-8/);
  });
});
