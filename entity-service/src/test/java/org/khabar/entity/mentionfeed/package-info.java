@NullMarked
package org.khabar.entity.mentionfeed;

import org.jspecify.annotations.NullMarked;
