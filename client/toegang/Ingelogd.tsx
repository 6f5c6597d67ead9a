import { useSessieVanAnderen, useSession } from '../session.ts';
import { SessieMenu } from './SessieMenu.tsx';
import { SessieWacht } from './SessieWacht.tsx';
import './toegang.css';

/** All that belongs to being logged in: the menu, and the warning before it ends. */
export function Ingelogd() {
  const { ingelogd } = useSession();
  useSessieVanAnderen();
  return (
    <>
      {ingelogd && <SessieMenu wie={ingelogd} />}
      <SessieWacht wie={ingelogd} />
    </>
  );
}
