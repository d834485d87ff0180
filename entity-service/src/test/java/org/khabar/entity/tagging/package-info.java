@NullMarked
package org.khabar.entity.tagging;

import org.jspecify.annotations.NullMarked;
