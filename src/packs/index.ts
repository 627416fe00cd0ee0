/**
 * Packs: text files in which guided practices are written (docs/PACKS.md). Text in, practices out, or sentences for
 * whoever wrote it. Data only: nothing in a pack is ever run, and reading one reaches for nothing outside it.
 */
import { readScript, type Script, type ScriptPath } from '#core';
import { err, isJsonObject, type Json, ok, type Result } from '#kernel';
import { faultToSentence, yamlProblemToSentence } from './sentences.ts';
import { readYaml } from './yaml.ts';

export interface Pack {
  readonly pack: string;
  readonly language: string;
  readonly name: string;
  readonly by: string;
  readonly licence: string;
  readonly practices: readonly Script[];
}

export interface Finding {
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
}

export const packLimits = { charsMax: 512 * 1024, practicesMax: 60, findingsMax: 100 } as const;

const headFields = ['pack', 'language', 'name', 'by', 'licence'] as const;
const headShapes: Readonly<Record<(typeof headFields)[number], RegExp>> = {
  pack: /^[a-z][a-z0-9-]{0,47}$/,
  language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  name: /^.{1,80}$/u,
  by: /^.{1,80}$/u,
  licence: /^.{1,80}$/u,
};
const headExamples: Readonly<Record<(typeof headFields)[number], string>> = {
  pack: 'quiet-evenings',
  language: 'en',
  name: 'Quiet evenings',
  by: 'Noor, counsellor',
  licence: 'CC-BY-4.0',
};

export function readPack(text: string): Result<Pack, readonly Finding[]> {
  if (text.length > packLimits.charsMax)
    return err([
      { line: 1, sentence: `The file is larger than ${packLimits.charsMax / 1024} KiB. Make two packs of it.` },
    ]);
  const yaml = readYaml(text.replace(/^\uFEFF/, ''));
  if (!yaml.ok) return err([{ line: yaml.error.line, sentence: yamlProblemToSentence(yaml.error) }]);
  const { json, lineOf } = yaml.value;
  const findings: Finding[] = [];
  const tell = (path: ScriptPath, sentence: string): void => {
    if (findings.length < packLimits.findingsMax) findings.push({ line: lineOf(path), sentence });
  };
  if (!isJsonObject(json)) {
    tell([], 'A pack begins with lines such as “format: 1” and “pack: quiet-evenings”.');
    return err(findings);
  }
  if (json.format !== 1)
    tell(['format'], 'The first line of a pack is “format: 1”. Another number belongs to another version of the app.');
  for (const name of Object.keys(json))
    if (!['format', 'practices', ...headFields].includes(name))
      tell(
        [name],
        `“${name}” is not a word of the pack format. Known here: “format”, “${headFields.join('”, “')}”, “practices”.`,
      );
  const head = Object.fromEntries(headFields.map((name) => [name, headOf(name, json[name], tell)]));
  const practices = practicesOf(json.practices, String(head.pack ?? ''), tell);
  if (findings.length > 0) return err(findings.toSorted((a, b) => a.line - b.line));
  const { pack = '', language = '', name = '', by = '', licence = '' } = head;
  return ok({ pack, language, name, by, licence, practices });
}

type Tell = (path: ScriptPath, sentence: string) => void;

function headOf(name: (typeof headFields)[number], value: Json | undefined, tell: Tell): string {
  if (typeof value === 'string' && headShapes[name].test(value.trim())) return value.trim();
  tell([name], `A pack needs a line such as “${name}: ${headExamples[name]}”.`);
  return '';
}

function practicesOf(value: Json | undefined, pack: string, tell: Tell): readonly Script[] {
  if (!Array.isArray(value) || value.length === 0) {
    tell(['practices'], 'A pack needs at least one practice: a line “practices:”, and below it a list.');
    return [];
  }
  if (value.length > packLimits.practicesMax)
    tell(['practices'], `One pack holds at most ${packLimits.practicesMax} practices. Make two packs of it.`);
  const scripts = value.slice(0, packLimits.practicesMax).flatMap((item: Json, index) => {
    if (isJsonObject(item) && Object.hasOwn(item, 'pack'))
      tell(['practices', index, 'pack'], 'The pack is named once, at the top of the file. Take this line out.');
    const whole = isJsonObject(item) ? { ...item, pack: pack === '' ? 'none' : pack } : item;
    const script = readScript(whole, (path, fault) => {
      const at = ['practices', index, ...path];
      tell(at, faultToSentence(at, fault));
    });
    return script === null ? [] : [script];
  });
  const keys = new Set<string>();
  for (const [index, { key }] of scripts.entries()) {
    if (keys.has(key)) tell(['practices', index, 'key'], `Two practices of this pack have the key “${key}”.`);
    keys.add(key);
  }
  return scripts;
}
