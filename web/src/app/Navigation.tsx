import type { ComponentType } from 'react';
import { NavLink, useParams } from 'react-router';
import {
  DashboardIcon,
  DataIcon,
  ListenIcon,
  ModelsIcon,
  PhraseIcon,
  PredictIcon,
  ProjectsIcon,
  SettingsIcon,
  TrainIcon,
} from '../design/icons';
import { ColorScheme } from './ColorScheme';
import classes from './Navigation.module.css';

type Place = { to: string; name: string; icon: ComponentType };

const EVERYWHERE: Place[] = [
  { to: '/', name: 'Projects', icon: ProjectsIcon },
  { to: '/phrase', name: 'Phrase', icon: PhraseIcon },
  { to: '/settings', name: 'Settings', icon: SettingsIcon },
];

const IN_A_PROJECT: Place[] = [
  { to: 'listen', name: 'Listen', icon: ListenIcon },
  { to: 'predict', name: 'Predict', icon: PredictIcon },
  { to: 'data', name: 'Data', icon: DataIcon },
  { to: 'train', name: 'Train', icon: TrainIcon },
  { to: 'models', name: 'Models', icon: ModelsIcon },
  { to: 'dashboard', name: 'Dashboard', icon: DashboardIcon },
];

function Places({ places }: { places: Place[] }) {
  return (
    <ul className={classes['places']}>
      {places.map(({ to, name, icon: Icon }) => (
        <li key={to}>
          <NavLink to={to} end={to === '/'} className={classes['place'] ?? ''}>
            <Icon />
            {name}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** The ways to all pages: those of the project one is in, and the others. */
export function Navigation() {
  const { project } = useParams();
  return (
    <nav className={classes['navigation']} aria-label="Pages">
      {project && (
        <div>
          <p className={classes['heading']}>{project}</p>
          <Places places={IN_A_PROJECT.map((place) => ({ ...place, to: `/projects/${project}/${place.to}` }))} />
        </div>
      )}
      <div>
        {project && <p className={classes['heading']}>Hearken</p>}
        <Places places={EVERYWHERE} />
      </div>
      <div className={classes['foot']}>
        <a href="/swagger-ui.html">API</a>
        <ColorScheme />
      </div>
    </nav>
  );
}
