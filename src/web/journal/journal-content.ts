/** Questions to begin with. A module of its own, so that the first load does not carry it. */
import content from '#content/journal/en.json' with { type: 'json' };

export const prompts: readonly { readonly id: string; readonly text: string }[] = content.prompts;
