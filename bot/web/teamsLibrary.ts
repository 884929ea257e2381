/** The parts of Microsoft's teams-js that the tab uses. Its bundle puts them on `window`. */
export interface TeamsLibrary {
  readonly app: {
    /** Rejects when no host of Teams answers. */
    readonly initialize: () => Promise<void>;
    readonly getContext: () => Promise<TabContext>;
    /** Calls back at every change of theme. */
    readonly registerOnThemeChangeHandler: (listener: (theme: string) => void) => void;
    /** The tab can be shown. */
    readonly notifySuccess: () => unknown;
    readonly openLink: (address: string) => Promise<unknown>;
  };
  readonly authentication: { readonly getAuthToken: () => Promise<string> };
}

/** What Teams tells a tab of itself. */
export interface TabContext {
  readonly app: {
    /** `nl-nl`. */
    readonly locale: string;
    /** `default`, `dark` or `contrast`. */
    readonly theme: string;
  };
}

/** The library, which has run before this module; undefined when it could not be loaded. */
export function teamsLibrary(): TeamsLibrary | undefined {
  return (window as unknown as { readonly microsoftTeams?: TeamsLibrary }).microsoftTeams;
}
