@NullMarked
package studio.avatar.common.operating;

import org.jspecify.annotations.NullMarked;
