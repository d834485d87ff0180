@NullMarked
package org.khabar.entity.editing;

import org.jspecify.annotations.NullMarked;
