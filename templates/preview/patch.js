/* Changes a document that is shown into another edition of it, and touches nothing else: what stays keeps its place. */

/** Most pairs of nodes that are compared to find out which of them stayed. */
const MOST_PAIRS = 400_000;
/** Attributes that foliate-js sets on pictures. */
const SIZED = new Set(['img', 'svg', 'video']);

/** Makes `now` what `next` is; both are elements of one name. Returns the elements that are new or have new text. */
export function patch(now, next) {
  const changed = [];
  patchElement(now, next, changed);
  return changed;
}

function patchElement(now, next, changed) {
  if (now.isEqualNode(next)) return;
  patchAttributes(now, next);
  const [a, b] = [[...now.childNodes], [...next.childNodes]];
  let start = 0;
  while (start < a.length && start < b.length && a[start].isEqualNode(b[start])) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end].isEqualNode(b[b.length - 1 - end])
  )
    end += 1;
  const [olds, news] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const after = a[a.length - end] ?? null;
  let place = olds[0] ?? after;
  for (const [old, fresh] of pairs(olds, news)) {
    if (old && fresh) {
      patchNode(old, fresh, changed);
      place = old.nextSibling;
    } else if (old) {
      if (place === old) place = old.nextSibling;
      old.remove();
      changed.push(place?.nodeType === Node.ELEMENT_NODE ? place : now);
    } else {
      const added = now.ownerDocument.importNode(fresh, true);
      now.insertBefore(added, place);
      if (added.nodeType === Node.ELEMENT_NODE) changed.push(added);
      else if (added.nodeValue.trim() !== '') changed.push(now);
    }
  }
}

function patchNode(old, fresh, changed) {
  if (old.nodeType === Node.ELEMENT_NODE) patchElement(old, fresh, changed);
  else if (old.data !== fresh.data) {
    patchText(old, fresh.data);
    changed.push(old.parentElement);
  }
}

/** Only what differs is replaced: a place in the text moves along with it. */
function patchText(node, text) {
  const { data } = node;
  const most = Math.min(data.length, text.length);
  let start = 0;
  while (start < most && data[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && data[data.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  node.replaceData(start, data.length - end - start, text.slice(start, text.length - end));
}

function patchAttributes(now, next) {
  const isSized = SIZED.has(now.localName) || now.localName === 'body';
  for (const { name } of [...now.attributes])
    if (!next.hasAttribute(name) && !(isSized && name === 'style')) now.removeAttribute(name);
  for (const { name, value, namespaceURI } of next.attributes)
    if (now.getAttribute(name) !== value && !(isSized && name === 'style'))
      now.setAttributeNS(namespaceURI, name, value);
}

const isSame = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;

/** Which old node becomes which new one, in order: those of the same text, and between them those of the same name. */
function pairs(olds, news) {
  const stayed = olds.length * news.length > MOST_PAIRS ? [] : common(olds.map(keyOf), news.map(keyOf));
  const result = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...stayed, [olds.length, news.length]]) {
    result.push(...gap(olds.slice(i, nextI), news.slice(j, nextJ)));
    if (nextI < olds.length) result.push([olds[nextI], news[nextJ]]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return result;
}

const keyOf = (node) => `${node.nodeName} ${node.textContent}`;

/** A stretch in which no node stayed: what is most alike goes together. */
function gap(olds, news) {
  if (olds.length === news.length)
    return olds.flatMap((old, index) => {
      const fresh = news[index];
      return isSame(old, fresh)
        ? [[old, fresh]]
        : [
            [old, undefined],
            [undefined, fresh],
          ];
    });
  const result = [];
  let j = 0;
  for (const old of olds) {
    const found = news.findIndex(
      (fresh, index) => index >= j && isSame(old, fresh) && areAlike(old.textContent, fresh.textContent),
    );
    if (found < 0) result.push([old, undefined]);
    else {
      for (; j < found; j += 1) result.push([undefined, news[j]]);
      result.push([old, news[j]]);
      j += 1;
    }
  }
  for (; j < news.length; j += 1) result.push([undefined, news[j]]);
  return result;
}

/** Whether two texts begin or end alike, for a share of the shorter one. */
export function areAlike(a, b, share = 1 / 3) {
  const most = Math.min(a.length, b.length);
  if (most === 0) return a.length === b.length;
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return start + end >= most * share;
}

/** The longest list of pairs of equal keys, in order. */
function common(a, b) {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const result = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) result.push([i++, j++]);
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return result;
}
