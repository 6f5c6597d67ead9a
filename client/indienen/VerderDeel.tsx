import { useMutation } from '@tanstack/react-query';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface VerderDeelProps {
  id: string;
  /** The secret of who began without login; null: it opens by logging in. */
  sleutel: string | null;
  /** Brings what is new to the server. */
  onBewaar(): Promise<unknown>;
}

/** Keep it and go on later, also on another device. */
export function VerderDeel({ id, sleutel, onBewaar }: VerderDeelProps) {
  const bewaar = useMutation({ mutationFn: onBewaar });
  const adres = `${window.location.origin}/indienen/verder#${id}.${sleutel ?? ''}`;
  return (
    <div className="formulier__later stapel stapel--dicht geen-druk">
      <div>
        <Button soort="subtle" disabled={bewaar.isPending} onClick={() => bewaar.mutate()}>
          Bewaar en ga later verder
        </Button>
      </div>
      <div aria-live="polite">
        {bewaar.isSuccess &&
          (sleutel ? (
            <Notice soort="ok" title="Bewaard voor 30 dagen">
              <p className="nl-paragraph">
                Ga verder met deze link, ook op een ander apparaat. Wie de link heeft, kan alles lezen. Bewaar hem dus
                goed.
              </p>
              <p>
                <a className="nl-link formulier__link" href={adres}>
                  {adres}
                </a>
              </p>
            </Notice>
          ) : (
            <Notice soort="ok" title="Bewaard voor 30 dagen">
              Log later in, ook op een ander apparaat. U vindt het terug bij "Aanvragen of melden".
            </Notice>
          ))}
        {bewaar.isError && (
          <Notice soort="warning" title="Nog niet bewaard bij de gemeente">
            {bewaar.error.message} Op dit apparaat staat het wel.
          </Notice>
        )}
      </div>
    </div>
  );
}
