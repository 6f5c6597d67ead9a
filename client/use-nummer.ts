import { useRef } from 'react';

/** The number of what is sent: the same at each attempt, another as soon as what is sent is another. */
export function useNummer(): (inhoud: unknown) => string {
  const laatste = useRef({ inhoud: '', nummer: '' });
  return (inhoud) => {
    const tekst = JSON.stringify(inhoud);
    if (laatste.current.inhoud !== tekst) laatste.current = { inhoud: tekst, nummer: crypto.randomUUID() };
    return laatste.current.nummer;
  };
}
