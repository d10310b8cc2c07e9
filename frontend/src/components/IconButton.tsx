import type { ButtonHTMLAttributes } from 'react';
import classes from './IconButton.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, in words: an icon says it only to some. */
  label: string;
}

/** A small button that shows an icon alone. */
export const IconButton = ({ label, className, ...rest }: Props) => (
  <button type="button" {...rest} aria-label={label} title={label} className={`${classes.button} ${className ?? ''}`} />
);
