// Nothing is fetched: Octavo gives citation-js the text of a file.
export default function fetch() {
  throw new Error('Octavo fetches nothing');
}
