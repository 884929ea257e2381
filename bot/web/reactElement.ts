/** Something that React can show. */
export interface ReactElement {
  readonly $$typeof: symbol;
  readonly type: unknown;
  readonly key: string | null;
  readonly ref: null;
  readonly props: Readonly<Record<string, unknown>>;
  readonly _owner: null;
}

/**
 * A React element as compilers write it inline: Web Chat's bundle keeps its own React (16) to itself, and an element
 * is nothing but this object.
 */
export function reactElement(
  type: string,
  props: Readonly<Record<string, string | boolean>>,
  ...children: readonly (ReactElement | string | false)[]
): ReactElement {
  return {
    $$typeof: Symbol.for('react.element'),
    type,
    key: null,
    ref: null,
    props: { ...props, children: children.length > 1 ? children : children[0] },
    _owner: null,
  };
}
