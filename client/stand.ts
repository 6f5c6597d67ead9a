/** Header on an answer that this device had kept for when there is no network: when the server gave it, as a timestamp. */
export const bewaardOpHeader = 'X-Bewaard-Op';

/** Cache with the tiles of the area that somebody took along to work in. */
export const gebiedKast = 'gebied';
