import { useCompany } from '@/lib/company';
import { Budget } from './Budget';
import classes from './Gifts.module.css';
import { Given } from './Given';
import { Suggestions } from './Suggestions';

/** For moderators and managers: what they may give, whom they may thank, and what was given. */
export function ThanksPart() {
  const { id } = useCompany();
  return (
    <div key={id} className={classes.notes}>
      <Budget />
      <Suggestions />
      <Given />
    </div>
  );
}
