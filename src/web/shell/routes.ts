/** The screens of the shell. Today is part of the first load; the rest comes when needed, those of practices with them. */
import { Screen as TodayScreen } from '../today/today-screen.tsx';
import type { PracticeScreens } from './practice-screens.ts';
import type { PlaceKey, RouteDefinition } from './router.ts';

export const shellRoutes: readonly RouteDefinition[] = [
  { path: '/', place: 'today', load: async () => ({ Screen: TodayScreen }) },
  { path: '/practices', load: () => import('../today/practices-screen.tsx') },
  { path: '/practices/:key', load: () => import('../today/practices-screen.tsx') },
  { path: '/us', load: () => import('../us/us-screen.tsx') },
  { path: '/us/leave', load: () => import('../us/leave-screen.tsx') },
  { path: '/me/kept/:space', load: () => import('../us/kept-screen.tsx') },
  { path: '/us/devices', load: () => import('../us/devices-screen.tsx') },
  { path: '/us/invite', isGuided: true, load: () => import('../pairing/partner-screen.tsx') },
  { path: '/us/invite/:how', isGuided: true, load: () => import('../pairing/partner-screen.tsx') },
  { path: '/join', isGuided: true, load: () => import('../pairing/join-screen.tsx') },
  { path: '/me', load: () => import('../me/me-screen.tsx') },
  { path: '/me/devices', load: () => import('../me/devices-screen.tsx') },
  { path: '/me/devices/written', load: () => import('../me/written-screen.tsx') },
  { path: '/me/devices/add', isGuided: true, load: () => import('../pairing/own-device-screen.tsx') },
  { path: '/me/phrase', isGuided: true, load: () => import('../me/phrase-screen.tsx') },
  { path: '/me/lock', load: () => import('../lock/lock-settings-screen.tsx') },
  { path: '/me/backup', load: () => import('../me/backup-screen.tsx') },
  { path: '/restore', isGuided: true, load: () => import('../me/restore-screen.tsx') },
  { path: '/settings', place: 'me', load: () => import('../settings/settings-screen.tsx') },
  { path: '/settings/export', place: 'me', load: () => import('../settings/export-screen.tsx') },
  { path: '/settings/erase', place: 'me', isGuided: true, load: () => import('../settings/erase-screen.tsx') },
  { path: '/server', place: 'me', load: () => import('../server-sees/server-screen.tsx') },
  { path: '/about', place: 'me', load: () => import('../settings/about-screen.tsx') },
];

export const routesOf = (practices: readonly PracticeScreens[]): readonly RouteDefinition[] =>
  practices.flatMap((practice) => practice.routes);

export function placeOf(route: RouteDefinition): PlaceKey {
  if (route.place !== undefined) return route.place;
  if (route.path.startsWith('/us')) return 'us';
  return route.path.startsWith('/me') ? 'me' : 'practices';
}
