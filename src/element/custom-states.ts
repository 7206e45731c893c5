/**
 * Shows a host's style sheet what an element is in, as `:state(name)`. Does nothing where the browser has no custom
 * states, or knows them only by their old names (`:--name`).
 */
export function showStates(internals: ElementInternals | undefined, states: Readonly<Record<string, boolean>>): void {
  for (const [name, isOn] of Object.entries(states)) {
    try {
      internals?.states[isOn ? 'add' : 'delete'](name);
    } catch {
      return;
    }
  }
}
