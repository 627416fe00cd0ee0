/** The words and places of feelings. A module of its own, so that the first load does not carry it. */
import feelings from '#content/feelings/en.json' with { type: 'json' };
import type { FeelingsContent } from './feelings.ts';

export const feelingsContent: FeelingsContent = feelings;
