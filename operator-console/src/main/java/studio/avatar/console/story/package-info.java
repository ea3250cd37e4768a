/** One message followed through all services: who said what to whom, and when. */
@NullMarked
package studio.avatar.console.story;

import org.jspecify.annotations.NullMarked;
