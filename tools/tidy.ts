/** `npm run tidy`: prints what breaks the habits of the house, and ends with 1 if anything does. */
import { isSource, listFiles, readTexts } from './sources.ts';
import { findUntidySources } from './tidy/source-rules.ts';
import { findBrokenLinks, findUntidyTexts } from './tidy/text-rules.ts';
import { findUnkindWords, isWordsFile } from './tidy/word-rules.ts';

const paths = listFiles();
const isText = (path: string): boolean => !/\.(woff2|png|ico|bin|jpg|webp)$/.test(path) && path !== 'LICENSE';
const untidy = [
  ...findUntidySources(readTexts(paths.filter((path) => isSource(path) || path.endsWith('.mjs')))),
  ...findUntidyTexts(readTexts(paths.filter(isText))),
  ...findBrokenLinks(readTexts(paths.filter((path) => path.endsWith('.md'))), new Set(paths)),
  ...findUnkindWords(readTexts(paths.filter(isWordsFile))),
];
for (const { path, line, sentence } of untidy) console.error(`${path}:${line} ${sentence}`);
console.log(`${paths.length} files, ${untidy.length} untidy`);
process.exitCode = untidy.length === 0 ? 0 : 1;
