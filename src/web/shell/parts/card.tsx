/** Surfaces: Card, Note (a calm sentence of the house), Bubble (what somebody said), EmptyState, rows of a list. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../app.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type ToneName = 'dusk' | 'ember' | 'ours' | 'calm';

export interface CardProps {
  /** A small label above, with an icon if you like. Also the name of the card to readers by ear. */
  readonly title?: ComponentChildren;
  readonly icon?: IconName;
  /** The whole card is a link. Then it may hold no button. */
  readonly href?: string;
  readonly tone?: ToneName;
  readonly children?: ComponentChildren;
}

export function Card(props: CardProps) {
  const inside = (
    <>
      {props.title !== undefined && (
        <div class="card-head">
          {props.icon && <Icon name={props.icon} />}
          <h2>{props.title}</h2>
        </div>
      )}
      {props.children}
    </>
  );
  const look = { class: `card ${props.tone ?? ''}`, 'data-has-tone': props.tone !== undefined || undefined };
  if (props.href !== undefined) {
    return (
      <a {...look} href={props.href}>
        {inside}
      </a>
    );
  }
  return <section {...look}>{inside}</section>;
}

export interface NoteProps {
  readonly icon?: IconName;
  readonly tone?: ToneName;
  /** Read out when it appears (an answer to what the person just did). */
  readonly isNews?: boolean;
  readonly children: ComponentChildren;
}

export function Note(props: NoteProps) {
  return (
    <div class={`note-box ${props.tone ?? ''}`} role={props.isNews ? 'status' : undefined}>
      {props.icon && <Icon name={props.icon} />}
      <div class="stack-tight">{props.children}</div>
    </div>
  );
}

/** The words of one of the two. `isHeard`: what the other understood, set in italics. */
export function Bubble(props: {
  readonly who: string;
  readonly tone: ToneName;
  readonly isMine?: boolean;
  readonly isHeard?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <figure class={`bubble ${props.tone}`} data-is-mine={props.isMine || undefined}>
      <figcaption class="bubble-who">{props.who}</figcaption>
      <blockquote class={`voice ${props.isHeard ? 'heard' : ''}`}>{props.children}</blockquote>
    </figure>
  );
}

/** Says what will live here and who can read it; asks for nothing. */
export function EmptyState(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  // Before the device has been read nobody knows whether anything is there: nothing is said, rather than "nothing".
  if (!useApp().snapshot.value.isReady) return null;
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

export function Rows({ children, label }: { readonly children: ComponentChildren; readonly label?: string }) {
  return (
    <ul class="rows" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly start?: ComponentChildren;
  readonly icon?: IconName;
  readonly end?: ComponentChildren;
  readonly href?: string;
  readonly onPress?: () => void;
  readonly isCurrent?: boolean;
}

/** One row in `Rows`: plain, a link, or a button. */
export function ListRow(props: ListRowProps) {
  const inside = (
    <>
      <span class="list-row-start">{props.icon ? <Icon name={props.icon} /> : props.start}</span>
      <span class="list-row-words">
        <span class="list-row-title">{props.title}</span>
        {props.note !== undefined && <small>{props.note}</small>}
      </span>
      <span class="list-row-end">
        {props.end ?? (props.href !== undefined || props.onPress !== undefined ? <Icon name="forward" /> : null)}
      </span>
    </>
  );
  if (props.href !== undefined) {
    return (
      <li>
        <a class="list-row" href={props.href} aria-current={props.isCurrent ? 'page' : undefined}>
          {inside}
        </a>
      </li>
    );
  }
  if (props.onPress !== undefined) {
    return (
      <li>
        <button class="list-row" type="button" onClick={props.onPress}>
          {inside}
        </button>
      </li>
    );
  }
  return (
    <li>
      <div class="list-row">{inside}</div>
    </li>
  );
}

/** A few more words for whoever asks. */
export function More({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
