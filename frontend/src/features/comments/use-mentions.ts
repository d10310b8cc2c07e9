import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PersonNameFragment } from '@/gql/graphql';
import { completeName, type People, typedName } from './mention-text';

const MembersToMention = graphql(`
  query MembersToMention($companyId: ID!, $text: String!) {
    companyMembers(companyId: $companyId, text: $text, first: 6) {
      edges {
        node {
          id
          user {
            ...PersonName
          }
        }
      }
    }
  }
`);

interface Options {
  companyId: string;
  area: RefObject<HTMLTextAreaElement | null>;
  people: People;
  /** The text and the people in it have changed. */
  onPick: (text: string, people: People) => void;
}

/** Offers members while a name is typed after an @: arrows choose, Enter or Tab takes, Escape closes. */
export function useMentions({ companyId, area, people, onPick }: Options) {
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [text] = useDebouncedValue(typed, 150);
  const [{ data }] = useQuery({
    query: MembersToMention,
    variables: { companyId, text: text ?? '' },
    pause: !text,
  });
  const found = typed && text ? (data?.companyMembers.edges.map(({ node }) => node.user) ?? []) : [];
  const offered = found.filter(({ erased }) => !erased);

  const look = () => {
    const field = area.current;
    const atCaret = field && field.selectionStart === field.selectionEnd;
    setTyped(atCaret ? typedName(field.value, field.selectionStart, people) : null);
    setActive(0);
  };
  const pick = ({ id, displayName }: PersonNameFragment) => {
    const field = area.current;
    if (!field || typed === null) return;
    const completed = completeName(field.value, field.selectionStart, typed, displayName);
    onPick(completed.text, { ...people, [displayName]: id });
    setTyped(null);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(completed.caret, completed.caret);
    });
  };
  const close = () => setTyped(null);
  /** Whether the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const chosen = offered[active];
    if (!chosen) return false;
    const acts: Partial<Record<string, () => void>> = {
      ArrowDown: () => setActive((active + 1) % offered.length),
      ArrowUp: () => setActive((active + offered.length - 1) % offered.length),
      Enter: () => pick(chosen),
      Tab: () => pick(chosen),
      Escape: close,
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey) return false;
    event.preventDefault();
    act();
    return true;
  };
  return { offered, active, look, pick, press, close };
}
