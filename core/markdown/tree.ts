import type { Element, ElementContent, Root } from 'hast';

/** The tags of headings. */
const headingTag = /^h[1-6]$/;

/** The level of a heading element, or undefined for every other element. */
export function headingLevel(element: Element): number | undefined {
  return headingTag.test(element.tagName) ? Number(element.tagName.slice(1)) : undefined;
}

/** A property as text, or undefined when it is missing or not a single value. */
export function textProperty(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The class names of an element. */
export function classNames(element: Element): readonly string[] {
  const value = element.properties['className'];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The elements and texts of a list of nodes; comments and doctypes are left out. */
export function contentOf(nodes: Root['children']): ElementContent[] {
  return nodes.filter((node) => node.type === 'element' || node.type === 'text');
}

/**
 * Calls `enter` on every element in document order. The list of ancestors, outermost first, is only good
 * during the call. Trees are shallow (`maxDepth`), so this may recurse.
 */
export function eachElement(
  parent: Root | Element,
  enter: (element: Element, ancestors: readonly Element[]) => void,
): void {
  const ancestors: Element[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      enter(child, ancestors);
      ancestors.push(child);
      visit(child);
      ancestors.pop();
    }
  };
  visit(parent);
}

/**
 * Replaces elements, children first: `replace` answers with what stands in an element's place,
 * or undefined to leave it. Its list of ancestors is only good during the call.
 */
export function replaceElements(
  parent: Root | Element,
  replace: (element: Element, ancestors: readonly Element[]) => readonly ElementContent[] | undefined,
): void {
  const ancestors: Element[] = [];
  const visit = (node: Root | Element): void => {
    const children: ElementContent[] = [];
    for (const child of node.children) {
      if (child.type === 'doctype') continue;
      if (child.type !== 'element') {
        children.push(child);
        continue;
      }
      ancestors.push(child);
      visit(child);
      ancestors.pop();
      for (const each of replace(child, ancestors) ?? [child]) children.push(each);
    }
    node.children = children;
  };
  visit(parent);
}

/** The visible text of a tree: texts and the alternative texts of images, without footnote marks. */
export function visibleTextOf(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'comment') return '';
  if (node.type === 'element') {
    if (node.tagName === 'img') return textProperty(node, 'alt') ?? '';
    if (classNames(node).includes('footnote-ref')) return '';
  }
  return contentOf(node.children).map(visibleTextOf).join('');
}

/** A deep copy that shares nothing with the original. */
export function cloneRoot(root: Root): Root {
  return { type: 'root', children: contentOf(root.children).map(cloneNode) };
}

function cloneNode(node: ElementContent): ElementContent {
  if (node.type !== 'element') return { ...node };
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  );
  return { type: 'element', tagName: node.tagName, properties, children: node.children.map(cloneNode) };
}

/** Whether a tree is deeper than `depth` or has an element with more than `children` children; never recurses. */
export function exceeds(root: Root, depth: number, children: number): boolean {
  const open: { readonly node: Root | Element; readonly level: number }[] = [{ node: root, level: 0 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    if (entry.level > depth || entry.node.children.length > children) return true;
    for (const child of entry.node.children) {
      if (child.type === 'element') open.push({ node: child, level: entry.level + 1 });
    }
  }
  return false;
}
