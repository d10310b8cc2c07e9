import { type ComponentType, createContext, useContext } from 'react';

/** What can be reported: an idea, or one of its files; a comment; a member. */
export interface Reportable {
  ideaId?: string;
  attachmentId?: string;
  commentId?: string;
  userId?: string;
}

/** A company whose moderators can be told. */
export interface ReportPlace {
  id: string;
  slug: string;
  name: string;
}

export interface ReportProps {
  item: Reportable;
  /** one, but for members of several */
  places: ReportPlace[];
  /** what it is, for who hears the button alone */
  label: string;
  /** without words, where room is short */
  small?: boolean;
}

const Context = createContext<ComponentType<ReportProps>>(() => null);

/** Hands the button with which things are reported to the features whose things they are. */
export const ReportProvider = Context.Provider;

/** The button, in whichever feature. */
export const useReport = (): ComponentType<ReportProps> => useContext(Context);
