/**
 * What the rules need to know of one source file, read from its syntax tree: what it imports, which globals it names,
 * and what reads a clock, chance or the machine's time zone. Knows no rooms.
 *
 * The tree is the one Vite's own parser makes (ESTree with TypeScript nodes). Names that the file binds itself count
 * as its own wherever they stand: the compiler, which knows scopes, is the first guard, this is the second.
 */
import { parseSync } from 'vite';

export interface Import {
  /** As written, without a query such as `?url`. null: computed, so nobody can tell. */
  readonly address: string | null;
  readonly line: number;
  /** Gone after compilation: makes no circle at run time, but still makes one room know another. */
  readonly isTypeOnly: boolean;
}

export interface Finding {
  readonly what: string;
  readonly line: number;
}

export interface Module {
  readonly imports: readonly Import[];
  readonly globals: readonly Finding[];
  /** Clock, chance, time zone or language of the machine. */
  readonly surroundings: readonly Finding[];
  /** Names put into the global scope by `declare`, and `/// <reference>`. */
  readonly ambient: readonly Finding[];
  readonly anyTypes: readonly Finding[];
  readonly enums: readonly Finding[];
  readonly defaultExports: readonly Finding[];
  readonly comments: readonly Finding[];
  /** `test.only`, `.waitForTimeout`: the last name of every member, and what it stands on if that is a plain name. */
  readonly members: readonly Finding[];
  /** Keys of an object handed to `test`, `it`, `describe` or `suite`. */
  readonly testOptions: readonly Finding[];
  /** Texts that may reach a person: literals and JSX, without addresses of modules. */
  readonly texts: readonly Finding[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export function textToModule(path: string, text: string): Module {
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${path} cannot be read: ${problem.message}`);

  const lineAt = createLineFinder(text);
  const imports: Import[] = [];
  const named: Finding[] = [];
  const surroundings: Finding[] = [];
  const ambient: Finding[] = [];
  const anyTypes: Finding[] = [];
  const enums: Finding[] = [];
  const defaultExports: Finding[] = [];
  const members: Finding[] = [];
  const testOptions: Finding[] = [];
  const texts: Finding[] = [];
  const own = new Set<string>();
  const isDeclarationFile = path.endsWith('.d.ts');

  const visit = (node: Node, parent: Node | null, key: string): void => {
    const line = lineAt(node.start);
    const found = (list: Finding[], what: string): void => void list.push({ what, line });
    const imported = (source: unknown, isTypeOnly: boolean): void =>
      void imports.push({ address: literalToAddress(source), line, isTypeOnly });

    switch (node.type) {
      case 'ImportDeclaration':
        imported(node.source, isTypeOnlyImport(node));
        for (const specifier of nodesOf(node.specifiers)) bind(specifier.local, own);
        return;
      case 'ExportAllDeclaration':
        imported(node.source, node.exportKind === 'type');
        return;
      case 'ExportNamedDeclaration':
        if (isNode(node.source)) {
          imported(node.source, node.exportKind === 'type');
          return;
        }
        break;
      case 'ImportExpression':
        imported(node.source, false);
        break;
      case 'TSImportType':
        imported(node.source ?? node.argument, true);
        break;
      case 'TSImportEqualsDeclaration':
        imported(isNode(node.moduleReference) ? node.moduleReference.expression : null, false);
        break;
      case 'ExportDefaultDeclaration':
        found(defaultExports, 'export default');
        break;
      case 'TSEnumDeclaration':
        found(enums, 'enum');
        break;
      case 'TSAnyKeyword':
        found(anyTypes, 'any');
        break;
      case 'TSModuleDeclaration':
        if (node.kind === 'global' || node.declare === true) found(ambient, 'declare');
        break;
      case 'VariableDeclaration':
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
      case 'ClassDeclaration':
        if (node.declare === true || (isDeclarationFile && parent?.type === 'Program')) found(ambient, 'declare');
        if (isNode(node.id)) bind(node.id, own);
        break;
      case 'VariableDeclarator':
        bind(node.id, own);
        break;
      case 'CatchClause':
        bind(node.param, own);
        break;
      case 'Identifier':
        if (isGlobalPlace(parent, key) && typeof node.name === 'string') found(named, node.name);
        break;
      case 'Literal':
        if (typeof node.value === 'string') found(texts, node.value);
        break;
      case 'JSXText':
        if (typeof node.value === 'string') found(texts, node.value);
        break;
      case 'TemplateElement':
        found(texts, cookedOf(node));
        break;
      case 'MemberExpression': {
        if (isNode(node.property) && typeof node.property.name === 'string' && node.computed !== true) {
          const stand = isNode(node.object) && node.object.type === 'Identifier' ? String(node.object.name) : '';
          found(members, `${stand}.${node.property.name}`);
        }
        const path = memberToPath(node);
        if (path !== null) {
          found(named, path);
          if (path === 'Date.now' || path === 'Math.random') found(surroundings, path);
        }
        break;
      }
      case 'NewExpression':
      case 'CallExpression': {
        const globbed = node.type === 'CallExpression' ? globToAddresses(node) : [];
        for (const address of globbed) imports.push({ address, line, isTypeOnly: false });
        const beside = urlBesideToAddress(node);
        if (beside !== null) imports.push({ address: beside, line, isTypeOnly: false });
        for (const option of testOptionsOf(node)) found(testOptions, option);
        const asked = callToSurroundings(node);
        if (asked !== null) found(surroundings, asked);
        break;
      }
    }
    for (const parameter of nodesOf(node.params)) bind(parameter, own);
    if (isTypeNode(node)) {
      // Types name nothing that runs; only `import('…')` and `any` are of interest in them.
      for (const [childKey, child] of childrenOf(node)) visitType(child, node, childKey);
      return;
    }
    for (const [childKey, child] of childrenOf(node)) visit(child, node, childKey);
  };
  const visitType = (node: Node, parent: Node, key: string): void => {
    if (node.type === 'Identifier') return;
    visit(node, parent, key);
  };

  const program: unknown = parsed.program;
  if (!isNode(program)) throw new Error(`${path} has no tree`);
  visit(program, null, '');
  const comments = parsed.comments.map((comment) => ({ what: comment.value, line: lineAt(comment.start) }));
  for (const comment of comments) {
    if (/^\/\s*<reference/.test(comment.what)) ambient.push({ what: '/// <reference>', line: comment.line });
  }
  const globals = named.filter((finding) => !own.has(finding.what.split('.')[0] ?? ''));
  return {
    imports,
    globals,
    surroundings,
    ambient,
    anyTypes,
    enums,
    defaultExports,
    comments,
    members,
    testOptions,
    texts,
  };
}

function isTypeOnlyImport(node: Node): boolean {
  if (node.importKind === 'type') return true;
  const specifiers = nodesOf(node.specifiers);
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type');
}

/** Whether an identifier in this place can mean a global value. */
function isGlobalPlace(parent: Node | null, key: string): boolean {
  if (parent === null) return false;
  if (key === 'property' && parent.type === 'MemberExpression') return parent.computed === true;
  if (key === 'key') return parent.computed === true;
  if (key === 'id' && parent.type === 'TSModuleDeclaration') return false;
  if (key === 'label' || key === 'exported' || key === 'local' || key === 'imported') return false;
  return parent.type !== 'JSXAttribute' && parent.type !== 'MetaProperty';
}

/** `a.b` and `a['b']`, of two plain names; null for all else. */
function memberToPath(node: Node): string | null {
  const { object, property } = node;
  if (!isNode(object) || !isNode(property) || object.type !== 'Identifier') return null;
  const last = node.computed === true ? property.value : property.name;
  return typeof last === 'string' ? `${String(object.name)}.${last}` : null;
}

/** Methods of Date that answer in the time zone of the machine, and of texts and numbers that answer in its language. */
const localMethods = new Set(
  ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
    .flatMap((part) => [`get${part}`, `set${part}`])
    .concat(['getTimezoneOffset', 'toDateString', 'toTimeString', 'resolvedOptions']),
);
/** Methods that ask the machine unless they are given a language. */
const localeMethods = new Map([
  ['localeCompare', 2],
  ['toLocaleString', 1],
  ['toLocaleDateString', 2],
  ['toLocaleTimeString', 2],
  ['toLocaleLowerCase', 1],
  ['toLocaleUpperCase', 1],
]);

function callToSurroundings(node: Node): string | null {
  const callee = node.callee;
  if (!isNode(callee)) return null;
  const given = nodesOf(node.arguments);
  if (callee.type === 'Identifier' && callee.name === 'Date') {
    if (node.type === 'CallExpression' || given.length === 0) return 'new Date()';
    return given.length > 1 ? 'new Date(year, month …), which is local time' : null;
  }
  if (callee.type !== 'MemberExpression') return null;
  if (memberToPath(callee) === 'Intl.DateTimeFormat') {
    const options = given[1];
    if (options === undefined) return 'Intl.DateTimeFormat without a timeZone';
    if (options.type !== 'ObjectExpression') return null;
    const hasZone = nodesOf(options.properties).some(
      (property) => property.type === 'SpreadElement' || (isNode(property.key) && property.key.name === 'timeZone'),
    );
    return hasZone ? null : 'Intl.DateTimeFormat without a timeZone';
  }
  const name = isNode(callee.property) && typeof callee.property.name === 'string' ? callee.property.name : '';
  if (localMethods.has(name)) return `.${name}(), which asks the machine`;
  const argumentsMin = localeMethods.get(name);
  return argumentsMin !== undefined && given.length < argumentsMin ? `.${name}() without a language` : null;
}

/** `import.meta.glob('./a/*.ts')`: the fixed part of each pattern. */
function globToAddresses(node: Node): readonly (string | null)[] {
  const callee = node.callee;
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee.object) || !isNode(callee.property))
    return [];
  if (callee.object.type !== 'MetaProperty' || callee.property.name !== 'glob') return [];
  const [first] = nodesOf(node.arguments);
  const patterns = first?.type === 'ArrayExpression' ? nodesOf(first.elements) : [first];
  return patterns.map(
    (pattern) =>
      literalToAddress(pattern)
        ?.replace(/^!/, '')
        .replace(/[*{[].*$/, '') ?? null,
  );
}

/** `new URL('./a.ts', import.meta.url)`, as workers are named. */
function urlBesideToAddress(node: Node): string | null {
  if (node.type !== 'NewExpression' || !isNode(node.callee) || node.callee.name !== 'URL') return null;
  const [first, second] = nodesOf(node.arguments);
  if (second?.type !== 'MemberExpression' || !isNode(second.object) || second.object.type !== 'MetaProperty')
    return null;
  return literalToAddress(first);
}

function literalToAddress(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'TSLiteralType') return literalToAddress(node.literal);
  if (node.type === 'TemplateLiteral' && nodesOf(node.expressions).length === 0) {
    const [quasi] = nodesOf(node.quasis);
    return quasi === undefined ? null : cookedOf(quasi);
  }
  return typeof node.value === 'string' ? node.value.replace(/\?.*$/, '') : null;
}

function cookedOf(quasi: Node): string {
  const { value } = quasi;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
}

const testFunctions = new Set(['test', 'it', 'describe', 'suite']);
function testOptionsOf(node: Node): readonly string[] {
  if (!isNode(node.callee) || !testFunctions.has(String(node.callee.name))) return [];
  return nodesOf(node.arguments)
    .filter((given) => given.type === 'ObjectExpression')
    .flatMap((given) => nodesOf(given.properties))
    .map((property) => (isNode(property.key) ? String(property.key.name ?? property.key.value) : ''));
}

/** Adds the names that a pattern binds. */
function bind(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  if (pattern.type === 'Identifier') names.add(String(pattern.name));
  else if (pattern.type === 'AssignmentPattern') bind(pattern.left, names);
  else if (pattern.type === 'RestElement') bind(pattern.argument, names);
  else if (pattern.type === 'ArrayPattern') for (const element of nodesOf(pattern.elements)) bind(element, names);
  else if (pattern.type === 'ObjectPattern') {
    for (const property of nodesOf(pattern.properties))
      bind(property.type === 'RestElement' ? property : property.value, names);
  }
}

/** TypeScript nodes that only wrap an expression or hold statements, so that what they hold runs. */
const runningTypeScript = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSExportAssignment',
]);

function isTypeNode(node: Node): boolean {
  return node.type.startsWith('TS') && !runningTypeScript.has(node.type);
}

function* childrenOf(node: Node): Iterable<readonly [string, Node]> {
  for (const [key, value] of Object.entries(node)) {
    if (isNode(value)) yield [key, value];
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield [key, item];
  }
}

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function createLineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
