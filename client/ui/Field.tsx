import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';
import { Veldmelding } from './Veldmelding.tsx';
import { useMaximum, useVeldfout } from './veldfouten.ts';

interface FieldProps {
  label: string;
  uitleg?: string | undefined;
}

/** A text or date field with its label above it. */
export function TextField({
  label,
  uitleg,
  maxLength,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>) {
  const maximum = useMaximum(maxLength);
  return (
    <Field label={label} uitleg={uitleg}>
      {(link) => <input {...input} {...maximum} {...link} className="utrecht-textbox utrecht-textbox--html-input" />}
    </Field>
  );
}

/** Longer text, that grows with what is typed. */
export function TextAreaField({
  label,
  uitleg,
  maxLength,
  ...input
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>) {
  const maximum = useMaximum(maxLength);
  return (
    <Field label={label} uitleg={uitleg}>
      {(link) => (
        <textarea
          rows={4}
          dir="auto"
          {...input}
          {...maximum}
          {...link}
          className="utrecht-textbox utrecht-textbox--html-input veld__tekst"
        />
      )}
    </Field>
  );
}

/** A choice of one from a short list. */
export function SelectField({
  label,
  uitleg,
  children,
  ...select
}: FieldProps & Omit<ComponentProps<'select'>, 'id' | 'className'>) {
  return (
    <Field label={label} uitleg={uitleg}>
      {(link) => (
        <div className="keuze">
          <select {...select} {...link} className="utrecht-select utrecht-select--html-select">
            {children}
          </select>
          <Icon name="pijlOmlaag" />
        </div>
      )}
    </Field>
  );
}

interface Link {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Label and explanation above what is filled in, tied to it. */
function Field({ label, uitleg, children }: FieldProps & { children(link: Link): ReactNode }) {
  const id = useId();
  const [uitlegId, foutId] = [`${id}-uitleg`, `${id}-fout`];
  const fout = useVeldfout(id);
  const beschreven = [uitleg && uitlegId, fout && foutId].filter(Boolean).join(' ');
  return (
    <div className="veld" data-fout={fout !== undefined}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {uitleg && (
        <p className="stil" id={uitlegId}>
          {uitleg}
        </p>
      )}
      <Veldmelding id={foutId} fout={fout} />
      {children({ id, ...(beschreven && { 'aria-describedby': beschreven }), ...(fout && { 'aria-invalid': true }) })}
    </div>
  );
}

export function CheckboxField({ children, ...input }: { children: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="aanvinken">
      <input {...input} type="checkbox" className="utrecht-checkbox utrecht-checkbox--html-input" />
      <span>{children}</span>
    </label>
  );
}
