import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPakket } from './pakket.ts';

let map: string;
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'loket-pakket-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** A zip with one entry; `claimed` is the size that it says to unpack to. */
function makeZip(naam: string, content: Buffer, claimed = content.length): Buffer {
  const data = deflateRawSync(content);
  const name = Buffer.from(naam);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(claimed, 18);
  header.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}

async function readAll(pad: string, grenzen?: Parameters<typeof readPakket>[1]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for await (const { naam, open } of readPakket(pad, grenzen)) {
    let size = 0;
    for await (const chunk of await open()) size += chunk.length;
    sizes[naam] = size;
  }
  return sizes;
}

function write(naam: string, content: Buffer): string {
  const pad = join(map, naam);
  writeFileSync(pad, content);
  return pad;
}

describe('readPakket', () => {
  test('reads the XML of a zip and of a folder, and leaves the rest', async () => {
    expect(await readAll(write('goed.zip', makeZip('OW/regels.xml', Buffer.from('<r/>'))))).toEqual({
      'OW/regels.xml': 4,
    });
    expect(await readAll(write('plaatje.zip', makeZip('plaatje.png', Buffer.from('x'))))).toEqual({});
    mkdirSync(join(map, 'uitgepakt', 'IO-1'), { recursive: true });
    writeFileSync(join(map, 'uitgepakt', 'IO-1', 'gio.gml'), '<gio/>');
    writeFileSync(join(map, 'uitgepakt', 'plaatje.png'), 'x');
    expect(await readAll(join(map, 'uitgepakt'))).toEqual({ [join('IO-1', 'gio.gml')]: 6 });
  });

  test('stops at a zip bomb, also when it lies about its size', async () => {
    const nullen = Buffer.alloc(4 * 1024 * 1024);
    const grenzen = { bestanden: 10, bytes: 1024 * 1024 };
    await expect(readAll(write('bom.zip', makeZip('a.xml', nullen)), grenzen)).rejects.toThrow(
      /groter dan wij aannemen/,
    );
    await expect(readAll(write('leugen.zip', makeZip('a.xml', nullen, 100)), grenzen)).rejects.toThrow(
      /niet goed te lezen/,
    );
    await expect(
      readAll(write('goed2.zip', makeZip('a.xml', Buffer.from('<r/>'))), { bestanden: 0, bytes: 9 }),
    ).rejects.toThrow(/groter dan wij aannemen/);
  });

  test('says what is wrong with a cut-off zip, another file and no file', async () => {
    const zip = makeZip('a.xml', Buffer.from('<r/>'));
    await expect(readAll(write('half.zip', zip.subarray(0, zip.length - 10)))).rejects.toThrow(/niet goed te lezen/);
    await expect(readAll(write('tekst.zip', Buffer.from('geen zip')))).rejects.toThrow(/niet goed te lezen/);
    await expect(readAll(join(map, 'nergens.zip'))).rejects.toThrow(/bestaat niet/);
  });
});
