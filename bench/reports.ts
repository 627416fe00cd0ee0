/**
 * How a bench program says what it measured: a line `figure {"id":…,"value":…}` on standard output. The registry,
 * bench/figures.json, knows unit, limit and command of each id, so that a number without a meaning cannot appear.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** A figure as it stands in the registry. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  /** What the value must keep to: at most, or at least, as `better` says. null: nothing was promised. */
  readonly limit: number | null;
  readonly better: 'lower' | 'higher';
  readonly command: string;
}

export interface Measured {
  readonly id: string;
  readonly value: number;
  /** Others, measured in the same run where possible: "Evolu 1.2 ms". */
  readonly peer: string | null;
}

/** Called by bench programs. */
export function report(id: string, value: number, peer: string | null = null): void {
  console.log(`figure ${JSON.stringify({ id, value, peer })}`);
}

export function readFigures(): readonly Figure[] {
  const parsed: unknown = JSON.parse(readFileSync(join(rootFolder, 'bench', 'figures.json'), 'utf8'));
  if (!Array.isArray(parsed)) throw new Error('bench/figures.json is a list');
  return parsed.map(jsonToFigure);
}

export function textToMeasured(text: string): readonly Measured[] {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('figure {')) return [];
    const { id, value, peer } = JSON.parse(line.slice('figure '.length));
    if (typeof id !== 'string' || typeof value !== 'number' || !Number.isFinite(value)) {
      throw new Error(`a bench program reported what is no figure: ${line}`);
    }
    return [{ id, value, peer: typeof peer === 'string' ? peer : null }];
  });
}

export function isKept(figure: Figure, value: number): boolean {
  if (figure.limit === null) return true;
  return figure.better === 'lower' ? value <= figure.limit : value >= figure.limit;
}

/** The program behind a name: bench/<name>.bench.ts. */
export function nameToProgram(name: string): string | null {
  const path = join('bench', `${name}.bench.ts`);
  return existsSync(join(rootFolder, path)) ? path : null;
}

/** Runs one program, shows what it prints, and collects its figures. */
export function runProgram(
  path: string,
  args: readonly string[],
  isQuiet: boolean,
): Promise<{ readonly code: number; readonly measured: readonly Measured[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args], { cwd: rootFolder, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      (isQuiet ? process.stderr : process.stdout).write(text);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, measured: textToMeasured(output) }));
  });
}

function jsonToFigure(json: unknown): Figure {
  const fields = new Map(Object.entries(Object(json)));
  const text = (key: string): string => {
    const value = fields.get(key);
    if (typeof value !== 'string' || value === '')
      throw new Error(`a figure in bench/figures.json has no ${key}: ${JSON.stringify(json)}`);
    return value;
  };
  const limit = fields.get('limit') ?? null;
  if (limit !== null && typeof limit !== 'number') throw new Error(`the limit of ${text('id')} is no number`);
  const better = text('better');
  if (better !== 'lower' && better !== 'higher') throw new Error(`"better" of ${text('id')} is lower or higher`);
  return { id: text('id'), what: text('what'), unit: text('unit'), limit, better, command: text('command') };
}
