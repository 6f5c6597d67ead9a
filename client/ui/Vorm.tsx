import { type ComponentProps, type FormEvent, type ReactNode, useState } from 'react';
import { bijVraag, FoutenLijst, gaNaarVeld } from './FoutenLijst.tsx';
import { type Veldfout, Veldfouten, veldfoutenIn } from './veldfouten.ts';

interface VormProps extends Pick<ComponentProps<'form'>, 'id' | 'className' | 'aria-label'> {
  /** Every field is right. */
  onStuur(): void;
  children: ReactNode;
}

/**
 * A form that tells in our words what is wrong, below each label and, when it is more than one thing, at the top. What
 * a field wants is what it says in HTML: `required`, `type`, `min`, `max`.
 */
export function Vorm({ className = 'stapel', onStuur, children, ...rest }: VormProps) {
  const [fouten, setFouten] = useState<readonly Veldfout[]>([]);
  const [poging, setPoging] = useState(0);
  const [samengevat, setSamengevat] = useState(false);
  function stuur(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const gevonden = veldfoutenIn(event.currentTarget);
    const [eerste, ...meer] = gevonden;
    setFouten(gevonden);
    setSamengevat(meer.length > 0);
    if (!eerste) return onStuur();
    if (meer.length > 0) setPoging((nu) => nu + 1);
    // what is said below the label is there when the focus arrives
    else requestAnimationFrame(() => gaNaarVeld(eerste.id));
  }
  return (
    <form
      {...rest}
      className={className}
      noValidate
      onSubmit={stuur}
      onChange={({ target }) => {
        const { id, name } = target as unknown as HTMLInputElement;
        setFouten((nu) => nu.filter((fout) => fout.id !== id && (fout.groep === null || fout.groep !== name)));
      }}
    >
      {samengevat && (
        <FoutenLijst
          fouten={fouten.map(({ id, vraag, melding }) => ({ id, tekst: bijVraag(vraag, melding) }))}
          poging={poging}
        />
      )}
      <Veldfouten value={new Map(fouten.map(({ id, melding }) => [id, melding]))}>{children}</Veldfouten>
    </form>
  );
}
