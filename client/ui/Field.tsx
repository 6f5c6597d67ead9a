import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

interface FieldProps {
  label: string;
  uitleg?: string;
}

/** A text or date field with its label above it. */
export function TextField({ label, uitleg, ...input }: FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>) {
  const id = useId();
  return (
    <div className="veld">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {uitleg && (
        <p className="stil" id={`${id}-uitleg`}>
          {uitleg}
        </p>
      )}
      <input
        {...input}
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        {...(uitleg && { 'aria-describedby': `${id}-uitleg` })}
      />
    </div>
  );
}

/** Longer text, that grows with what is typed. */
export function TextAreaField({
  label,
  uitleg,
  ...input
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>) {
  const id = useId();
  return (
    <div className="veld">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {uitleg && (
        <p className="stil" id={`${id}-uitleg`}>
          {uitleg}
        </p>
      )}
      <textarea
        rows={4}
        {...input}
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input veld__tekst"
        {...(uitleg && { 'aria-describedby': `${id}-uitleg` })}
      />
    </div>
  );
}

/** A choice of one from a short list. */
export function SelectField({
  label,
  children,
  ...select
}: FieldProps & Omit<ComponentProps<'select'>, 'id' | 'className'>) {
  const id = useId();
  return (
    <div className="veld">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <div className="keuze">
        <select {...select} id={id} className="utrecht-select utrecht-select--html-select">
          {children}
        </select>
        <Icon name="pijlOmlaag" />
      </div>
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
