import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The fields asked of a node, and what is asked of each. Names, not aliases; @skip and @include are not looked at. */
export type Selection = ReadonlyMap<string, Selection>;

const NOTHING: Selection = new Map();
type Tree = Map<string, Tree>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function collect(set: SelectionSetNode | undefined, fragments: Fragments, into: Tree): Tree {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      const fields = into.get(name) ?? new Map<string, Tree>();
      into.set(name, collect(selection.selectionSet, fragments, fields));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, into);
    } else {
      collect(fragments[selection.name.value]?.selectionSet, fragments, into);
    }
  }
  return into;
}

/** Parsed documents are kept and reused, so a document's fields are collected once. */
const known = new WeakMap<FieldNode, Selection>();

/** What is asked of the result of the field being resolved, so that its statement reads no more. */
export function selectionOf({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selection {
  const [first] = fieldNodes;
  let selection = known.get(first!);
  if (!selection) {
    const tree: Tree = new Map();
    for (const node of fieldNodes) collect(node.selectionSet, fragments, tree);
    known.set(first!, (selection = tree));
  }
  return selection;
}

/** What is asked further down, e.g. `within(selection, 'edges', 'node')`; nothing where that is not asked for. */
export const within = (selection: Selection, ...path: string[]): Selection =>
  path.reduce((at, name) => at.get(name) ?? NOTHING, selection);
