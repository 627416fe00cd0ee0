/**
 * Button: `main` is ink, one a screen; `quiet` has an edge; `plain` is a word that can be pressed; `danger` deletes.
 * With `href` it is a link, and `onPress` what else a press on it does. Chip: a word that is on or off (aria-pressed).
 */
import type { ComponentChildren } from 'preact';
import { Icon, Shape } from './icon.tsx';
import type { IconName, Quarter } from './icons.ts';

export interface ButtonProps {
  readonly kind?: 'main' | 'quiet' | 'plain' | 'danger';
  readonly href?: string;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Takes no press for a moment, and looks as always. */
  readonly isHeld?: boolean;
  /** As wide as its words. */
  readonly isSmall?: boolean;
  readonly label?: string;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const kind = props.kind ?? 'main';
  const inside = (
    <>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </>
  );
  if (props.href !== undefined) {
    return (
      <a
        class="button"
        data-kind={kind}
        data-is-small={props.isSmall || undefined}
        href={props.href}
        aria-label={props.label}
        onClick={props.onPress}
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      class="button"
      data-kind={kind}
      data-is-small={props.isSmall || undefined}
      type={props.type ?? 'button'}
      disabled={props.isDisabled ?? false}
      aria-disabled={props.isHeld || undefined}
      aria-label={props.label}
      onClick={props.isHeld ? undefined : props.onPress}
    >
      {inside}
    </button>
  );
}

export function IconButton(props: { readonly icon: IconName; readonly label: string; readonly onPress: () => void }) {
  return (
    <button class="icon-button" type="button" aria-label={props.label} title={props.label} onClick={props.onPress}>
      <Icon name={props.icon} />
    </button>
  );
}

export interface ChipProps {
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
  /** A feeling: its shape and colour. */
  readonly quarter?: Quarter;
  readonly icon?: IconName;
  /** Said by readers after the word, such as the definition of a feeling. */
  readonly description?: string;
  readonly children: ComponentChildren;
}

export function Chip(props: ChipProps) {
  return (
    <button
      class={`chip ${props.quarter ?? ''}`}
      type="button"
      aria-pressed={props.isOn}
      title={props.description}
      onClick={() => props.onToggle(!props.isOn)}
    >
      {props.quarter && <Shape quarter={props.quarter} />}
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

export function Chips({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend class="unseen">{label}</legend>
      <div class="chips">{children}</div>
    </fieldset>
  );
}
