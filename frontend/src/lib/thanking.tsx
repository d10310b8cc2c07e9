import { type ComponentType, createContext, useContext } from 'react';

export interface ThankProps {
  /** Whom. */
  user: { id: string; displayName: string; erased: boolean };
  /** Where they are a member. */
  company: { id: string };
  /** What for, where it is for one thing. */
  item?: { ideaId?: string; commentId?: string };
  className?: string;
}

const Context = createContext<ComponentType<ThankProps>>(() => null);

/** Hands the button with which the staff say thanks to the features in which people are met. */
export const ThankProvider = Context.Provider;

/** The button, in whichever feature; nothing where it was not handed on. */
export const useThank = (): ComponentType<ThankProps> => useContext(Context);
