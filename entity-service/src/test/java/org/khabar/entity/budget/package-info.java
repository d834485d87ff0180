@NullMarked
package org.khabar.entity.budget;

import org.jspecify.annotations.NullMarked;
