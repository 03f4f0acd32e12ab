/** Patterns of lines that rise and fall: water, hills, a score. */
import { cubic, type Shape } from '../shapes.js';
import { pick, type Random } from '../random.js';
import { ground, type Field, type Pattern } from './grid.js';

/** Ranges of hills, each before the one above it. */
export const hills: Pattern = (field, random) => {
  const { rect, colours } = field;
  const ranges = pick([5, 7, 9], random);
  const shapes: Shape[] = [ground(field)];
  for (let range = 0; range < ranges; range += 1) {
    const y = rect.y + (rect.height * (range + 0.7)) / (ranges + 0.4);
    const line = wave(field, y, rect.height / ranges, random);
    const fill = colours[1 + (range % (colours.length - 1))] ?? colours[1];
    const foot = rect.y + rect.height;
    shapes.push({ polygons: [[...line, rect.x + rect.width, foot, rect.x, foot]], fill });
    // A line of the ground's colour keeps ranges of one colour apart. It begins a pixel above: where two edges are the
    // same, what lies below shines through.
    const above = line.map((value, index) => (index % 2 === 0 ? value : value - 1));
    shapes.push({ polygons: [band(above, 11)], fill: colours[0] });
  }
  return shapes;
};

/** Even lines, all of one swell that moves from line to line. */
export const ripples: Pattern = (field, random) => {
  const { rect, cell, colours } = field;
  const step = cell / pick([2, 3], random);
  const height = cell * pick([0.35, 0.6], random);
  const period = cell * pick([2, 4], random);
  const slip = pick([0, 0, period / 8, period / 2], random);
  const shapes: Shape[] = [ground(field)];
  const count = Math.ceil((rect.height + height) / step) + 1;
  for (let index = -1; index <= count; index += 1) {
    const y = rect.y + index * step;
    const start = rect.x - period + ((index * slip) % period);
    const line = swell(start, y, period, height, rect.x + rect.width);
    shapes.push({ polygons: [band(line, step / 2)], fill: index % 4 === 0 ? colours[2] : colours[1] });
  }
  return shapes;
};

/** A line across the field through random heights round `y`. */
function wave({ rect }: Field, y: number, swing: number, random: Random): number[] {
  const steps = 4;
  const width = rect.width / steps;
  const heights = Array.from({ length: steps + 1 }, () => y + (random() - 0.5) * 2 * swing);
  const points = [rect.x, heights[0] ?? y];
  for (let index = 0; index < steps; index += 1) {
    const [x, from, to] = [rect.x + index * width, heights[index] ?? y, heights[index + 1] ?? y];
    points.push(...cubic(x, from, x + width / 2, from, x + width / 2, to, x + width, to));
  }
  return points;
}

function swell(start: number, y: number, period: number, height: number, end: number): number[] {
  const points = [start, y];
  const half = period / 2;
  for (let x = start, up = true; x < end; x += half, up = !up) {
    const [from, to] = up ? [y, y - height] : [y - height, y];
    points.push(...cubic(x, from, x + half / 2, from, x + half / 2, to, x + half, to));
  }
  return points;
}

/** A line made as thick as `thickness`, downwards. */
function band(line: readonly number[], thickness: number): number[] {
  const lower: number[] = [];
  for (let index = line.length - 2; index >= 0; index -= 2) {
    lower.push(line[index] as number, (line[index + 1] as number) + thickness);
  }
  return [...line, ...lower];
}
