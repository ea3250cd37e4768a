/** The command line against a console that stands in for the real one. */
@NullMarked
package studio.avatar.console.cli;

import org.jspecify.annotations.NullMarked;
