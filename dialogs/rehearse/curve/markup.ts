/** Attributes of one element; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup that has been escaped. Only `element` and `escaped` make it. */
export type Markup = string & { readonly escaped: true };

/** One XML element; attributes are escaped, children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>` as Markup;
}

/** One HTML element that never has children, as `input`. */
export function lone(name: string, attributes: Attributes): Markup {
  return element(name, attributes).replace(/><\/[a-z]+>$/u, '>') as Markup;
}

/** Text as XML holds it; characters that XML cannot hold are left out. */
export function escaped(text: string): Markup {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;') as Markup;
}
