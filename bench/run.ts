/**
 * `npm run bench`: runs the bench programs, all of them or those named: `npm run bench -- size relay --quick`. Ends with
 * 1 when a program breaks; a limit that was not kept is shown, and is an error only with `--strict`, since times on a
 * busy machine are no proof.
 */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { isKept, nameToProgram, readFigures, rootFolder, runProgram } from './reports.ts';

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const all = globSync('bench/*.bench.ts', { cwd: rootFolder })
  .map((path) => basename(path, '.bench.ts'))
  .sort();
const names = named.length > 0 ? named : all;

const figuresById = new Map(readFigures().map((figure) => [figure.id, figure]));
const broken: string[] = [];
let beyondLimits = 0;
for (const name of names) {
  const program = nameToProgram(name);
  if (program === null) {
    console.error(`There is no bench "${name}". There are: ${all.join(', ')}`);
    broken.push(name);
    continue;
  }
  console.log(`\n== ${name}`);
  const { code, measured } = await runProgram(program, flags, false);
  if (code !== 0) broken.push(name);
  for (const { id, value } of measured) {
    const figure = figuresById.get(id);
    if (figure === undefined) broken.push(`${name}: ${id} is not in bench/figures.json`);
    else if (!isKept(figure, value)) {
      beyondLimits += 1;
      console.log(`beyond its limit: ${id} = ${value} ${figure.unit}, limit ${figure.limit}`);
    }
  }
}
console.log(`\n${names.length} programs, ${broken.length} broken, ${beyondLimits} figures beyond their limits`);
for (const sentence of broken) console.error(`broken: ${sentence}`);
process.exitCode = broken.length > 0 || (beyondLimits > 0 && flags.includes('--strict')) ? 1 : 0;
