/** HTML as its tags, where an HTML parser sees them. */
import { parseFragment } from 'parse5';
import { tagsIn } from '../src/text/markup.js';

const tags = (html: string): string[] =>
  [...tagsIn(html)].map(({ start, end, isFinished }) => html.slice(start, end) + (isFinished ? '' : '…'));

test.each([
  ['<b>x</b>', ['<b>', '</b>']],
  ['<a title="a > b">x', ['<a title="a > b">']],
  ["<a title='a > b'>x", ["<a title='a > b'>"]],
  ['<a title = "a>b" c=d>x', ['<a title = "a>b" c=d>']],
  ["<p it's>x", ["<p it's>"]],
  ['<p "x>y', ['<p "x>']],
  ['<p ="x>y', ['<p ="x>']],
  ['<p a=b"c>y', ['<p a=b"c>']],
  ['<p a="b"c>y', ['<p a="b"c>']],
  ['<p a=>y', ['<p a=>']],
  ['<p a/="x>y', ['<p a/="x>']],
  ['<b <i>x', ['<b <i>']],
  ['<b a="x>y</b> z', ['<b a="x>y</b> z…']],
  ['</iol span="2t>x</', ['</iol span="2t>x</…']],
  ['<p a= "x>y', ['<p a= "x>y…']],
  ['x <div', ['<div…']],
  ['<!-- a -- b --> c', ['<!-- a -- b -->']],
  ['<!--> c -->', ['<!-->']],
  ['<!---> c', ['<!--->']],
  ['<!-- a --!> c', ['<!-- a --!>']],
  ['<!-- a', ['<!-- a…']],
  ['<!DOCTYPE html>x', ['<!DOCTYPE html>']],
  ['<?php x > y', ['<?php x >']],
  ['</ x>y', ['</ x>']],
  ['<![CDATA[x]]>y', ['<![CDATA[x]]>']],
  ['a < b <3 <', []],
])('%s', (html, expected) => {
  expect(tags(html)).toEqual(expected);
  const text = html.replaceAll(/[\s\S]/g, (character, at: number) =>
    [...tagsIn(html)].some(({ start, end }) => at >= start && at < end) ? '' : character,
  );
  const parsed = parseFragment(html);
  const textOf = (node: { value?: string; nodeName: string; childNodes?: unknown[] }): string =>
    node.nodeName === '#text'
      ? (node.value ?? '')
      : (node.childNodes ?? []).map((child) => textOf(child as typeof node)).join('');
  expect(text).toBe(textOf(parsed as never));
});
