import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

const icons = { info: 'informatie', warning: 'waarschuwing', error: 'plicht', ok: 'vink' } as const;

interface NoticeProps {
  soort: keyof typeof icons;
  title?: string;
  /** Read out at once when it appears. */
  live?: boolean;
  children: ReactNode;
}

/** A message that stands apart: what is the matter, and what to do. */
export function Notice({ soort, title, live = false, children }: NoticeProps) {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${soort}`}
      {...(live && { role: soort === 'error' ? 'alert' : 'status' })}
    >
      <div className="utrecht-alert__icon">
        <Icon name={icons[soort]} />
      </div>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title && (
            <p className="nl-paragraph">
              <strong>{title}</strong>
            </p>
          )}
          {typeof children === 'string' ? <p className="nl-paragraph">{children}</p> : children}
        </div>
      </div>
    </div>
  );
}
