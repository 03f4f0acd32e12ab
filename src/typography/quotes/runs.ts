/** Reading the runs of a text one after another, so that speech may run on from one into the next. */
import type { Run } from '../types.js';
import { readMarks } from './reading.js';
import type { Study } from './study.js';

/** Sets each run's reading. The runs stand in the order of the text. */
export function readRuns(runs: readonly Run[], study: Study): void {
  let carried = '';
  runs.forEach((run, index) => {
    const alone = run.flow === 'alone';
    const next = runs[index + 1];
    const reading = readMarks(run.text, run.locale, study, study.outerDouble(run.path), {
      carried: alone ? '' : carried,
      next: !alone && next?.flow === 'prose' && next.path === run.path ? next.text : undefined,
    });
    if (reading) run.reading = reading;
    if (alone) carried = '';
    else if (reading && reading.marks.length > 0) carried = reading.open;
  });
}
