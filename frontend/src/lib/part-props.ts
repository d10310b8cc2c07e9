/** What a part of a page is given: what the address says beside the part's name, and how to change it. */
export interface PartProps {
  /** Not read yet: each part reads what it knows of (`useRead`). */
  search: Record<string, unknown>;
  /** Replaces all of it. */
  onSearch: (search: Record<string, unknown>) => void;
}

/** The same of a part of one's own pages, which concern one company at a time. */
export interface MyPartProps extends PartProps {
  company: { id: string; slug: string; name: string };
}
