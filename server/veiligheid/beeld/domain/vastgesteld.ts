/**
 * An adopted veiligheidsbeeld as it is read now. What was adopted never changes, so that its hash stays right: one of
 * before trends were tested has only the difference between its first and last year, and what its trend is, is not known.
 */
export const leesInhoud = (inhoud: string): unknown =>
  JSON.parse(inhoud, (_, waarde) =>
    Array.isArray(waarde?.reeks) && typeof waarde.trend === 'string'
      ? { ...waarde, verschil: waarde.trend, trend: trendOnbekend(waarde.reeks.length) }
      : waarde,
  );

const trendOnbekend = (perioden: number) => ({ stand: 'onbekend', per: 'jaar', perioden, tot: null, p: null });
