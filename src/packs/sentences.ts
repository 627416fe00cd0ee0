/** What is wrong in a pack, as sentences for somebody who writes practices and no programs. */
import type { ScriptFault, ScriptPath } from '#core';
import { unreachable } from '#kernel';
import type { YamlProblem } from './yaml.ts';

/** `label` of the second ask of the third step → "In step 3, question 2, “label”". */
function whereOf(path: ScriptPath): string {
  const words: string[] = [];
  for (let i = 0; i < path.length; i++) {
    const [name, next] = [path[i], path[i + 1]];
    const singular = singulars[String(name)];
    if (singular !== undefined && typeof next === 'number') {
      words.push(`${singular} ${next + 1}`);
      i += 1;
    } else words.push(typeof name === 'number' ? `item ${name + 1}` : `“${String(name)}”`);
  }
  return words.length === 0 ? 'In the pack' : `In ${words.join(', ')}`;
}

const singulars: Readonly<Record<string, string>> = {
  practices: 'practice',
  steps: 'step',
  asks: 'question',
  options: 'option',
  sources: 'source',
};

const listed = (known: readonly string[]): string => known.map((word) => `“${word}”`).join(', ');

export function faultToSentence(path: ScriptPath, fault: ScriptFault): string {
  return `${whereOf(path)}: ${saidOf(fault)}`;
}

function saidOf(fault: ScriptFault): string {
  switch (fault.type) {
    case 'missing':
      return 'this is missing. Add a line for it.';
    case 'unknown-field':
      return `“${fault.name}” is not a word of the pack format${nearest(fault.name, fault.known)}. Known here: ${listed(fault.known)}.`;
    case 'not-a-list':
      return 'a list is expected. Begin each item on a line of its own with “- ”.';
    case 'not-a-group':
      return 'a group of lines such as “name: …” is expected here.';
    case 'not-a-text':
      return 'a text is expected. If it looks like a number or like true or false, put it in quotation marks.';
    case 'empty':
      return 'there is nothing in this text. Write something, or leave the line out.';
    case 'not-yes-or-no':
      return 'only true or false can stand here, without quotation marks.';
    case 'not-a-key':
      return 'a short name is expected: small letters, digits and hyphens, beginning with a letter, such as “one-good-thing”.';
    case 'not-a-number':
      return `a whole number from ${fault.min} to ${fault.max} is expected.`;
    case 'not-one-of':
      return `one of these is expected: ${listed(fault.known)}.`;
    case 'too-long':
      return `this text is too long for a phone on a tired evening. At most ${fault.charsMax} characters.`;
    case 'too-many':
      return `there are too many items. At most ${fault.count}.`;
    case 'too-few':
      return `there are too few items. At least ${fault.count}.`;
    case 'twice':
      return `“${fault.name}” stands here for the second time. Give each a name of its own.`;
    case 'minutes':
      return 'two whole numbers are expected, the shorter time first, such as [5, 15].';
    case 'claim-without-source':
      return 'a strength other than “idea” needs at least one source under “sources”. Add the source, or say “idea”.';
    case 'part-order':
      return `the steps of “${fault.part}” come too late. The order is: opening, turn, closing.`;
    case 'role-alone':
      return 'a practice for one person has no listener. Use “either”, or make it for two.';
    case 'no-such-step':
      return `there is no step with the id “${fault.name}”.`;
    case 'goes-back':
      return `“${fault.name}” does not come later. A step can only lead forward; going back is for the speaker’s “almost”.`;
    case 'goes-into-turn':
      return `“${fault.name}” is not a step of the same turn, so one of the two would lose their turn.`;
    case 'goes-out-of-turn':
      return `“${fault.name}” lies after the turn, so the other one’s turn would be left out. Go to a step of the turn, or to “end”.`;
    case 'gate-who':
      return 'only the speaker decides that they were understood. Write “who: speaker” here, and leave “opens” out.';
    case 'gate-outside-turn':
      return 'the speaker’s word belongs into the turn. Write “part: turn”.';
    case 'gate-with-asks':
      return 'the speaker only says yes or almost here. Put the questions into a step before or after it.';
    case 'fixing-too-early':
      return 'a way out is looked for before the speaker was understood. Put a step with “understood” before it, on every path.';
    case 'sealed-needs-both':
      return 'answers that open at once need two who answer. Write “who: both”.';
    case 'sealed-needs-asks':
      return 'there is nothing to seal, because nothing is asked.';
    case 'sealed-and-mine':
      return 'what stays with its writer never opens to the other. Leave out “sealed”, or “keeps: mine”.';
    case 'differ-needs-choice':
      return '“differ” needs a step of both with exactly one choice.';
    case 'goes-of-both':
      return 'a step that leads to different steps needs exactly one choice, which is not optional and is kept by both.';
    case 'choice-needs-options':
      return 'a choice needs at least two options.';
    case 'options-need-choice':
      return 'options are for a question of the kind “choice”. Write “kind: choice”.';
    case 'quiet-with-asks':
      return 'a quiet step is for talking; nothing can be written in it. Take the questions out, or “quiet”.';
    case 'opens-nobody':
      return 'whoever writes here must also be able to go on. Leave “opens” out, or write “opens: either”.';
    case 'turn-missing':
      return 'two turns are wanted, but no step says “part: turn”.';
    default:
      return unreachable(fault);
  }
}

export function yamlProblemToSentence({ type, words }: YamlProblem): string {
  switch (type) {
    case 'syntax':
      return `This line cannot be read (${words}). Look at the spaces at its beginning, at the colon with a space after it, and at quotation marks that do not close.`;
    case 'anchor':
      return 'Signs such as &, * or ! have a meaning of their own here. Put the text in quotation marks.';
    case 'twice':
      return `“${words}” stands twice in the same group. Keep one of them.`;
    case 'key':
      return 'A name is expected before the colon, not a list or a group.';
    case 'documents':
      return 'One file holds one pack. Take out the line “---”.';
    case 'nothing':
      return 'There is nothing in this file.';
    default:
      return unreachable(type);
  }
}

/** ", did you mean “x”?" for a slip of the finger. */
function nearest(name: string, known: readonly string[]): string {
  const close = known.find((word) => distance(name.toLowerCase(), word) <= 2);
  return close === undefined ? '' : `; did you mean “${close}”`;
}

/** Levenshtein's distance, for short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
