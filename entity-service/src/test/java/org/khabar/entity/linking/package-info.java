@NullMarked
package org.khabar.entity.linking;

import org.jspecify.annotations.NullMarked;
