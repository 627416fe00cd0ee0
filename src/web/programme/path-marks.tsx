/**
 * The whole path at a glance: six quiet marks on a thread. The one where I am is filled, and the title above names it;
 * what lies behind looks like what lies ahead, and each can be read.
 */
import { type PathStage, pathStages } from '#core';
import { useMessages } from '../shell/app.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import './programme.css';

interface PathMarksProps {
  /** Where I am; null: on no path. */
  readonly at: PathStage | null;
  /** The step that is being read. */
  readonly reading?: PathStage;
}

export function PathMarks({ at, reading }: PathMarksProps) {
  const m = useMessages(en);
  const { stages } = useMessages(cardEn);
  return (
    <nav aria-label={m.marks}>
      <ol class="path-marks">
        {pathStages
          .filter((stage) => stage !== 'rhythm')
          .map((stage) => (
            <li key={stage}>
              <a
                href={`/programme/step/${stage}`}
                title={stages[stage]}
                aria-current={stage === at ? 'step' : stage === reading ? 'page' : undefined}
              >
                <span class="unseen">{stages[stage]}</span>
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
