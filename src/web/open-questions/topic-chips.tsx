/** Where something belongs on a map. */
import { type QuestionTopic, questionTopics } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useMessages } from '../shell/app.ts';
import { Chip, Chips } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { topicWord } from './questions-content.ts';

interface TopicChipsProps {
  readonly value: QuestionTopic;
  readonly onChange: (topic: QuestionTopic) => void;
}

export function TopicChips({ value, onChange }: TopicChipsProps) {
  const m = useMessages(en).note;
  return (
    <div class="stack">
      <h2>{m.topic}</h2>
      <Chips label={m.topic}>
        {questionTopics.map((topic) => (
          <Chip key={topic} isOn={topic === value} onToggle={() => onChange(topic)}>
            {wordToLabel(topicWord(topic))}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
