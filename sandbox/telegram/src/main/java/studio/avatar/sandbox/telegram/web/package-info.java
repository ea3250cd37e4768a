/**
 * The web chat and its small JSON interface, and the control interface for other
 * processes.
 */
@NullMarked
package studio.avatar.sandbox.telegram.web;

import org.jspecify.annotations.NullMarked;
