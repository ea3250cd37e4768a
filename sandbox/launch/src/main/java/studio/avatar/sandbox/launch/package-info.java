/**
 * One command that runs everything on one machine, with nothing but a JDK.
 */
@NullMarked
package studio.avatar.sandbox.launch;

import org.jspecify.annotations.NullMarked;
