import { Budget } from './Budget';
import classes from './Points.module.css';
import { RulesForm } from './RulesForm';

/** Points, for managers: what they cost, and what earns them. */
export const ManagePoints = () => (
  <div className={classes.parts}>
    <Budget />
    <RulesForm />
  </div>
);
