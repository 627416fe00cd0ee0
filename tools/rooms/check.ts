/**
 * The room check: holds every source file against rooms.json.
 *
 * A room is entered by its front door alone: `#room` from outside, a relative path from inside. What a room may enter,
 * which packages, Node modules and globals it may use, stands in the table. No clock, no chance and nothing of the
 * machine in pure rooms. Rooms form no circle, and no modules import each other in a circle at run time.
 */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Module, textToModule } from './module.ts';
import type { Room, RoomTable } from './table.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: 'room' | 'window' | 'package' | 'node' | 'circle' | 'global' | 'surroundings' | 'ambient' | 'unclear';
  readonly sentence: string;
}

export interface RoomCheck {
  readonly modulesSeen: number;
  readonly violations: readonly Violation[];
}

/** @param textsByPath paths from the root of the repository, with `/`. */
export function checkRooms(table: RoomTable, textsByPath: ReadonlyMap<string, string>): RoomCheck {
  const violations: Violation[] = [];
  const targetsByPath = new Map<string, readonly string[]>();
  const roomsEntered = new Map<string, Set<string>>();
  let modulesSeen = 0;

  for (const [path, text] of textsByPath) {
    const module = textToModule(path, text);
    modulesSeen += 1;
    const room = pathToRoom(table, path);
    const isTest = table.tests.endings.some((ending) => path.endsWith(ending));
    const targets: string[] = [];
    for (const imported of module.imports) {
      const tell = (rule: Violation['rule'], sentence: string): void =>
        void violations.push({ path, line: imported.line, rule, sentence });
      const { address } = imported;
      if (address === null) {
        if (room !== null && !isTest)
          tell('unclear', 'imports an address that is computed, so nobody can tell what it is');
      } else if (address.startsWith('.')) {
        const target = posix.normalize(posix.join(posix.dirname(path), address));
        const entered = pathToRoom(table, target);
        if (isWindowAllowed(table, path, target)) {
          // a harness looks in
        } else if (entered !== null && entered !== room) {
          tell('window', `enters ${entered.name} by a window, ${address}; its door is #${entered.name}`);
        } else if (room !== null && entered === null) {
          tell('window', `leaves its room for ${target}`);
        }
        if (!imported.isTypeOnly) targets.push(target);
      } else if (address.startsWith('#')) {
        const name = address.slice(1).split('/')[0] ?? '';
        const entered = table.rooms.find((candidate) => candidate.name === name);
        if (entered === undefined) tell('room', `there is no room ${address}`);
        else {
          if (entered.world === 'data') {
            if (room !== entered && !isTest && !/\.(json|yaml)(\?\w+)?$/.test(address)) {
              tell('window', `${address} is code; only the data of ${name} is for others`);
            }
          } else if (address !== `#${name}`) {
            tell('window', `${address} is no front door; #${name} is`);
          }
          if (room !== null) {
            if (!mayEnter(table, room, path, isTest, name)) tell('room', `${room.name} may not enter ${name}`);
            if (!isTest && entered !== room && !table.doorsByCompositionRoot.has(path)) {
              roomsEntered.set(room.name, (roomsEntered.get(room.name) ?? new Set()).add(name));
            }
          }
          if (entered === room && !isTest)
            tell('window', `goes out and comes in again by ${address}; inside a room paths are relative`);
        }
      } else if (room !== null && isNodeModule(address)) {
        const isAllowed =
          table.worldsByName.get(room.world)?.nodeModules || (isTest && table.tests.nodeModules.includes(address));
        if (!isAllowed) tell('node', `${room.name} may not use ${address}`);
      } else if (room !== null) {
        const allowed = isTest ? [...room.packages, ...table.tests.packages] : room.packages;
        const isAllowed = allowed.some((name) => address === name || address.startsWith(`${name}/`));
        if (!isAllowed) tell('package', `${room.name} may not use the package ${address}`);
      }
    }
    targetsByPath.set(path, targets);
    if (room !== null) violations.push(...checkWorld(table, room, path, isTest, module));
  }

  for (const circle of findCircles(new Map([...roomsEntered].map(([name, entered]) => [name, [...entered]])))) {
    violations.push({
      path: 'rooms.json',
      line: 1,
      rule: 'circle',
      sentence: `rooms in a circle: ${circle.join(' > ')}`,
    });
  }
  for (const circle of findCircles(targetsByPath)) {
    const [path = ''] = circle;
    violations.push({ path, line: 1, rule: 'circle', sentence: `modules in a circle: ${circle.join(' > ')}` });
  }
  return { modulesSeen, violations };
}

const isWindowAllowed = (table: RoomTable, path: string, target: string): boolean =>
  [...table.windowsByFolder].some(
    ([folder, windows]) => path.startsWith(folder) && windows.some((window) => target.startsWith(window)),
  );

function checkWorld(table: RoomTable, room: Room, path: string, isTest: boolean, module: Module): readonly Violation[] {
  const world = table.worldsByName.get(room.world);
  if (world === undefined) return [];
  const violations: Violation[] = [];
  const isPlatform = table.platformDeclarations.includes(path);
  if (!isTest) {
    const banned = new Set(world.bannedGlobals);
    for (const allowed of table.globalsByCompositionRoot.get(path) ?? []) banned.delete(allowed);
    for (const { what, line } of module.globals) {
      if (banned.has(what))
        violations.push({ path, line, rule: 'global', sentence: `${room.name} may not use ${what}` });
    }
    if (!isPlatform && !world.mayDeclare) {
      for (const { what, line } of module.ambient) {
        violations.push({ path, line, rule: 'ambient', sentence: `${what} opens a hole in what ${room.name} may see` });
      }
    }
  }
  if (!world.clockAndChance) {
    for (const { what, line } of module.surroundings) {
      violations.push({
        path,
        line,
        rule: 'surroundings',
        sentence: `${what} in ${room.name}: clock, chance, zone and language come in as arguments`,
      });
    }
  }
  return violations;
}

function mayEnter(table: RoomTable, room: Room, path: string, isTest: boolean, name: string): boolean {
  if (name === room.name || room.mayEnter.includes(name)) return true;
  if (isTest && table.tests.mayEnter.includes(name)) return true;
  return table.doorsByCompositionRoot.get(path)?.includes(name) ?? false;
}

export function pathToRoom(table: RoomTable, path: string): Room | null {
  return table.rooms.find((room) => path === room.folder || path.startsWith(`${room.folder}/`)) ?? null;
}

const nodeModules = new Set(builtinModules);
function isNodeModule(address: string): boolean {
  return address.startsWith('node:') || nodeModules.has(address);
}

/** Each circle once, as the names on it, beginning and ending with the same one. */
export function findCircles(targetsByName: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (name: string): void => {
    const at = trail.indexOf(name);
    if (at !== -1) {
      circles.push([...trail.slice(at), name]);
      return;
    }
    if (done.has(name)) return;
    trail.push(name);
    for (const target of targetsByName.get(name) ?? []) walk(target);
    trail.pop();
    done.add(name);
  };
  for (const name of targetsByName.keys()) walk(name);
  return circles;
}
