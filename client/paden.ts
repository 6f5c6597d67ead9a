/** Where the pages begin that take the chosen place along. */
export const paden = {
  check: '/vergunningcheck',
  indienen: '/indienen',
  combineren: '/combineren',
  toezicht: '/toezicht',
  veiligheid: '/veiligheid',
  veiligheidsbeeld: '/veiligheid/beeld',
  werkvoorraad: '/werkvoorraad',
  volgen: '/volgen',
  tijdlijn: '/tijdlijn',
} as const;
