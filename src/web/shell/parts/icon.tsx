/** An icon says nothing to readers by ear unless it has a label; the words beside it do. */
import { type IconName, iconPaths, type Quarter, quarterShapes, shapePaths, turningIcons } from './icons.ts';

export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      data-turns={turningIcons.has(name) || undefined}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}

/** The shape of a quarter of the field of feelings, in its colour. */
export function Shape({ quarter }: { readonly quarter: Quarter }) {
  return (
    <svg class={`shape ${quarter}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapePaths[quarterShapes[quarter]]} />
    </svg>
  );
}
