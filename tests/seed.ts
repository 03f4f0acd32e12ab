/**
 * Generated input is the same on every run, so that the gate judges the change and not the dice. `OCTAVO_FUZZ=1`
 * throws them anew, with ten times as many runs: for an evening, and for whoever changes a rule.
 */
import fc from 'fast-check';

fc.configureGlobal(process.env.OCTAVO_FUZZ ? { numRuns: 1000 } : { seed: 20261120 });
