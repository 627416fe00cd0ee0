/** The promise that a time has become, where it is at hand: how it stands now is said there. */
import { promises, type ThingId } from '#core';
import { PromiseRow } from '../promises/promise-view.tsx';
import { useApp } from '../shell/app.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import '../promises/promises.css';

export function PromisedRow({ thing, title }: { readonly thing: ThingId; readonly title: string }) {
  const pledge = thingsOf(useApp().snapshot.value, promises).get(thing);
  if (pledge === undefined) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="card rows promise-rows">
        <PromiseRow pledge={pledge} />
      </ul>
    </section>
  );
}
