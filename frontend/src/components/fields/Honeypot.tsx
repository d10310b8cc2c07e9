import type { Ref } from 'react';
import classes from './fields.module.css';

/** A field that people are neither shown nor told of, and that only programs fill in. */
export const Honeypot = ({ ref }: { ref: Ref<HTMLInputElement> }) => (
  <div className={classes.trap} aria-hidden="true">
    <input ref={ref} type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
  </div>
);
