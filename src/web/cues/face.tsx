/** A drawn face. Said aloud as what can be seen in it; without a label it is an ornament. */
import { moves, still, unitsByFace } from './cues-content.ts';
import { faceBox, faceToPaths } from './face-paths.ts';
import { unitsToWords } from './face-words.ts';

interface FaceProps {
  /** Id of a face of the content. */
  readonly face: string;
  readonly size: 'large' | 'small';
  readonly label: ((seen: string) => string) | null;
}

export function Face({ face, size, label }: FaceProps) {
  const units = unitsByFace.get(face) ?? {};
  const { lines, irises, mouth } = faceToPaths(units);
  const words = label === null ? undefined : label(unitsToWords(units, moves, still).join(', '));
  return (
    <svg
      class="face"
      data-size={size}
      viewBox={`${faceBox.x} ${faceBox.y} ${faceBox.width} ${faceBox.height}`}
      role={words === undefined ? undefined : 'img'}
      aria-label={words}
      aria-hidden={words === undefined || undefined}
    >
      {mouth !== null && <path class="face-mouth" d={mouth} />}
      <path d={lines.join('')} />
      <path class="face-iris" d={irises.join('')} />
    </svg>
  );
}
