import type { Knex } from 'knex';
import type { TegelPlaats } from './domain.ts';
import { loadTegel, loadVersies } from './queries.ts';

/** A tile as it is sent. */
export interface BewaardeTegel {
  collectie: string;
  /** Of the tile set when the tile was read: the tile is right for as long as the set has this version. */
  versie: number;
  /** Null: the set has nothing here. */
  tegel: { etag: string; inhoud: Buffer } | null;
}

export interface Tegelkast {
  /**
   * The tile of now, when it is kept under this name and that is certain.
   *
   * @param bekend a version of the tile set that exists as far as the asker knows: what is given is not older
   */
  vind(naam: string, bekend: number): BewaardeTegel | null;
  /** Reads a tile that was not found, and keeps it. */
  haal(naam: string, collectie: string, plaats: TegelPlaats, bekend: number): Promise<BewaardeTegel>;
}

/** What a kept tile takes beside its bytes. */
const rest = 500;

/**
 * Keeps tiles in memory, so that sending one asks the database nothing. All tiles of a gemeente are some 15 MB.
 *
 * Tiles stay right without any word from who makes them, in this process or another: at most every `geldigMs` a request
 * looks at the versions of the tile sets, and a tile of another version is read again.
 *
 * @param maxBytes what was read longest ago makes room
 */
export function openTegelkast(db: Knex, { maxBytes = 96_000_000, geldigMs = 250 } = {}): Tegelkast {
  const tegels = new Map<string, BewaardeTegel>();
  let bytes = 0;
  let versies: ReadonlyMap<string, number> = new Map();
  let gekekenOp = Number.NEGATIVE_INFINITY;
  let kijken: Promise<void> | null = null;

  const kijk = () => {
    kijken ??= (async () => {
      const begin = performance.now();
      versies = await loadVersies(db);
      gekekenOp = begin;
    })().finally(() => {
      kijken = null;
    });
    return kijken;
  };
  const isActueel = (collectie: string, bekend: number) =>
    performance.now() - gekekenOp <= geldigMs && bekend <= (versies.get(collectie) ?? 0);

  const verwijder = (naam: string) => {
    const oud = tegels.get(naam);
    if (oud) bytes -= grootte(oud);
    tegels.delete(naam);
  };
  const bewaar = (naam: string, nieuw: BewaardeTegel) => {
    verwijder(naam);
    tegels.set(naam, nieuw);
    bytes += grootte(nieuw);
    for (const oudste of tegels.keys()) {
      if (bytes <= maxBytes) break;
      verwijder(oudste);
    }
  };

  const vind: Tegelkast['vind'] = (naam, bekend) => {
    const bewaard = tegels.get(naam);
    if (!bewaard || !isActueel(bewaard.collectie, bekend)) return null;
    return bewaard.versie === (versies.get(bewaard.collectie) ?? 0) ? bewaard : null;
  };
  return {
    vind,
    async haal(naam, collectie, plaats, bekend) {
      if (!isActueel(collectie, bekend)) {
        await kijk();
        const bewaard = tegels.get(naam);
        if (bewaard && bewaard.versie === (versies.get(collectie) ?? 0)) return bewaard;
      }
      const gelezen = { collectie, ...(await loadTegel(db, collectie, plaats)) };
      bewaar(naam, gelezen);
      return gelezen;
    },
  };
}

const grootte = ({ tegel }: BewaardeTegel) => rest + (tegel?.inhoud.length ?? 0);
