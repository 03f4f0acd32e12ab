// micromark goes through all events of a text for each container that ends, though it edits the last few: the square of
// the footnotes. Here it goes through those from the first edit on.
import { EditMap as Whole } from 'micromark-util-edit-map';

export class EditMap extends Whole {
  consume(events) {
    if (this.map.length === 0) return;
    const first = Math.min(...this.map.map(([at]) => at));
    const last = events.splice(first);
    for (const edit of this.map) edit[0] -= first;
    super.consume(last);
    for (const event of last) events.push(event);
  }
}
