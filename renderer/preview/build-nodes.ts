import type { Element, ElementContent, Properties } from 'hast';

const namespaces: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Properties of HAST whose attribute is not their name in small letters (hast 2.x, "PropertyName"). */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
};

/** Makes a block's nodes for a document, element by element; no HTML text is ever parsed. */
export function buildNodes(owner: Document, nodes: readonly ElementContent[]): readonly ChildNode[] {
  return nodes.flatMap((node) => build(owner, node, htmlNamespace));
}

function build(owner: Document, node: ElementContent, namespace: string): readonly ChildNode[] {
  switch (node.type) {
    case 'text':
      return [owner.createTextNode(node.value)];
    case 'element':
      return [buildElement(owner, node, namespaces[node.tagName] ?? namespace)];
    default:
      // Comments show nothing; a page has no other kind of node.
      return [];
  }
}

function buildElement(owner: Document, node: Element, namespace: string): ChildNode {
  const element = owner.createElementNS(namespace, node.tagName);
  for (const [name, value] of attributesOf(node.properties, namespace === htmlNamespace)) {
    element.setAttribute(name, value);
  }
  for (const child of node.children) element.append(...build(owner, child, namespace));
  return element;
}

/** The attributes that HAST properties stand for, as names and values of the DOM. */
export function attributesOf(
  properties: Properties,
  isHtml = true,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(properties).flatMap(([property, value]) => {
    if (value === null || value === undefined || value === false) return [];
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    return [[attributeName(property, isHtml), text] as const];
  });
}

function attributeName(property: string, isHtml: boolean): string {
  const known = attributeNames[property];
  if (known !== undefined) return known;
  const prefixed = /^(aria|data)([A-Z].*)$/.exec(property);
  if (prefixed?.[1] === 'aria') return `aria-${prefixed[2]?.toLowerCase()}`;
  if (prefixed?.[1] === 'data')
    return `data${prefixed[2]?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return isHtml ? property.toLowerCase() : property;
}
