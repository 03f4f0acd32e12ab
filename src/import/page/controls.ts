/** The controls of the page of an import: the way from line to line, and the classes that a line may be of. */
import { CLASS_NAMES } from '../classify/names.js';

/** The bar at the top. Without a script it still filters. */
export const toolbar = (): string => `<nav class="bar" aria-label="Lines">
<div class="steps">
<button type="button" id="previous" aria-keyshortcuts="b" disabled>Back</button>
<button type="button" id="next" aria-keyshortcuts="n" disabled>Next unsure</button>
<output id="count" aria-live="polite"></output>
</div>
<fieldset><legend>Lines shown</legend>
<label><input type="radio" name="shown" id="all" checked> all</label>
<label><input type="radio" name="shown" id="only-set-apart"> not story</label>
<label><input type="radio" name="shown" id="only-unsure"> unsure</label>
</fieldset>
<button type="button" class="main" id="save" disabled>Save answers</button>
<p id="saved" role="status" hidden></p>
</nav>`;

/** The panel of the chosen line: what it is, why, and what it may be; and the legend of the colours. */
export const panel = (): string => `<aside id="panel" aria-label="Classes">
<div id="about" aria-live="polite">
<p class="at">No line chosen</p>
<p id="what">Choose a line to see why it was read so, and to say what it is.</p>
<p id="why"></p>
</div>
<details id="weighed" hidden><summary>What was weighed</summary><dl id="terms"></dl></details>
<div class="steps">
<button type="button" id="yes" aria-keyshortcuts="y" hidden></button>
<button type="button" id="as-read" aria-keyshortcuts="z" hidden>As it was read</button>
<button type="button" id="close">Close</button>
</div>
<div class="choices" role="group" aria-label="What the line is">
${CLASS_NAMES.map(
  ({ class: of, letter, words }) =>
    `<button type="button" value="${of}" aria-keyshortcuts="${letter}" disabled><kbd>${letter}</kbd> <span>${words}</span></button>`,
).join('\n')}
</div>
<p class="keys"><label><input type="checkbox" id="keys" checked> Keys: the letters above, <kbd>n</kbd> next unsure, <kbd>b</kbd> back, <kbd>y</kbd> yes, <kbd>z</kbd> as read, <span><kbd>\u2191</kbd> <kbd>\u2193</kbd></span> line by line</label></p>
</aside>`;
