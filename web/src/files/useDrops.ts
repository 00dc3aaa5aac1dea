import { useEffect, useEffectEvent, useState } from 'react';

/** Takes what is dropped anywhere on the page; tells whether something hangs above it. */
export function useDrops(onDrop: (transfer: DataTransfer) => void): boolean {
  const [depth, setDepth] = useState(0);
  const take = useEffectEvent(onDrop);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener('dragenter', () => setDepth((now) => now + 1), { signal });
    document.addEventListener('dragleave', () => setDepth((now) => Math.max(0, now - 1)), { signal });
    document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setDepth(0);
        if (event.dataTransfer) {
          take(event.dataTransfer);
        }
      },
      { signal },
    );
    return () => controller.abort();
  }, []);
  return depth > 0;
}
