/** What the feelings field knows between two touches: where the finger was, which mark is at hand, what was typed. */
import { type Signal, useSignal } from '@preact/signals';
import { type FeelingNamed, feelingKey } from '#core';
import { everydayIds, type FeelingsContent, type FieldFeeling } from './feelings.ts';
import { findFeelings, isKnownWord } from './feelings-search.ts';
import {
  nearest,
  type Point,
  pointToQuadrant,
  type Quadrant,
  quadrantToView,
  type View,
  wholeView,
} from './field-geometry.ts';

const nearCount = 6;
const nearCountInQuarter = 10;
const foundCount = 8;

export interface Field {
  /** The quarter that fills the field, or null for the whole. */
  readonly quarter: Signal<Quadrant | null>;
  readonly finger: Signal<Point | null>;
  /** Id of the mark at hand: what the arrow keys start from, and whose definition is shown and said. */
  readonly current: Signal<string | null>;
  readonly typed: Signal<string>;
  readonly view: View;
  /** Every feeling that stands in the view. */
  readonly inView: readonly FieldFeeling[];
  /** Nearest to the finger; everyday ones before the first touch. */
  readonly near: readonly FieldFeeling[];
  readonly isSearching: boolean;
  /** What is offered as chips: found by name while something is typed, else what is near. */
  readonly offered: readonly FieldFeeling[];
  /** The one mark that Tab reaches. */
  readonly tabStop: FieldFeeling | null;
  readonly atHand: FieldFeeling | null;
  readonly isFull: boolean;
  /** What was typed is no word of the field, and could become one's own. */
  readonly canAddOwn: boolean;
  readonly isChosen: (feeling: FieldFeeling) => boolean;
  readonly toggle: (feeling: FeelingNamed) => void;
  readonly lookAt: (quarter: Quadrant | null) => void;
  /** Puts the finger somewhere and takes the nearest mark to hand. */
  readonly touch: (point: Point) => FieldFeeling | null;
  readonly addOwn: () => void;
  /** Enter in the search: takes the word that was typed, as it is known or as one's own. */
  readonly takeTyped: () => void;
}

export interface FieldPorts {
  readonly content: FeelingsContent;
  readonly chosen: readonly FeelingNamed[];
  readonly countMax: number;
  readonly onChange: (chosen: readonly FeelingNamed[]) => void;
}

export const knownFeeling = (feeling: FieldFeeling): FeelingNamed => ({ type: 'known', id: feeling.id });

export function useField({ content, chosen, countMax, onChange }: FieldPorts): Field {
  const quarter = useSignal<Quadrant | null>(null);
  const finger = useSignal<Point | null>(null);
  const current = useSignal<string | null>(null);
  const typed = useSignal('');

  const all = content.feelings;
  const inView = quarter.value === null ? all : all.filter((feeling) => pointToQuadrant(feeling) === quarter.value);
  const chosenKeys = new Set(chosen.map(feelingKey));
  const isFull = chosen.length >= countMax;
  const near =
    finger.value === null
      ? everydayIds.flatMap((id) => all.find((feeling) => feeling.id === id) ?? [])
      : nearest(inView, finger.value, quarter.value === null ? nearCount : nearCountInQuarter);
  const isSearching = typed.value.trim() !== '';
  const found = findFeelings(all, typed.value, foundCount);

  const toggle = (feeling: FeelingNamed): void => {
    const key = feelingKey(feeling);
    current.value = feeling.type === 'known' ? feeling.id : null;
    if (chosenKeys.has(key)) onChange(chosen.filter((other) => feelingKey(other) !== key));
    else if (!isFull) onChange([...chosen, feeling]);
  };
  const addOwn = (): void => {
    const words = typed.value.trim().replace(/\s+/g, ' ');
    if (words === '' || isFull) return;
    const own: FeelingNamed = { type: 'own', words };
    if (!chosenKeys.has(feelingKey(own))) onChange([...chosen, own]);
    typed.value = '';
  };
  return {
    quarter,
    finger,
    current,
    typed,
    view: quarter.value === null ? wholeView : quadrantToView(quarter.value),
    inView,
    near,
    isSearching,
    offered: isSearching ? found : near,
    tabStop: inView.find((feeling) => feeling.id === current.value) ?? near[0] ?? inView[0] ?? null,
    atHand: all.find((feeling) => feeling.id === current.value) ?? null,
    isFull,
    canAddOwn: isSearching && !isFull && !isKnownWord(all, typed.value),
    isChosen: ({ id }) => chosenKeys.has(id),
    toggle,
    lookAt: (wanted) => {
      quarter.value = wanted;
      typed.value = '';
      if (wanted === null) return;
      const { left, right, bottom, top } = quadrantToView(wanted);
      finger.value = { pleasantness: (left + right) / 2, energy: (bottom + top) / 2 };
      current.value = null;
    },
    touch: (point) => {
      const first = nearest(inView, point, 1)[0] ?? null;
      finger.value = point;
      typed.value = '';
      current.value = first?.id ?? null;
      return first;
    },
    addOwn,
    takeTyped: () => {
      const first = found[0];
      if (first === undefined || !isKnownWord([first], typed.value)) return addOwn();
      if (!chosenKeys.has(first.id)) toggle(knownFeeling(first));
      typed.value = '';
    },
  };
}
