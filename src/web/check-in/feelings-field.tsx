/**
 * The feelings field: pleasantness across, energy upwards, a hundred feelings on it.
 *
 * By touch: a finger says where, and the nearest feelings are offered as chips with shape, colour and word; the corner
 * headings bring a quarter of the field nearer. By keyboard: the field is a listbox in which the arrow keys walk from
 * mark to mark and Enter or Space chooses. By ear: each mark is an option in the group of its quarter, and the
 * definition of the mark at hand is said by a live region. By name: a forgiving search, in which a word that is not
 * there becomes one's own.
 */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { type FeelingNamed, feelingKey } from '#core';
import { limits } from '#kernel';
import { Shape } from '../shell/parts/index.ts';
import { FeelingChip, FeelingMark, quadrantToQuarter } from './feeling-parts.tsx';
import {
  everydayIds,
  type FeelingFace,
  type FeelingsContent,
  type FieldFeeling,
  feelingToFace,
  wordToLabel,
} from './feelings.ts';
import { findFeelings, isKnownWord } from './feelings-search.ts';
import {
  type Direction,
  nearest,
  neighbour,
  type Point,
  pointToQuadrant,
  pointToShare,
  type Quadrant,
  quadrants,
  quadrantToView,
  shareToPoint,
  wholeView,
} from './field-geometry.ts';

const nearCount = 6;
const nearCountInQuarter = 10;
const foundCount = 8;
/** A mouse is exact enough to press a mark itself; a finger only says where. In CSS pixels. */
const mouseReachPx = 13;

export interface FieldWords {
  /** Name of the listbox: "Feelings, from hard to good and from low to high energy". */
  readonly field: string;
  /** Stands where the chosen ones will be, while nothing is chosen. */
  readonly hint: string;
  /** Stands where a definition will be, before anything was touched. */
  readonly touch: string;
  readonly chosen: string;
  readonly often: string;
  readonly near: string;
  readonly found: string;
  readonly search: string;
  readonly searchHint: string;
  readonly nothingFound: string;
  readonly addOwn: (word: string) => string;
  readonly meanings: string;
  readonly whole: string;
  readonly full: (count: number) => string;
  readonly remove: (word: string) => string;
}

export interface FeelingsFieldProps {
  readonly content: FeelingsContent;
  readonly words: FieldWords;
  readonly chosen: readonly FeelingNamed[];
  readonly countMax: number;
  readonly onChange: (chosen: readonly FeelingNamed[]) => void;
}

