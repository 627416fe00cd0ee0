/** What the other practices offer about one thing, as quiet ways on: an answer to a shared check-in, for one. */
import type { ThingId } from '#core';
import { useApp } from './app.ts';
import { Button } from './parts/index.ts';

export function AboutLinks({ practice, thing }: { readonly practice: string; readonly thing: ThingId }) {
  const app = useApp();
  const links = app.practices.value.flatMap(
    ({ about }) => about?.(thing, practice, app.snapshot.value, app.translate.value) ?? [],
  );
  if (links.length === 0) return null;
  return (
    <div class="row">
      {links.map(({ label, path }) => (
        <Button key={path} kind="quiet" isSmall href={path}>
          {label}
        </Button>
      ))}
    </div>
  );
}
