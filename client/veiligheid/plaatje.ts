import type { LegendaRegel } from './Legenda.tsx';

/** Text in lines that fit; a word that is wider than that gets a line of its own. */
function breekAf(pen: CanvasRenderingContext2D, tekst: string, breedte: number): string[] {
  const regels: string[] = [];
  for (const woord of tekst.split(' ')) {
    const langer = regels.length > 0 ? `${regels.at(-1)} ${woord}` : woord;
    if (regels.length > 0 && pen.measureText(langer).width <= breedte) regels[regels.length - 1] = langer;
    else regels.push(woord);
  }
  return regels;
}

/** A picture of the map with what its colours mean and how it was made under it. */
export function maakPlaatje(
  beeld: HTMLCanvasElement,
  legenda: readonly LegendaRegel[],
  uitleg: readonly string[],
): Promise<Blob> {
  const letter = Math.round(Math.max(14, beeld.width / 80));
  const regel = letter * 1.5;
  const vel = document.createElement('canvas');
  const pen = vel.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const schrift = `${letter}px "Noto Sans", sans-serif`;
  pen.font = schrift;
  const regels = uitleg.flatMap((tekst) => breekAf(pen, tekst, beeld.width - 2 * letter));
  vel.width = beeld.width;
  vel.height = beeld.height + Math.round(regel * (legenda.length + regels.length + 2));
  // a new size made the pen forget
  pen.font = schrift;
  pen.textBaseline = 'top';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, vel.width, vel.height);
  pen.drawImage(beeld, 0, 0);
  let y = beeld.height + regel / 2;
  for (const { kleur, naam } of legenda) {
    pen.fillStyle = kleur;
    pen.fillRect(letter, y, letter, letter);
    pen.strokeStyle = '#172024';
    pen.strokeRect(letter, y, letter, letter);
    pen.fillStyle = '#172024';
    pen.fillText(naam, 2.5 * letter, y);
    y += regel;
  }
  y += regel / 2;
  for (const tekst of regels) {
    pen.fillText(tekst, letter, y);
    y += regel;
  }
  return new Promise((klaar, mis) =>
    vel.toBlob((blob) => (blob ? klaar(blob) : mis(new Error('no picture'))), 'image/png'),
  );
}
