/** The colours of the paper around the map. */
export const papier = {
  lijn: '#cfd5d6',
  kopvlak: '#e3eef0',
  let: '#fdf3d8',
  ernst: '#fbe3e0',
  ernstRand: '#a3180c',
  letRand: '#8a6100',
} as const;
