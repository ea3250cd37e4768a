/**
 * How everything is: instances, lag, rates, jobs, troubles and spend, at one glance.
 */
@NullMarked
package studio.avatar.console.overview;

import org.jspecify.annotations.NullMarked;
