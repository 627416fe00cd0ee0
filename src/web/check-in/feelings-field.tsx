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
import { useId } from 'preact/hooks';
import { type FeelingNamed, feelingKey } from '#core';
import { limits } from '#kernel';
import { FeelingChip } from './feeling-parts.tsx';
import { type FeelingsContent, feelingToFace, wordToLabel } from './feelings.ts';
import { FeelingsMap } from './feelings-map.tsx';
import { findFeelings } from './feelings-search.ts';
import type { FieldWords } from './field-words.ts';
import { type Field, knownFeeling, useField } from './use-field.ts';

export interface FeelingsFieldProps {
  readonly content: FeelingsContent;
  readonly words: FieldWords;
  readonly chosen: readonly FeelingNamed[];
  readonly countMax: number;
  readonly onChange: (chosen: readonly FeelingNamed[]) => void;
}

export function FeelingsField(props: FeelingsFieldProps) {
  const { content, words, chosen, countMax } = props;
  const field = useField(props);
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
                onPress={() => field.toggle(feeling)}
                onLook={() => {
                  field.current.value = feeling.type === 'known' ? feeling.id : null;
                }}
              />
            );
          })}
        </div>
        <FeelingsMap field={field} content={content} words={words} />
        <div class="feelings-words">
          <Meaning field={field} content={content} words={words} />
          <Offered field={field} content={content} words={words} />
          {field.isFull && <p class="note">{words.full(countMax)}</p>}
          <Search field={field} content={content} words={words} />
        </div>
      </div>
    </div>
  );
}

interface PartProps {
  readonly field: Field;
  readonly content: FeelingsContent;
  readonly words: FieldWords;
}

/** The definition of the mark at hand, seen and said; before any touch, what to do. */
function Meaning({ field, content, words }: PartProps) {
  const { atHand } = field;
  const quarter = content.quadrants.find(({ id }) => id === field.quarter.value);
  return (
    <p class="feelings-meaning" aria-live="polite">
      {atHand === null ? (
        <span class="soft">{quarter?.definition ?? words.touch}</span>
      ) : (
        <>
          <strong>{wordToLabel(atHand.word)}.</strong> {atHand.definition}
        </>
      )}
    </p>
  );
}

function Offered({ field, content, words }: PartProps) {
  const id = useId();
  const hasMeanings = useSignal(false);
  const { isSearching, offered } = field;
  const title = isSearching ? words.found : field.finger.value === null ? words.often : words.near;
  return (
    <>
      <div class="row-apart">
        <h2 id={id}>{title}</h2>
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
      <div class="feelings-offered" role="group" aria-labelledby={id} data-meanings={hasMeanings.value}>
        {offered.map((feeling) => (
          <FeelingChip
            key={feeling.id}
            face={feelingToFace(knownFeeling(feeling), content)}
            isChosen={field.isChosen(feeling)}
            isDisabled={field.isFull && !field.isChosen(feeling)}
            meaning={hasMeanings.value ? feeling.definition : null}
            onPress={() => field.toggle(knownFeeling(feeling))}
            onLook={() => {
              field.current.value = feeling.id;
            }}
          />
        ))}
        {isSearching && offered.length === 0 && <p class="note">{words.nothingFound}</p>}
        {field.canAddOwn && (
          <button type="button" class="chip" onClick={field.addOwn}>
            {words.addOwn(field.typed.value.trim())}
          </button>
        )}
      </div>
    </>
  );
}

function Search({ field, content, words }: PartProps) {
  return (
    <label class="feelings-search">
      <span class="note">{words.search}</span>
      <input
        type="text"
        value={field.typed.value}
        maxLength={limits.nameCharsMax}
        placeholder={words.searchHint}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="done"
        onInput={(event) => {
          field.typed.value = event.currentTarget.value;
          field.current.value = findFeelings(content.feelings, field.typed.value, 1)[0]?.id ?? null;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          field.takeTyped();
        }}
      />
    </label>
  );
}
