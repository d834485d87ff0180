@NullMarked
package org.khabar.entity.exchange;

import org.jspecify.annotations.NullMarked;
