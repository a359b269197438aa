/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures from outside how long a program takes to its first real frame, and prints milliseconds: starts the command,
 * waits until a window is on the display and until what it shows is more than one colour. Then ends the command.
 *
 *   bench-start COMMAND ... */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define LEAST_SIDE 200
#define PATIENCE (20 * G_USEC_PER_SEC)
/* So many of each thousand pixels differ from the first one when a frame is real. */
#define CONTENT 30

/* Windows may go while they are looked at. */
static int
ignore_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static gboolean
has_content (Display *display, Window window, const XWindowAttributes *size)
{
  guint other = 0, all = 0;
  XImage *image = XGetImage (display, window, 0, 0, (guint)size->width, (guint)size->height,
                             AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  gulong first = XGetPixel (image, size->width / 2, size->height / 2);
  for (int y = 0; y < size->height; y += 3)
    for (int x = 0; x < size->width; x += 3, all++)
      other += XGetPixel (image, x, y) != first ? 1 : 0;
  XDestroyImage (image);
  return other * 1000 >= all * CONTENT;
}

/* Whether some window on the display shows a frame. */
static gboolean
is_shown (Display *display)
{
  Window root, parent, *windows = NULL;
  guint n = 0;
  gboolean shown = FALSE;
  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &windows, &n))
    return FALSE;
  for (guint i = 0; i < n && !shown; i++)
    {
      XWindowAttributes size;
      shown = XGetWindowAttributes (display, windows[i], &size) && size.map_state == IsViewable &&
              size.width >= LEAST_SIDE && size.height >= LEAST_SIDE &&
              has_content (display, windows[i], &size);
    }
  if (windows != NULL)
    XFree (windows);
  return shown;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  if (argc < 2 || display == NULL)
    {
      fprintf (stderr, "usage: %s COMMAND ..., on a display without other windows\n", argv[0]);
      return 2;
    }
  XSetErrorHandler (ignore_cb);
  gint64 start = g_get_monotonic_time ();
  pid_t child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  gboolean shown = FALSE;
  while (!shown && g_get_monotonic_time () - start < PATIENCE &&
         waitpid (child, NULL, WNOHANG) == 0)
    {
      shown = is_shown (display);
      g_usleep (1000);
    }
  double result = (g_get_monotonic_time () - start) / 1e3;
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  if (!shown)
    {
      fprintf (stderr, "%s showed nothing\n", argv[1]);
      return 1;
    }
  printf ("%.6g\n", result);
  return 0;
}
