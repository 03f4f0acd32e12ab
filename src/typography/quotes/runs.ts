/** Reading the runs of a text one after another, so that speech may run on from one into the next. */
import type { Run } from '../types.js';
import { readMarks } from './reading.js';
import type { Study } from './study.js';
import { doubtUnanswered } from './unanswered.js';

/** Sets each run's reading. The runs stand in the order of the text. */
export function readRuns(runs: readonly Run[], study: Study): void {
  let carried = '';
  runs.forEach((run, index) => {
    const alone = run.flow === 'alone';
    if (run.marks.length === 0) {
      if (alone) carried = '';
      return;
    }
    const next = runs[index + 1];
    run.reading = readMarks(run, study, study.outerDouble(run.path), {
      carried: alone ? '' : carried,
      next: !alone && next?.flow === 'prose' && next.path === run.path ? next.text : undefined,
    });
    carried = alone ? '' : run.reading.open;
  });
  doubtUnanswered(runs);
}
