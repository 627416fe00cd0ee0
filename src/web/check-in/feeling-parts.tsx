/** The faces of one feeling: a chip to press, a tag to read, a mark on the field. Each by shape, colour and word. */
import { Icon, type Quarter, Shape } from '../shell/parts/index.ts';
import { type FeelingFace, type FieldFeeling, wordToLabel } from './feelings.ts';
import { pointToQuadrant, type Quadrant } from './field-geometry.ts';

/** The colour and the shape of a quarter, by the names that the house gives them. */
export const quadrantToQuarter: { readonly [quadrant in Quadrant]: Quarter } = {
  'stirred-up': 'stirred',
  'lit-up': 'lit',
  'weighed-down': 'weighed',
  'at-ease': 'ease',
};

/** A word of one's own has no place on the field, and so no colour. */
function FaceMark({ face }: { readonly face: FeelingFace }) {
  return face.quadrant === null ? <Icon name="edit" /> : <Shape quarter={quadrantToQuarter[face.quadrant]} />;
}

const faceToClass = ({ quadrant }: FeelingFace): string => (quadrant === null ? 'calm' : quadrantToQuarter[quadrant]);

interface FeelingChipProps {
  readonly face: FeelingFace;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  /** Shown beside the word; null: the word alone. */
  readonly meaning?: string | null;
  /** Said in place of the word, where pressing takes away. */
  readonly label?: string;
  readonly onPress: () => void;
  readonly onLook?: () => void;
}

export function FeelingChip({ face, isChosen, isDisabled = false, meaning, label, onPress, onLook }: FeelingChipProps) {
  return (
    <div class="feelings-chip">
      <button
        type="button"
        class={`chip ${faceToClass(face)}`}
        aria-pressed={isChosen}
        aria-label={label}
        disabled={isDisabled}
        onClick={onPress}
        onFocus={onLook}
      >
        <FaceMark face={face} />
        <span>{wordToLabel(face.word)}</span>
      </button>
      {meaning && <span class="note">{meaning}</span>}
    </div>
  );
}

/** A feeling where nothing can be chosen: in a list, in what the other one shared. */
export function FeelingTag({ face }: { readonly face: FeelingFace }) {
  return (
    <span class={`feeling-tag ${faceToClass(face)}`}>
      <FaceMark face={face} />
      <span>{wordToLabel(face.word)}</span>
    </span>
  );
}

interface FeelingMarkProps {
  readonly feeling: FieldFeeling;
  readonly share: { readonly x: number; readonly y: number };
  readonly isChosen: boolean;
  readonly isNear: boolean;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

export function FeelingMark(props: FeelingMarkProps) {
  const { feeling, share, isChosen, isNear, isCurrent, isTabStop, onToggle, onFocus } = props;
  const quadrant = pointToQuadrant(feeling);
  return (
    <div
      class={`feelings-mark ${quadrantToQuarter[quadrant]}`}
      role="option"
      aria-selected={isChosen}
      aria-label={wordToLabel(feeling.word)}
      tabIndex={isTabStop ? 0 : -1}
      data-feeling={feeling.id}
      data-near={isNear}
      data-current={isCurrent}
      data-side={share.x > 0.5 ? 'end' : 'start'}
      style={{ insetInlineStart: `${share.x * 100}%`, insetBlockStart: `${share.y * 100}%` }}
      onClick={(event) => {
        // Only a screen reader presses a mark itself: pointers pass through it to the field beneath (see the CSS).
        event.stopPropagation();
        onToggle();
      }}
      onFocus={onFocus}
    >
      <Shape quarter={quadrantToQuarter[quadrant]} />
      {isCurrent && <span class="feelings-mark-word">{wordToLabel(feeling.word)}</span>}
    </div>
  );
}
