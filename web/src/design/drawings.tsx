import type { ReactNode } from 'react';

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      width="132"
      height="72"
      viewBox="0 0 132 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A sound that has not been made yet. */
export function EmptyDrawing() {
  return (
    <Drawing>
      <path d="M6 36h14M112 36h14" />
      <path d="M28 32v8M40 26v20M52 18v36M64 10v52M76 20v32M88 28v16M100 33v6" strokeDasharray="1 6" />
      <circle cx="64" cy="36" r="4" fill="var(--accent)" stroke="none" />
    </Drawing>
  );
}

/** A sound that breaks off. */
export function FailureDrawing() {
  return (
    <Drawing>
      <path d="M6 36h8M22 30v12M32 22v28M42 12v48M52 26v20" />
      <path d="m62 20-8 16 12 4-8 16" stroke="var(--accent)" />
      <path d="M74 34v4M86 35v2M98 36h.01M110 36h.01M122 36h.01" />
    </Drawing>
  );
}

/** A line that is cut. */
export function OfflineDrawing() {
  return (
    <Drawing>
      <path d="M6 36h34a8 8 0 0 1 8 8v2M126 36H92a8 8 0 0 0-8 8v2" />
      <path d="M44 46h8v10h-8zM80 46h8v10h-8z" />
      <path d="M58 20l4 6M74 20l-4 6M66 16v8" stroke="var(--accent)" />
    </Drawing>
  );
}
