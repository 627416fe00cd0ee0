/** The practices of the house: one line each, here and nowhere else. */
export * from './appreciation/index.ts';
export * from './boundaries/index.ts';
export * from './check-in/index.ts';
export * from './cues/index.ts';
export * from './empathy/index.ts';
export * from './good-news/index.ts';
export * from './guided/index.ts';
export * from './journal/index.ts';
export * from './neutral-observer/index.ts';
export * from './noticing/index.ts';
export * from './open-questions/index.ts';
export * from './own-life/index.ts';
export * from './pause/index.ts';
export * from './programme/index.ts';
export * from './promises/index.ts';
export * from './reaching-out/index.ts';
export * from './respect/index.ts';
