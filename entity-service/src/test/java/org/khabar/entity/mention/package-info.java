@NullMarked
package org.khabar.entity.mention;

import org.jspecify.annotations.NullMarked;
