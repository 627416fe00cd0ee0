/**
 * rooms.json, read once into types that cannot be wrong. The table says which room may enter which, which packages and
 * which globals it may use; everything that checks rooms derives its rules from here.
 */
import { readFileSync } from 'node:fs';

export interface Room {
  readonly name: string;
  readonly folder: string;
  readonly world: string;
  readonly mayEnter: readonly string[];
  readonly packages: readonly string[];
}

export interface World {
  readonly nodeModules: boolean;
  /** Whether code may read a clock, draw lots, or ask for the time zone of the machine. */
  readonly clockAndChance: boolean;
  /** Whether files may declare globals, such as what the build puts in. */
  readonly mayDeclare: boolean;
  readonly bannedGlobals: readonly string[];
  /** Absent for rooms that hold data alone. */
  readonly compiler: {
    readonly tsconfig: string;
    readonly lib: readonly string[];
    readonly types: readonly string[];
  } | null;
}

export interface RoomTable {
  readonly rooms: readonly Room[];
  readonly worldsByName: ReadonlyMap<string, World>;
  /** Files in which a room is put together, with the further doors that each of them may open. */
  readonly doorsByCompositionRoot: ReadonlyMap<string, readonly string[]>;
  readonly globalsByCompositionRoot: ReadonlyMap<string, readonly string[]>;
  /** Folders outside the rooms (harnesses of tests and benches) that may look in by a window, and at what. */
  readonly windowsByFolder: ReadonlyMap<string, readonly string[]>;
  /** Where rooms may declare no globals, the files that do all the same: what their world has beyond the language. */
  readonly platformDeclarations: readonly string[];
  readonly tests: {
    readonly endings: readonly string[];
    readonly packages: readonly string[];
    readonly nodeModules: readonly string[];
    readonly mayEnter: readonly string[];
  };
}

export function readRoomTable(path: string): RoomTable {
  return jsonToRoomTable(JSON.parse(readFileSync(path, 'utf8')));
}

export function jsonToRoomTable(json: unknown): RoomTable {
  const top = recordOf(json, 'rooms.json');
  const rooms = Object.entries(recordOf(top.rooms, 'rooms')).map(([name, value]): Room => {
    const room = recordOf(value, name);
    return {
      name,
      folder: textOf(room.folder, `${name}.folder`),
      world: textOf(room.world, `${name}.world`),
      mayEnter: textsOf(room.mayEnter, `${name}.mayEnter`),
      packages: textsOf(room.packages, `${name}.packages`),
    };
  });
  const worldsByName = new Map(
    Object.entries(recordOf(top.worlds, 'worlds')).map(([name, value]): [string, World] => [
      name,
      jsonToWorld(name, value),
    ]),
  );
  const roots = Object.entries(recordOf(top.compositionRoots, 'compositionRoots'));
  const textsByRoot = (key: string): ReadonlyMap<string, readonly string[]> =>
    new Map(roots.map(([path, value]) => [path, textsOf(recordOf(value, path)[key], `${path}.${key}`)]));
  const doorsByCompositionRoot = textsByRoot('mayEnter');
  const tests = recordOf(top.tests, 'tests');
  const windowsByFolder = new Map(
    Object.entries(recordOf(top.windows ?? {}, 'windows')).map(([folder, value]): [string, readonly string[]] => [
      folder,
      textsOf(value, `windows.${folder}`),
    ]),
  );

  const names = new Set(rooms.map((room) => room.name));
  for (const room of rooms) {
    if (!worldsByName.has(room.world))
      throw new Error(`rooms.json: ${room.name} is in an unknown world, ${room.world}`);
  }
  for (const door of [...rooms.flatMap((room) => room.mayEnter), ...[...doorsByCompositionRoot.values()].flat()]) {
    if (!names.has(door)) throw new Error(`rooms.json: there is no room ${door}`);
  }
  return {
    rooms,
    worldsByName,
    windowsByFolder,
    doorsByCompositionRoot,
    globalsByCompositionRoot: textsByRoot('globals'),
    platformDeclarations: textsOf(top.platformDeclarations, 'platformDeclarations'),
    tests: {
      endings: textsOf(tests.endings, 'tests.endings'),
      packages: textsOf(tests.packages, 'tests.packages'),
      nodeModules: textsOf(tests.nodeModules, 'tests.nodeModules'),
      mayEnter: textsOf(tests.mayEnter, 'tests.mayEnter'),
    },
  };
}

function jsonToWorld(name: string, value: unknown): World {
  const world = recordOf(value, name);
  return {
    nodeModules: world.nodeModules === true,
    clockAndChance: world.clockAndChance === true,
    mayDeclare: world.mayDeclare === true,
    bannedGlobals: textsOf(world.bannedGlobals, `${name}.bannedGlobals`),
    compiler:
      world.tsconfig === undefined
        ? null
        : {
            tsconfig: textOf(world.tsconfig, `${name}.tsconfig`),
            lib: textsOf(world.lib, `${name}.lib`),
            types: textsOf(world.types, `${name}.types`),
          },
  };
}

function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is no object`);
  return Object.fromEntries(Object.entries(value));
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`${what} is no text`);
  return value;
}

function textsOf(value: unknown, what: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`${what} is no list`);
  return value.map((item) => textOf(item, what));
}
