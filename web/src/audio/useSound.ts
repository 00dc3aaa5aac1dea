import { useSyncExternalStore } from 'react';
import { SharedPlayer } from './SharedPlayer';

/** One for the page: two recordings at once are none. */
const player = new SharedPlayer();

/** How a source is heard: whether it plays, how far it has come (0 where it is silent), and how to begin or pause it. */
export function useSound(source: string) {
  const share = useSyncExternalStore(player.subscribe, () => (player.get().source === source ? player.get().share : 0));
  const playing = useSyncExternalStore(player.subscribe, () => player.get().source === source && player.get().playing);
  const failed = useSyncExternalStore(player.subscribe, () => player.get().failed === source);
  return { playing, share, failed, toggle: () => player.toggle(source) };
}

/** Silence, as when what played is gone from the page. */
export const silence = (): void => player.stop();
