/** What every page has in common: its frame, its times, and errors said in words. */
@NullMarked
package studio.avatar.console.page;

import org.jspecify.annotations.NullMarked;
