import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './Button.module.css';

export interface ButtonLook {
  /** filled: the one thing to do here. default: other things. subtle: rarely done. */
  variant?: 'filled' | 'default' | 'outline' | 'subtle';
  /** red: for what destroys. gray: of little weight. */
  color?: 'red' | 'gray';
  size?: 'compact' | 'sm' | 'md';
  fullWidth?: boolean;
  leftSection?: ReactNode;
}

type Props = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement> & { loading?: boolean };

export const lookOf = ({ variant = 'filled', color, size = 'sm', fullWidth }: ButtonLook) => ({
  'data-variant': variant,
  'data-color': color,
  'data-size': size,
  'data-full': fullWidth || undefined,
});

/** A button. While `loading` it keeps its size and takes no second click. */
export function Button({ loading, variant, color, size, fullWidth, leftSection, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...lookOf({ variant, color, size, fullWidth })}
      {...rest}
      className={`${classes.button} ${rest.className ?? ''}`}
      // `disabled` would lose the focus
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : rest.onClick}
    >
      {leftSection}
      {children}
    </button>
  );
}
