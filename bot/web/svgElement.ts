import { type ReactElement, reactElement } from './reactElement.ts';

const ELEMENTS = new Set(['svg', 'g', 'title', 'desc', 'path', 'line', 'rect', 'circle', 'text']);

const ATTRIBUTES = new Set([
  ...['viewBox', 'class', 'role', 'aria-label', 'lang', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r'],
  ...['width', 'height', 'fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-width', 'stroke-dasharray'],
  ...['stroke-linejoin', 'paint-order', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'],
]);

/**
 * A picture that came as a string, as elements for React: only shapes and words, no script, style, link or handler,
 * whatever the string holds. Undefined when it is no SVG.
 */
export function svgElement(svg: string): ReactElement | undefined {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.querySelector('parsererror')) return undefined;
  return asReact(root);
}

function asReact(element: Element): ReactElement {
  const attributes = [...element.attributes].filter(({ name }) => ATTRIBUTES.has(name));
  const children = [...element.childNodes].flatMap((child): readonly (ReactElement | string)[] => {
    if (child instanceof Text) return [child.data];
    return child instanceof Element && ELEMENTS.has(child.localName) ? [asReact(child)] : [];
  });
  const named = attributes.map(({ name, value }) => [name === 'class' ? 'className' : name, value] as const);
  return reactElement(element.localName, Object.fromEntries(named), ...children);
}
