/** The frame of pages, errors and the API's description. */
@NullMarked
package studio.avatar.console.page;

import org.jspecify.annotations.NullMarked;
