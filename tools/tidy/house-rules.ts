/** Things that belong together and must not drift apart: practices, figures and their commands, versions. */
import { posix } from 'node:path';

/** A practice lives in core/, web/ and content/ under one name. @returns sentences. */
export function findHalfPractices(paths: readonly string[]): readonly string[] {
  const foldersIn = (parent: string): ReadonlySet<string> =>
    new Set(
      paths.flatMap((path) =>
        posix.dirname(path).startsWith(`${parent}/`) ? [path.slice(parent.length + 1).split('/')[0] ?? ''] : [],
      ),
    );
  const inWeb = foldersIn('src/web');
  const inContent = foldersIn('content');
  return [...foldersIn('src/core')].flatMap((practice) => [
    ...(inWeb.has(practice) ? [] : [`src/core/${practice} has no screens in src/web/${practice}`]),
    ...(inContent.has(practice) ? [] : [`src/core/${practice} has no words in content/${practice}`]),
  ]);
}

/** Ids of the table in docs/FIGURES.md: the first cell of each row, in backquotes. */
export function figureIdsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\|\s*`([^`]+)`\s*\|/gm)].map(([, id = '']) => id);
}

/** @returns sentences: figures that nobody knows or nobody can repeat. */
export function findLooseFigures(
  documented: readonly string[],
  registered: readonly { readonly id: string; readonly command: string }[],
  scripts: ReadonlySet<string>,
): readonly string[] {
  const ids = new Set(registered.map(({ id }) => id));
  return [
    ...documented
      .filter((id) => !ids.has(id))
      .map((id) => `docs/FIGURES.md names ${id}, which bench/figures.json does not`),
    ...[...ids]
      .filter((id) => !documented.includes(id))
      .map((id) => `docs/FIGURES.md lacks ${id}: run npm run figures -- --write`),
    ...registered.flatMap(({ id, command }) => {
      const script = /^npm run ([\w:-]+)/.exec(command)?.[1];
      return script !== undefined && scripts.has(script)
        ? []
        : [`${id} is measured by "${command}", which is no command of this package`];
    }),
    ...(ids.size === registered.length ? [] : ['bench/figures.json names a figure twice']),
  ];
}

/** npm on an old Node quietly takes old versions for ranges. @returns sentences. */
export function findLooseVersions(versionsByPackage: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(versionsByPackage)
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))
    .map(([name, version]) => `${name} has no exact version: ${String(version)}`);
}
