/** A native modal dialog: focus stays inside, Escape and the space around it close it, focus returns. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { en } from '../../messages/en.ts';
import { useMessages } from '../app.ts';
import { IconButton } from './button.tsx';
import { ExitButton } from './exit-button.tsx';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Sheet(props: SheetProps) {
  const m = useMessages(en);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is painted: an emptied dialog that is still open would take every press.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (props.isOpen && !element.open) element.showModal();
    if (!props.isOpen && element.open) element.close();
  }, [props.isOpen]);
  useEffect(() => {
    const element = dialog.current;
    // A press beside the sheet lands on the dialog itself; keyboards have Escape, which the browser handles.
    const closeOutside = (event: MouseEvent) => event.target === element && element?.close();
    element?.addEventListener('click', closeOutside);
    return () => element?.removeEventListener('click', closeOutside);
  }, []);
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby={id} onClose={() => props.isOpen && props.onClose()}>
      {props.isOpen && (
        <>
          <div class="sheet-head">
            <h2 id={id}>{props.title}</h2>
            <ExitButton />
            <IconButton icon="close" label={m.close} onPress={props.onClose} />
          </div>
          <div class="stack-wide">{props.children}</div>
        </>
      )}
    </dialog>
  );
}
