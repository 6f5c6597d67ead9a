import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  soort?: 'primary' | 'secondary' | 'subtle';
  icon?: IconName;
  /** Shows the icon alone; the text is for screen readers. */
  iconOnly?: boolean;
}

/** A button of the NL Design System. Its text is a verb. */
export function Button({ soort = 'secondary', icon, iconOnly = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`nl-button nl-button--${soort} ${iconOnly ? 'nl-button--icon-only' : ''} ${rest['aria-pressed'] === true ? 'nl-button--pressed' : ''}`}
    >
      {icon && (
        <span className="nl-button__icon-start">
          <Icon name={icon} />
        </span>
      )}
      <span className="nl-button__label">{children}</span>
    </button>
  );
}
