/** The parts of every screen. Import from here: `import { Button, Card, Steps } from '../shell/parts/index.ts'`. */
export * from './button.tsx';
export * from './card.tsx';
export * from './day-and-time.tsx';
export * from './field.tsx';
export * from './icon.tsx';
export * from './icons.ts';
export * from './people.tsx';
export * from './screen.tsx';
export * from './sheet.tsx';
export * from './when.tsx';
