/** What a text was told by the study of its book: it is set the same in any book that tells it the same. */
import type { Shown } from './shown.js';
import type { Study } from './study.js';

/** Whether another study answers the same to all that a text asked. */
export type Holds = (other: Study) => boolean;

/** A study that writes down what it is asked and what it answers. */
export function noted(study: Study): { study: Study; holds: Holds } {
  const outer = new Map<string, boolean>();
  const heads = new Map<string, Shown>();
  const tails = new Map<string, Shown>();
  const noting =
    (ask: Study['head'], answers: Map<string, Shown>): Study['head'] =>
    (form) => {
      const answer = ask(form);
      answers.set(form, answer);
      return answer;
    };
  return {
    study: {
      outerDouble(path) {
        const answer = study.outerDouble(path);
        outer.set(path, answer);
        return answer;
      },
      head: noting(study.head, heads),
      tail: noting(study.tail, tails),
    },
    holds: (other) =>
      [...outer].every(([path, answer]) => other.outerDouble(path) === answer) &&
      areSame(heads, other.head) &&
      areSame(tails, other.tail),
  };
}

function areSame(answers: ReadonlyMap<string, Shown>, ask: Study['head']): boolean {
  for (const [form, { listed, usual, price }] of answers) {
    const other = ask(form);
    if (other.listed !== listed || other.usual !== usual || other.price !== price) return false;
  }
  return true;
}
