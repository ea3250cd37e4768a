/** How patterns become what people read. */
@NullMarked
package studio.avatar.common.text;

import org.jspecify.annotations.NullMarked;
