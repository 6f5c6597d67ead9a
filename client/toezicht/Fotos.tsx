import { useEffect, useId, useMemo } from 'react';
import { bijlageGrenzen, fotoFormaten } from '../../server/bijlagen/domain.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

interface FotosProps {
  label: string;
  fotos: readonly File[];
  onFotos(fotos: File[]): void;
}

/** Photos from the camera or from this device, each shown as it is. */
export function Fotos({ label, fotos, onFotos }: FotosProps) {
  const id = useId();
  const teGroot = fotos.some(({ size }) => size > bijlageGrenzen.bytes);
  return (
    <div className="veld">
      <label className="nl-button nl-button--secondary toezicht__foto" htmlFor={id}>
        <span className="nl-button__icon-start">
          <Icon name="plus" />
        </span>
        <span className="nl-button__label">{label}</span>
      </label>
      <input
        id={id}
        className="alleen-voorlezen"
        type="file"
        accept={fotoFormaten.map(({ mediatype }) => mediatype).join(',')}
        capture="environment"
        multiple
        onChange={({ target }) => {
          onFotos([...fotos, ...(target.files ?? [])].slice(0, 10));
          target.value = '';
        }}
      />
      {teGroot && <p role="alert">Een foto is groter dan 50 MB. Haal die weg.</p>}
      <ul className="toezicht__fotos">
        {fotos.map((foto, i) => (
          <li key={`${foto.name} ${foto.lastModified} ${foto.size}`}>
            <Beeld foto={foto} />
            <Button
              soort="subtle"
              icon="kruis"
              iconOnly
              title="Haal weg"
              onClick={() => onFotos(fotos.filter((een) => een !== foto))}
            >
              {`Haal foto ${i + 1} weg`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Beeld({ foto }: { foto: File }) {
  const adres = useMemo(() => URL.createObjectURL(foto), [foto]);
  useEffect(() => () => URL.revokeObjectURL(adres), [adres]);
  return <img src={adres} alt={foto.name} width="96" height="72" />;
}
