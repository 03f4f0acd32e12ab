// A case with a fault made as small as it can be while the fault is still there.

/** The shortest text found, by leaving out ever smaller pieces, for which `isBad` still holds. */
async function shorter(text, isBad, tries) {
  let best = text;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && tries.left > 0;) {
      const candidate = best.slice(0, at) + best.slice(at + size);
      tries.left -= 1;
      if (await isBad(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}

/** Pairs of names and texts of which as few and as short are left as the fault needs. */
export async function shrunk(files, isBad, most) {
  const tries = { left: most };
  let best = await fewer(files, isBad, tries);
  for (const [index, [name]] of best.entries()) {
    const replaced = (text) => best.map((file, at) => (at === index ? [name, text] : file));
    best = replaced(await shorter(best[index][1], (text) => isBad(replaced(text)), tries));
  }
  return best;
}

/** The fewest files found, by leaving out half of them, then a quarter, down to each alone. */
async function fewer(files, isBad, tries) {
  let best = files;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && best.length > 1 && tries.left > 0;) {
      const candidate = best.filter((_, index) => index < at || index >= at + size);
      tries.left -= 1;
      if (candidate.length > 0 && (await isBad(candidate))) best = candidate;
      else at += size;
    }
  }
  return best;
}
