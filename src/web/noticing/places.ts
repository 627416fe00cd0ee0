/** Where each feeling of the content lies on the field. */
import { feelingsContent } from '../check-in/feelings-content.ts';
import type { Point } from '../check-in/field-geometry.ts';

export const places: ReadonlyMap<string, Point> = new Map(
  feelingsContent.feelings.map((feeling) => [feeling.id, feeling]),
);
