/**
 * `npm run pack -- FILE`: reads a pack and says every mistake with its line. With `--show`, the practices step by step,
 * as people will meet them. For whoever writes practices and no programs.
 */
import { readFileSync } from 'node:fs';
import { type Script, scriptToPlaces, type Way } from '#core';
import { readPack } from '#packs';

const words = process.argv.slice(2);
const path = words.find((word) => !word.startsWith('--'));
if (path === undefined) {
  console.log('Which file? For example: npm run pack -- my-pack.yaml --show');
  process.exit(2);
}
const text = readOrExplain(path);
const read = readPack(text);
if (!read.ok) {
  for (const { line, sentence } of read.error) console.log(`${path}:${line}: ${sentence}`);
  console.log(read.error.length === 1 ? '\nOne mistake.' : `\n${read.error.length} mistakes.`);
  process.exit(1);
}
const { name, by, practices } = read.value;
console.log(
  `“${name}” by ${by}: ${practices.length === 1 ? 'one practice' : `${practices.length} practices`}, no mistake found.`,
);
if (words.includes('--show')) for (const script of practices) console.log(`\n${scriptToText(script)}`);

function readOrExplain(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    console.log(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}

function scriptToText(script: Script): string {
  const way: Way = script.people === 'one' ? 'alone' : 'two-phones';
  const people = { one: 'for one', two: 'for two', 'one-or-two': 'for one or two' }[script.people];
  const lines = [
    `── ${script.name} (${script.key})`,
    `   ${script.line}`,
    `   ${script.skill}, ${script.minutes.join(' to ')} minutes, ${people}, ${script.evidence.strength}`,
  ];
  for (const [index, { step, turn, speaker }] of scriptToPlaces(script, way, 'me').entries()) {
    const names = { me: 'Noor', partner: 'Sam' };
    const listener = speaker === 'me' ? 'partner' : 'me';
    const who =
      way === 'alone'
        ? 'You'
        : { speaker: names[speaker], listener: names[listener], both: 'Both', either: 'Either' }[step.who];
    const turnWords = step.part === 'turn' && script.turns === 2 ? `, turn ${turn + 1}` : '';
    lines.push(`   ${String(index + 1).padStart(2)}. ${who}${turnWords}: ${step.title}`);
    if (step.say !== '') lines.push(`       ${step.say}`);
    if (step.shows.length > 0) lines.push(`       (shows ${step.shows.join(', ')})`);
    if (step.seconds !== null) lines.push(`       (${step.seconds} seconds${step.hasBell ? ', then a bell' : ''})`);
    for (const ask of step.asks) {
      lines.push(
        `       ? ${ask.label}${ask.isOptional ? ' (may be left open)' : ''}${step.isSealed ? ' (sealed)' : ''}`,
      );
      for (const { label, goes } of ask.options) lines.push(`         · ${label}${goes === '' ? '' : ` → ${goes}`}`);
    }
    if (step.gate !== null) lines.push(`       ✓ ${step.gate.yes}   ↺ ${step.gate.almost} → ${step.gate.back}`);
  }
  return lines.join('\n');
}
