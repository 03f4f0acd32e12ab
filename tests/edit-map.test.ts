/** The stand-in for micromark's edits of its events: the same events, from the first edit on. */
import fc from 'fast-check';
import { EditMap as Whole } from 'micromark-util-edit-map';
import './seed.js';

type Event = Parameters<Whole['consume']>[0][number];
const { EditMap } = (await import(
  '../scripts/stand-ins/micromark/micromark-util-edit-map.mjs' as string
)) as { EditMap: typeof Whole };

test('edits as the package does', () => {
  const edit = fc.tuple(fc.nat(12), fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      const [own, whole] = [new EditMap(), new Whole()].map((map) => {
        const events = Array.from({ length: 15 }, (_, index) => index) as unknown as Event[];
        for (const [at, remove, add] of edits)
          map.add(
            at,
            remove,
            Array.from({ length: add }, (_, index) => `${at}+${index}`) as unknown as Event[],
          );
        map.consume(events);
        map.add(2, 1, []);
        map.consume(events);
        return events;
      });
      expect(own).toEqual(whole);
    }),
  );
});
