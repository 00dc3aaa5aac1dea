import type { ReactNode } from 'react';

/** 20 x 20 line drawings, as wide as their text is high; what they mean stands beside them in words. */
function icon(drawing: ReactNode) {
  return function Icon({ size = 20 }: { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {drawing}
      </svg>
    );
  };
}

export const ListenIcon = icon(
  <>
    <rect x="7.2" y="2.5" width="5.6" height="9.5" rx="2.8" />
    <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
  </>,
);
export const PredictIcon = icon(<path d="M2.5 10h1M5.5 7v6M8.5 4v12M11.5 6.5v7M14.5 8.5v3M17.5 10h.01" />);
export const DataIcon = icon(
  <>
    <rect x="3" y="3" width="5.8" height="5.8" rx="1.4" />
    <rect x="11.2" y="3" width="5.8" height="5.8" rx="1.4" />
    <rect x="3" y="11.2" width="5.8" height="5.8" rx="1.4" />
    <rect x="11.2" y="11.2" width="5.8" height="5.8" rx="1.4" />
  </>,
);
export const TrainIcon = icon(<path d="M3 3v14h14M6 13c2-6.5 4-2 5.5-4.5S14 5 16.5 5" />);
export const ModelsIcon = icon(<path d="M10 2.5 17 6.2 10 10 3 6.2 10 2.5ZM3 10l7 3.8 7-3.8M3 13.8l7 3.7 7-3.7" />);
export const DashboardIcon = icon(<path d="M3.2 14.5a7.5 7.5 0 1 1 13.6 0M10 12.5l3.5-4.5M10 12.5h.01" />);
export const ProjectsIcon = icon(
  <path d="M2.5 6.2c0-1 .8-1.7 1.7-1.7h3.3l1.8 2h6.5c1 0 1.7.8 1.7 1.7v6c0 1-.8 1.8-1.7 1.8H4.2c-1 0-1.7-.8-1.7-1.8v-8Z" />,
);
export const PhraseIcon = icon(<path d="M3 4.5h14v9H9.5L6 16.8v-3.3H3v-9ZM6.5 8h7M6.5 10.5h4" />);
export const SettingsIcon = icon(<path d="M3 6h7M14.5 6H17M3 14h2.5M10 14h7M12.2 3.8v4.4M7.8 11.8v4.4" />);
export const MenuIcon = icon(<path d="M3 6h14M3 10h14M3 14h14" />);
export const SunIcon = icon(
  <>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M15.5 4.5l-1.1 1.1M5.6 14.4l-1.1 1.1" />
  </>,
);
export const MoonIcon = icon(<path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" />);
export const DownloadIcon = icon(<path d="M10 3v9.5M6.2 9 10 12.8 13.8 9M3.5 16.5h13" />);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const PlayIcon = icon(<path d="M6.5 4v12l9-6-9-6Z" />);
export const PauseIcon = icon(<path d="M7 4.5v11M13 4.5v11" />);
export const StopIcon = icon(<rect x="5" y="5" width="10" height="10" rx="1.5" />);
export const CrossIcon = icon(<path d="M5 5l10 10M15 5 5 15" />);
export const CheckIcon = icon(<path d="m4 10.5 4 4 8-9" />);
export const ArrowIcon = icon(<path d="M4 10h12M11 5l5 5-5 5" />);
