import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Door } from '../accounts/Door';
import { MenuIcon } from '../design/icons';
import { Navigation } from './Navigation';
import { Reach } from './Reach';
import classes from './Shell.module.css';

function Brand() {
  return (
    <Link to="/" className={classes['brand']}>
      <img src="/mark.svg" alt="" width="30" height="30" />
      Hearken
    </Link>
  );
}

/** What surrounds every page: the way to the others, and whether the server is there. */
export function Shell() {
  const [opened, drawer] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const close = drawer.close;
  useEffect(close, [pathname, close]);
  return (
    <div className={classes['shell']}>
      <a
        className={classes['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <header className={classes['top']}>
        <Brand />
        <UnstyledButton className={classes['burger']} onClick={drawer.open} aria-label="Menu">
          <MenuIcon size={24} />
        </UnstyledButton>
      </header>
      <aside className={classes['rail']}>
        <Brand />
        <Navigation />
      </aside>
      <Drawer opened={opened} onClose={drawer.close} title="Menu" size="17rem" padding="lg">
        <Navigation />
      </Drawer>
      <div className={classes['body']}>
        <Reach />
        <main id="main" ref={main} tabIndex={-1} className={classes['main']}>
          <Door>
            <Outlet />
          </Door>
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}
