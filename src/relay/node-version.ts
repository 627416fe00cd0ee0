/** Which Node can run the server: 24 has node:sqlite without a flag, and reads TypeScript. Imports nothing, on purpose. */
const majorMin = 24;

/** A sentence for the host, or null when the version will do. */
export function nodeVersionProblem(version: string): string | null {
  return Number.parseInt(version, 10) >= majorMin
    ? null
    : `Attune needs Node ${majorMin} or newer, and this is ${version}. \`npm start\` brings the right one.`;
}
