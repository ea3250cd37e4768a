/** The command line of replays: a program of its own that talks to the console's API. */
@NullMarked
package studio.avatar.console.cli;

import org.jspecify.annotations.NullMarked;
