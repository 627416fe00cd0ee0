/**
 * The card to print: twelve words in large type and what they are for. It names neither the app nor a person; the
 * address of the app is printed only if that is wished. The title of the page is neutral too, because browsers print it.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useMessages } from '../shell/app.ts';
import { Button, Choice, Note, Steps } from '../shell/parts/index.ts';
import { meEn } from './messages.ts';

export interface CardStepProps {
  readonly words: readonly string[];
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function CardStep({ words, onBack, onClose }: CardStepProps) {
  const { phrase } = useMessages(meEn);
  const m = phrase.card;
  const where = useSignal<'none' | 'address'>('none');
  useEffect(() => {
    const before = document.title;
    document.title = m.title;
    return () => {
      document.title = before;
    };
  }, [m]);
  return (
    <Steps
      title={m.title}
      place={phrase.place}
      lead={m.lead}
      onBack={onBack}
      onClose={onClose}
      action={
        <>
          <Note icon="info">
            <p>{m.printer}</p>
          </Note>
          <Choice
            label={m.where}
            value={where.value}
            options={(['none', 'address'] as const).map((value) => ({ value, label: m.wheres[value] }))}
            onChange={(value) => (where.value = value)}
          />
          <p class="note">{m.whereHint}</p>
          <Button onPress={() => window.print()}>{m.now}</Button>
        </>
      }
    >
      <section class="card">
        <ol class="twelve-words ltr" lang="en">
          {words.map((word, index) => (
            <li key={`${index} ${word}`}>{word}</li>
          ))}
        </ol>
      </section>
      {where.value === 'address' && <p class="ltr">{location.origin}</p>}
    </Steps>
  );
}
