import type { Opslag } from '../../bijlagen/opslag.ts';
import type { Persoon } from '../../toegang/domain.ts';
import type { Bevinding, Foto } from '../contract.ts';
import { handelingen, kanNu } from '../domain/staat.ts';
import type { BevindingRij, FotoRij } from './queries.ts';

/** A bevinding for who reads it: names for colleagues, no pseudonyms, and what he can do. */
export async function toonBevinding(
  opslag: Opslag,
  rij: BevindingRij,
  wie: Persoon,
  magSchrijven: boolean,
): Promise<Bevinding> {
  const {
    bevoegdGezag: _gezag,
    inhoudHash: _hash,
    door,
    doorNaam,
    toegewezenAan: _aan,
    toegewezenNaam,
    sluiter,
    fotos,
    ...rest
  } = rij;
  return {
    ...rest,
    door: doorNaam,
    ikzelf: door === wie.persoon,
    toegewezenAan: toegewezenNaam,
    fotos: await Promise.all(fotos.map((foto) => toonFoto(opslag, foto))),
    kan: magSchrijven
      ? handelingen.filter((handeling) => kanNu(handeling, { staat: rij.staat, sluiter }, wie.persoon).mag)
      : [],
  };
}

export async function toonFoto(opslag: Opslag, foto: FotoRij): Promise<Foto> {
  const { id, naam, soort, bytes, status, reden, sleutel } = foto;
  return {
    id,
    naam,
    soort,
    bytes,
    status,
    reden,
    ontvangen: status === 'ontvangen' ? await opslag.ontvangen(sleutel) : bytes,
  };
}
