/**
 * `npm run figures`: measures every figure of bench/figures.json again with its quick settings and prints a table.
 * `-- --json` prints a list of {id, value, unit, limit, peer, command} instead; `-- --write` also puts values and the
 * day into docs/FIGURES.md, between its two markers. Names after the flags measure those programs alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, isKept, type Measured, nameToProgram, readFigures, rootFolder, runProgram } from './reports.ts';

const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isJson = flags.has('--json');

const figures = readFigures();
const programs = new Map<string, string>();
for (const { command } of figures) {
  const name = /^npm run bench -- ([\w-]+)/.exec(command)?.[1];
  if (name !== undefined && (named.length === 0 || named.includes(name))) programs.set(name, command);
}

const measuredById = new Map<string, Measured>();
const missing: string[] = [];
for (const name of programs.keys()) {
  const program = nameToProgram(name);
  if (program === null) {
    missing.push(`bench/${name}.bench.ts does not exist`);
    continue;
  }
  const { code, measured } = await runProgram(program, ['--quick'], true);
  if (code !== 0) missing.push(`${program} ended with ${code}`);
  for (const figure of measured) measuredById.set(figure.id, figure);
}
for (const { id, command } of figures) {
  const wasAsked = [...programs.values()].includes(command);
  if (wasAsked && !measuredById.has(id)) missing.push(`${id} was not measured by ${command}`);
}

if (isJson) {
  const rows = figures.map(({ id, unit, limit, command }) => {
    const measured = measuredById.get(id);
    return { id, value: measured?.value ?? null, unit, limit, peer: measured?.peer ?? null, command };
  });
  console.log(JSON.stringify(rows, null, 2));
} else {
  for (const line of figuresToTable(figures, measuredById)) console.log(line);
}
if (flags.has('--write') && measuredById.size > 0) writeFigures();
for (const sentence of missing) console.error(sentence);
process.exitCode = missing.length > 0 ? 1 : 0;

function figuresToTable(rows: readonly Figure[], values: ReadonlyMap<string, Measured>): readonly string[] {
  return [
    '| id | what | value | limit | beside | command |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...rows.map((figure) => {
      const measured = values.get(figure.id);
      const value = measured === undefined ? 'not yet' : `${roundToThree(measured.value)} ${figure.unit}`;
      const mark = measured === undefined || isKept(figure, measured.value) ? '' : ' (beyond)';
      const limit = figure.limit === null ? '' : `${figure.better === 'lower' ? '≤' : '≥'} ${figure.limit}`;
      return `| \`${figure.id}\` | ${figure.what} | ${value}${mark} | ${limit} | ${measured?.peer ?? ''} | \`${figure.command}\` |`;
    }),
  ];
}

/** Puts the new table into docs/FIGURES.md; figures that were not measured now keep the value they had. */
function writeFigures(): void {
  const path = join(rootFolder, 'docs', 'FIGURES.md');
  const page = readFileSync(path, 'utf8');
  const [begin, end] = ['<!-- figures -->', '<!-- /figures -->'];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error('docs/FIGURES.md has lost its markers');
  const before = page.slice(from, to).split('\n');
  const table = figuresToTable(figures, measuredById).map((line) => {
    const id = /^\| `([^`]+)`/.exec(line)?.[1];
    const old = before.find((candidate) => candidate.startsWith(`| \`${id}\` |`));
    return id !== undefined && !measuredById.has(id) && old !== undefined ? old : line;
  });
  const day = new Date().toISOString().slice(0, 10);
  const text = [begin, `Last measured ${day}, on Node ${process.versions.node}.`, '', ...table, ''].join('\n');
  writeFileSync(path, page.slice(0, from) + text + page.slice(to));
}

function roundToThree(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });
}
