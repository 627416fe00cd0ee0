/** `npm run rooms`: prints what breaks the permission table, and ends with 1 if anything does. */
import { join } from 'node:path';
import { checkRooms } from './rooms/check.ts';
import { readRoomTable } from './rooms/table.ts';
import { isSource, listFiles, readTexts, rootFolder } from './sources.ts';

const table = readRoomTable(join(rootFolder, 'rooms.json'));
const { modulesSeen, violations } = checkRooms(table, readTexts(listFiles().filter(isSource)));
for (const { path, line, rule, sentence } of violations) console.error(`${path}:${line} ${rule}: ${sentence}`);
console.log(`${modulesSeen} modules, ${violations.length} out of place`);
process.exitCode = violations.length === 0 ? 0 : 1;
