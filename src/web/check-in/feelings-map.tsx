/**
 * The picture of the field: corner headings that bring a quarter nearer, and a listbox of marks that pointers reach by
 * place and keys by direction.
 */
import { useRef } from 'preact/hooks';
import { Shape } from '../shell/parts/index.ts';
import { FeelingMark, quadrantToQuarter } from './feeling-parts.tsx';
import { type FeelingsContent, type FieldFeeling, wordToLabel } from './feelings.ts';
import {
  type Direction,
  neighbour,
  type Point,
  pointToQuadrant,
  pointToShare,
  quadrants,
  shareToPoint,
} from './field-geometry.ts';
import type { FieldWords } from './field-words.ts';
import { type Field, knownFeeling } from './use-field.ts';

/** A mouse is exact enough to press a mark itself; a finger only says where. In CSS pixels. */
const mouseReachPx = 13;

interface FeelingsMapProps {
  readonly field: Field;
  readonly content: FeelingsContent;
  readonly words: FieldWords;
}

export function FeelingsMap({ field, content, words }: FeelingsMapProps) {
  const whichView = field.quarter.value ?? 'whole';
  const headings = content.quadrants.flatMap(({ id, word }) => {
    const quadrant = quadrants.find((other) => other === id);
    return quadrant === undefined ? [] : [{ quadrant, label: wordToLabel(word) }];
  });
  const shownHeadings = headings.filter(({ quadrant }) => whichView === 'whole' || whichView === quadrant);
  return (
    <div class="feelings-map">
      <div class="feelings-corners" data-view={whichView}>
        {shownHeadings.map(({ quadrant, label }) => (
          <button
            key={quadrant}
            type="button"
            class={`feelings-corner ${quadrantToQuarter[quadrant]}`}
            data-quadrant={quadrant}
            aria-expanded={whichView === quadrant}
            onClick={() => field.lookAt(whichView === 'whole' ? quadrant : null)}
          >
            <Shape quarter={quadrantToQuarter[quadrant]} />
            <span>{label}</span>
            {whichView !== 'whole' && <span class="note">{words.whole}</span>}
          </button>
        ))}
      </div>
      <Plane field={field} label={words.field} axes={whichView === 'whole' && <Axes content={content} />}>
        {shownHeadings.map(({ quadrant, label }) => (
          <div key={quadrant} role="group" aria-label={label}>
            {field.inView
              .filter((feeling) => pointToQuadrant(feeling) === quadrant)
              .map((feeling) => (
                <FeelingMark
                  key={feeling.id}
                  feeling={feeling}
                  share={pointToShare(feeling, field.view)}
                  isChosen={field.isChosen(feeling)}
                  isNear={field.finger.value !== null && field.near.includes(feeling)}
                  isCurrent={field.current.value === feeling.id}
                  isTabStop={field.tabStop === feeling}
                  onToggle={() => field.toggle(knownFeeling(feeling))}
                  onFocus={() => {
                    field.current.value = feeling.id;
                    field.finger.value = feeling;
                  }}
                />
              ))}
          </div>
        ))}
      </Plane>
    </div>
  );
}

interface PlaneProps {
  readonly field: Field;
  readonly label: string;
  readonly axes: preact.ComponentChildren;
  readonly children: preact.ComponentChildren;
}

/** The surface that takes touches and keys. Marks stand on an inner plane, clear of the headings in the corners. */
function Plane({ field, label, axes, children }: PlaneProps) {
  const plane = useRef<HTMLDivElement>(null);
  const wasDragged = useRef(false);
  const isRightToLeft = (): boolean => plane.current !== null && getComputedStyle(plane.current).direction === 'rtl';

  const eventToPoint = (event: MouseEvent): Point | null => {
    const box = plane.current?.getBoundingClientRect();
    if (box === undefined) return null;
    const x = (event.clientX - box.left) / box.width;
    return shareToPoint(isRightToLeft() ? 1 - x : x, (event.clientY - box.top) / box.height, field.view);
  };
  const isHit = (feeling: FieldFeeling, point: Point): boolean => {
    const box = plane.current?.getBoundingClientRect();
    if (box === undefined) return false;
    const at = pointToShare(feeling, field.view);
    const aim = pointToShare(point, field.view);
    return Math.hypot((at.x - aim.x) * box.width, (at.y - aim.y) * box.height) <= mouseReachPx;
  };
  const click = (event: MouseEvent): void => {
    const point = eventToPoint(event);
    if (point === null || wasDragged.current) return;
    const first = field.touch(point);
    const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    if (isMouse && first !== null && isHit(first, point)) field.toggle(knownFeeling(first));
  };
  const drag = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    wasDragged.current = true;
    const point = eventToPoint(event);
    if (point !== null) field.touch(point);
  };
  const walkTo = (feeling: FieldFeeling | null | undefined): void => {
    if (!feeling) return;
    plane.current?.querySelector<HTMLElement>(`[data-feeling="${CSS.escape(feeling.id)}"]`)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const { inView, tabStop } = field;
    if (tabStop === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = keyToDirection(event.key, isRightToLeft());
    if (direction !== null) walkTo(neighbour(inView, tabStop, direction));
    else if (event.key === 'Home') walkTo(inView[0]);
    else if (event.key === 'End') walkTo(inView.at(-1));
    else if (event.key === 'PageDown') walkTo(inView[inView.indexOf(tabStop) + 1]);
    else if (event.key === 'PageUp') walkTo(inView[inView.indexOf(tabStop) - 1]);
    else if (event.key === 'Enter' || event.key === ' ') field.toggle(knownFeeling(tabStop));
    else if (event.key === 'Escape' && field.quarter.value !== null) field.lookAt(null);
    else if (/^\p{L}$/u.test(event.key)) walkTo(nextByLetter(inView, tabStop, event.key));
    else return;
    event.preventDefault();
  };

  return (
    <div
      class="feelings-field"
      data-view={field.quarter.value ?? 'whole'}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      onClick={click}
      onPointerDown={() => {
        wasDragged.current = false;
      }}
      onPointerMove={drag}
      onKeyDown={press}
    >
      {axes}
      <div ref={plane} class="feelings-plane">
        {children}
        {field.finger.value !== null && <Finger share={pointToShare(field.finger.value, field.view)} />}
      </div>
    </div>
  );
}

/** What the field means, in words at its ends. The options say the same by their groups. */
function Axes({ content }: { readonly content: FeelingsContent }) {
  const { pleasantness, energy } = content.axes;
  return (
    <div class="feelings-axes" aria-hidden="true">
      <span data-end="top">{energy.high}</span>
      <span data-end="bottom">{energy.low}</span>
      <span data-end="start">{pleasantness.low}</span>
      <span data-end="end">{pleasantness.high}</span>
    </div>
  );
}

function Finger({ share }: { readonly share: { readonly x: number; readonly y: number } }) {
  return (
    <span
      class="feelings-finger"
      aria-hidden="true"
      style={{ insetInlineStart: `${share.x * 100}%`, insetBlockStart: `${share.y * 100}%` }}
    />
  );
}

function keyToDirection(key: string, isRightToLeft: boolean): Direction | null {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowRight') return isRightToLeft ? 'left' : 'right';
  if (key === 'ArrowLeft') return isRightToLeft ? 'right' : 'left';
  return null;
}

/** The next feeling whose word begins with a letter, going round from the one at hand. */
function nextByLetter(feelings: readonly FieldFeeling[], from: FieldFeeling, letter: string): FieldFeeling | undefined {
  const begins = feelings.filter((feeling) => feeling.word.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
  const at = begins.indexOf(from);
  return begins[(at + 1) % begins.length];
}
