// In the place of the letters that single languages write otherwise: slugs are made without one, and a pattern for
// each of them takes 10 ms to make at every start.
export default {};
