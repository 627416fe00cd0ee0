/** How an answer landed, in the voice of the one who says so. */
import type { EmpathyAnswer } from '#core';
import { useMessages } from '../shell/app.ts';
import { en } from './messages.ts';

export function LandedWords({ landed }: { readonly landed: NonNullable<EmpathyAnswer['landed']> }) {
  const m = useMessages(en).land;
  return (
    <>
      <p>{m.said[landed.landing]}</p>
      {landed.words !== '' && <p dir="auto">{landed.words}</p>}
    </>
  );
}
