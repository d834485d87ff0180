@NullMarked
package org.khabar.entity.catalogue;

import org.jspecify.annotations.NullMarked;
