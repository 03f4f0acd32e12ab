/** Small makers of hast nodes, and questions about them. */
import type { Element, ElementContent, Properties, Text } from 'hast';

/** A text node. */
export const text = (value: string): Text => ({ type: 'text', value });

/** An element; properties go by their hast names, `epub:type` by its own. */
export const element = (
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });

/** Whether a node is an element. */
export const isElement = (node: ElementContent | undefined): node is Element => node?.type === 'element';

/** Whether a node is an element of this name. */
export const isNamed = <T extends string>(
  node: ElementContent | undefined,
  name: T,
): node is Element & { tagName: T } => node?.type === 'element' && node.tagName === name;

/** Whether a node prints nothing but white space. */
export const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

/** The class names of an element's properties. */
export const classesOf = ({ className }: Properties): string[] =>
  Array.isArray(className) ? className.map(String) : [];

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Properties without one of them. */
export const without = (properties: Properties, name: string): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));

/** Adds a class name. */
export function addClass(node: Element, name: string): void {
  const { className } = node.properties;
  node.properties = { ...node.properties, className: [...(Array.isArray(className) ? className : []), name] };
}
