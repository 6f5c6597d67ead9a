import type { ComponentProps } from 'react';
import { emailFout, emailMaximum } from '../../server/post/contract.ts';
import { TextField } from './Field.tsx';

type EmailFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'value' | 'onChange'> & {
  value: string;
  onChange(value: string): void;
};

/** An e-mail address, judged by the same rule as the server: the browser says what is wrong where it stands. */
export function EmailField({ value, onChange, ...input }: EmailFieldProps) {
  return (
    <TextField
      {...input}
      ref={(veld) => veld?.setCustomValidity(value === '' ? '' : (emailFout(value) ?? ''))}
      // a browser knows its own rule of an address: this one is ours
      type="text"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={emailMaximum}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