export function FeelingsField({ content, words, chosen, countMax, onChange }: FeelingsFieldProps) {
  const id = useId();
  /** Where the marks are: inside the field, clear of the headings in its corners. */
  const plane = useRef<HTMLDivElement>(null);
  const view = useSignal<Quadrant | null>(null);
  const finger = useSignal<Point | null>(null);
  /** Id of the mark at hand: what the arrow keys start from, and whose definition is shown and said. */
  const current = useSignal<string | null>(null);
  const typed = useSignal('');
  const hasMeanings = useSignal(false);
  const wasDragged = useRef(false);

  const all = content.feelings;
  const shown = view.value === null ? wholeView : quadrantToView(view.value);
  const inView = view.value === null ? all : all.filter((feeling) => pointToQuadrant(feeling) === view.value);
  const chosenKeys = new Set(chosen.map(feelingKey));
  const isFull = chosen.length >= countMax;

  const near =
    finger.value === null
      ? everyday(all)
      : nearest(inView, finger.value, view.value === null ? nearCount : nearCountInQuarter);
  const found = findFeelings(all, typed.value, foundCount);
  const isSearching = typed.value.trim() !== '';
  const offered = isSearching ? found : near;
  const tabStop = inView.find((feeling) => feeling.id === current.value) ?? near[0] ?? inView[0] ?? null;
  const atHand = all.find((feeling) => feeling.id === current.value) ?? null;

  const toggle = (feeling: FeelingNamed): void => {
    const key = feelingKey(feeling);
    current.value = feeling.type === 'known' ? feeling.id : null;
    if (chosenKeys.has(key)) onChange(chosen.filter((other) => feelingKey(other) !== key));
    else if (!isFull) onChange([...chosen, feeling]);
  };

  const pointerToPoint = (event: PointerEvent | MouseEvent): Point | null => {
    const box = plane.current?.getBoundingClientRect();
    if (!plane.current || !box) return null;
    const x = (event.clientX - box.left) / box.width;
    const isRightToLeft = getComputedStyle(plane.current).direction === 'rtl';
    return shareToPoint(isRightToLeft ? 1 - x : x, (event.clientY - box.top) / box.height, shown);
  };

  const touch = (event: MouseEvent): void => {
    const point = pointerToPoint(event);
    if (point === null || wasDragged.current) return;
    finger.value = point;
    typed.value = '';
    const first = nearest(inView, point, 1)[0];
    if (first === undefined) return;
    current.value = first.id;
    const box = plane.current?.getBoundingClientRect();
    const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    if (!isMouse || !box) return;
    const at = pointToShare(first, shown);
    const aim = pointToShare(point, shown);
    if (Math.hypot((at.x - aim.x) * box.width, (at.y - aim.y) * box.height) <= mouseReachPx) toggle(known(first));
  };

  const drag = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    wasDragged.current = true;
    const point = pointerToPoint(event);
    if (point === null) return;
    finger.value = point;
    current.value = nearest(inView, point, 1)[0]?.id ?? null;
  };

  const walkTo = (feeling: FieldFeeling | null | undefined): void => {
    if (!feeling) return;
    current.value = feeling.id;
    finger.value = feeling;
    plane.current?.querySelector<HTMLElement>(`[data-feeling="${CSS.escape(feeling.id)}"]`)?.focus();
  };

  const press = (event: KeyboardEvent): void => {
    if (tabStop === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const isRightToLeft = plane.current !== null && getComputedStyle(plane.current).direction === 'rtl';
    const direction = keyToDirection(event.key, isRightToLeft);
    if (direction !== null) walkTo(neighbour(inView, tabStop, direction));
    else if (event.key === 'Home') walkTo(inView[0]);
    else if (event.key === 'End') walkTo(inView.at(-1));
    else if (event.key === 'PageDown') walkTo(inView[inView.indexOf(tabStop) + 1]);
    else if (event.key === 'PageUp') walkTo(inView[inView.indexOf(tabStop) - 1]);
    else if (event.key === 'Enter' || event.key === ' ') toggle(known(tabStop));
    else if (event.key === 'Escape' && view.value !== null) look(null);
    else if (/^\p{L}$/u.test(event.key)) walkTo(nextByLetter(inView, tabStop, event.key));
    else return;
    event.preventDefault();
  };

  const look = (quadrant: Quadrant | null): void => {
    view.value = quadrant;
    typed.value = '';
    if (quadrant === null) return;
    const quarter = quadrantToView(quadrant);
    finger.value = { pleasantness: (quarter.left + quarter.right) / 2, energy: (quarter.bottom + quarter.top) / 2 };
    current.value = null;
  };

  const addOwn = (): void => {
    const word = typed.value.trim().replace(/\s+/g, ' ');
    if (word === '' || isFull) return;
    const own: FeelingNamed = { type: 'own', words: word };
    if (!chosenKeys.has(feelingKey(own))) onChange([...chosen, own]);
    typed.value = '';
  };

  const headings = content.quadrants.filter((entry) => quadrants.some((quadrant) => quadrant === entry.id));
  return (
    <div class="feelings">
      <div class="feelings-grid">
        <div class="feelings-chosen" role="group" aria-label={words.chosen}>
          {chosen.length === 0 && <p class="note">{words.hint}</p>}
          {chosen.map((feeling) => {
            const face = feelingToFace(feeling, content);
            return (
              <FeelingChip
                key={feelingKey(feeling)}
                face={face}
                isChosen
                label={words.remove(wordToLabel(face.word))}
                onPress={() => toggle(feeling)}
                onLook={() => {
                  current.value = feeling.type === 'known' ? feeling.id : null;
                }}
              />
            );
          })}
        </div>

        <div class="feelings-map">
          <div class="feelings-corners" data-view={view.value ?? 'whole'}>
            {headings.map((entry) => {
              const quadrant = quadrants.find((other) => other === entry.id);
              if (quadrant === undefined || (view.value !== null && view.value !== quadrant)) return null;
              return (
                <button
                  key={quadrant}
                  type="button"
                  class={`feelings-corner ${quadrantToQuarter[quadrant]}`}
                  data-quadrant={quadrant}
                  aria-expanded={view.value === quadrant}
                  onClick={() => look(view.value === null ? quadrant : null)}
                >
                  <Shape quarter={quadrantToQuarter[quadrant]} />
                  <span>{wordToLabel(entry.word)}</span>
                  {view.value !== null && <span class="note">{words.whole}</span>}
                </button>
              );
            })}
          </div>
          <div
            class="feelings-field"
            data-view={view.value ?? 'whole'}
            role="listbox"
            aria-label={words.field}
            aria-multiselectable="true"
            onClick={touch}
            onPointerDown={() => {
              wasDragged.current = false;
            }}
            onPointerMove={drag}
            onKeyDown={press}
          >
            {view.value === null && <Axes content={content} />}
            <div ref={plane} class="feelings-plane">
              {headings.map((entry) => (
                <div key={entry.id} role="group" aria-label={wordToLabel(entry.word)}>
                  {inView
                    .filter((feeling) => pointToQuadrant(feeling) === entry.id)
                    .map((feeling) => (
                      <FeelingMark
                        key={feeling.id}
                        feeling={feeling}
                        share={pointToShare(feeling, shown)}
                        isChosen={chosenKeys.has(feeling.id)}
                        isNear={finger.value !== null && near.includes(feeling)}
                        isCurrent={current.value === feeling.id}
                        isTabStop={tabStop === feeling}
                        onToggle={() => toggle(known(feeling))}
                        onFocus={() => {
                          current.value = feeling.id;
                          finger.value = feeling;
                        }}
                      />
                    ))}
                </div>
              ))}
              {finger.value !== null && <Finger share={pointToShare(finger.value, shown)} />}
            </div>
          </div>
        </div>

        <div class="feelings-words">
          <p class="feelings-meaning" aria-live="polite">
            {atHand !== null && (
              <>
                <strong>{wordToLabel(atHand.word)}.</strong> {atHand.definition}
              </>
            )}
            {atHand === null && (
              <span class="soft">
                {view.value === null ? words.touch : headings.find((entry) => entry.id === view.value)?.definition}
              </span>
            )}
          </p>

          <div class="row-apart">
            <h2 id={`${id}-offered`}>{isSearching ? words.found : finger.value === null ? words.often : words.near}</h2>
            <button
              type="button"
              class="feelings-link"
              aria-pressed={hasMeanings.value}
              onClick={() => {
                hasMeanings.value = !hasMeanings.value;
              }}
            >
              {words.meanings}
            </button>
          </div>
          <div
            class="feelings-offered"
            role="group"
            aria-labelledby={`${id}-offered`}
            data-meanings={hasMeanings.value}
          >
            {offered.map((feeling) => (
              <FeelingChip
                key={feeling.id}
                face={fieldToFace(feeling)}
                isChosen={chosenKeys.has(feeling.id)}
                isDisabled={isFull && !chosenKeys.has(feeling.id)}
                meaning={hasMeanings.value ? feeling.definition : null}
                onPress={() => toggle(known(feeling))}
                onLook={() => {
                  current.value = feeling.id;
                }}
              />
            ))}
            {isSearching && found.length === 0 && <p class="note">{words.nothingFound}</p>}
            {isSearching && !isFull && !isKnownWord(all, typed.value) && (
              <button type="button" class="chip" onClick={addOwn}>
                {words.addOwn(typed.value.trim())}
              </button>
            )}
          </div>
          {isFull && <p class="note">{words.full(countMax)}</p>}

          <label class="feelings-search">
            <span class="note">{words.search}</span>
            <input
              type="text"
              value={typed.value}
              maxLength={limits.nameCharsMax}
              placeholder={words.searchHint}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              enterkeyhint="done"
              onInput={(event) => {
                typed.value = event.currentTarget.value;
                current.value = findFeelings(all, typed.value, 1)[0]?.id ?? null;
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing) return;
                event.preventDefault();
                const first = found[0];
                if (first !== undefined && isKnownWord([first], typed.value)) {
                  if (!chosenKeys.has(first.id)) toggle(known(first));
                  typed.value = '';
                } else addOwn();
              }}
            />
          </label>
        </div>
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

const known = (feeling: FieldFeeling): FeelingNamed => ({ type: 'known', id: feeling.id });

const fieldToFace = (feeling: FieldFeeling): FeelingFace => ({ ...feeling, quadrant: pointToQuadrant(feeling) });

const everyday = (feelings: readonly FieldFeeling[]): readonly FieldFeeling[] =>
  everydayIds.flatMap((id) => feelings.find((feeling) => feeling.id === id) ?? []);

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
