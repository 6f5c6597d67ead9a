import type { Toegang } from '../../http/toegang.ts';

/** The veiligheidsbeeld is of the own gemeente only. */
export async function magHier(toegang: Toegang, gemeente: string): Promise<void> {
  if (toegang.wie.bevoegdGezag.includes(gemeente)) return;
  throw await toegang.nietVanU(
    { soort: 'veiligheidsbeeld', id: gemeente },
    'Van deze gemeente is er geen beeld voor u.',
  );
}
