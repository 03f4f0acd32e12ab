// Preloaded into a build by tests/slow/reproducible.mjs: the clock stands more than a year ahead.
const AHEAD = 400 * 24 * 60 * 60 * 1000;
const Clock = Date;

globalThis.Date = class extends Clock {
  constructor(...values) {
    super(...(values.length === 0 ? [Clock.now() + AHEAD] : values));
  }
  static now() {
    return Clock.now() + AHEAD;
  }
};
