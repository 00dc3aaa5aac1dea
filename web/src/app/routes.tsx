import { Navigate, type RouteObject } from 'react-router';
import { Loading } from '../design/States';
import { Lost, RouteFailure } from './RouteFailure';
import { Shell } from './Shell';

/**
 * Every page, each loaded when it is first opened; its module exports it as `Component`. The server's `WebApp` knows the first words of
 * these addresses, so that a reload of any of them gives this app again.
 */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        // Inside the shell, so that a page that fails leaves the way to the others.
        errorElement: <RouteFailure />,
        children: [
          { index: true, lazy: () => import('../projects/ProjectsPage') },
          { path: 'phrase', lazy: () => import('../phrases/PhrasePage') },
          { path: 'settings', lazy: () => import('../accounts/SettingsPage') },
          {
            path: 'projects/:project',
            lazy: () => import('../projects/ProjectFrame'),
            children: [
              { index: true, element: <Navigate to="listen" replace /> },
              { path: 'listen', lazy: () => import('../streams/ListenPage') },
              { path: 'predict', lazy: () => import('../recognition/PredictPage') },
              { path: 'data', lazy: () => import('../clips/DataPage') },
              { path: 'train', lazy: () => import('../runs/TrainPage') },
              { path: 'models', lazy: () => import('../models/ModelsPage') },
              { path: 'dashboard', lazy: () => import('../monitoring/DashboardPage') },
            ],
          },
          { path: '*', element: <Lost /> },
        ],
      },
    ],
  },
];
