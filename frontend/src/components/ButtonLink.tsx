import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';
import { type ButtonLook, lookOf } from './Button';
import classes from './Button.module.css';

type Props = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement>;

const Anchor = forwardRef<HTMLAnchorElement, Props>(
  ({ variant, color, size, fullWidth, leftSection, children, ...rest }, ref) => (
    <a
      ref={ref}
      {...lookOf({ variant, color, size, fullWidth })}
      {...rest}
      className={`${classes.button} ${rest.className ?? ''}`}
    >
      {leftSection}
      {children}
    </a>
  ),
);
Anchor.displayName = 'Anchor';

/** A link to another page that looks like a button. */
export const ButtonLink = createLink(Anchor);
