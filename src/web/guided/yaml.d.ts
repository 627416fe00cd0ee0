/** Pack files, as the build hands them over (vite.config.ts). */
declare module '*.yaml' {
  export const pack: {
    readonly pack: string;
    readonly language: string;
    readonly name: string;
    readonly by: string;
    readonly licence: string;
    /** Each read by `readScript`. */
    readonly practices: readonly import('#kernel').Json[];
  };
}

declare module '*.yaml?list' {
  export const pack: {
    readonly pack: string;
    readonly name: string;
    readonly by: string;
    readonly practices: readonly Pick<
      import('#core').Script,
      'key' | 'skill' | 'name' | 'line' | 'minutes' | 'people' | 'level'
    >[];
  };
}
