@NullMarked
package org.khabar.entity.text;

import org.jspecify.annotations.NullMarked;
