/** Titles of the tests in a file, and of groups of tests. @param source text of the file. */
export function titlesIn(source: string): readonly string[] {
  const pattern = /\b(?:it|test|describe)(?:\.each\([^]*?\))?\(\s*(['"`])(.+?)\1,/g;
  return [...source.matchAll(pattern)].map(([, , title = '']) => title);
}
