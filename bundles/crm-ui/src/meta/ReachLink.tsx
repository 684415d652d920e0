import type { MouseEvent, ReactNode } from 'react';
import { queryClient } from '../api/queries';
import type { Kind } from '../api/types';
import { useApp } from '../app';
import { draftQuery } from '../mail/api';
import { compose, type Letter } from '../mail/compose';

interface Props {
  kind: Kind;
  words: string;
  href: string;
  /** what a letter is about that is begun here */
  about?: Letter['about'];
  /** leaves e-mail to the program of the machine */
  outside?: boolean;
  className?: string;
  title?: string;
  children: ReactNode;
}

/** Calls, writes to, or opens what a value leads to. */
export function ReachLink({ kind, words, href, about, outside = false, children, ...rest }: Props) {
  const { may } = useApp();
  const write = async () => {
    // A letter that the company cannot send would wait for nobody knows what.
    const { ready } = await queryClient.fetchQuery(draftQuery(about));
    if (ready)
      compose({ to: words, place: ['to', words, about?.id].filter(Boolean).join('.'), ...(about ? { about } : {}) });
    else location.assign(href);
  };
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    void write();
  };
  return (
    <a
      href={href}
      {...rest}
      {...(kind === 'email' && !outside && may('mail.send') ? { onClick } : {})}
      {...(/^http/i.test(href) ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
    >
      {children}
    </a>
  );
}
