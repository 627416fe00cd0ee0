/** A time in the words a person would use; the exact one for machines and on hover. */

import { en } from '../../messages/en.ts';
import { useApp, useMessages } from '../app.ts';
import { clockTime, relativeDay } from '../time.ts';

/** "today", "yesterday", "Thursday", "3 November"; with the time of day where `hasTime`. */
export function When({ atMs, hasTime = false }: { readonly atMs: number; readonly hasTime?: boolean }) {
  const m = useMessages(en);
  const { nowMs, zone, locale } = useApp().moment.value;
  const day = relativeDay(atMs, nowMs, zone, locale);
  const words = hasTime ? m.dayAndTime(day, clockTime(atMs, zone, locale)) : day;
  return <time dateTime={new Date(atMs).toISOString()}>{words}</time>;
}
