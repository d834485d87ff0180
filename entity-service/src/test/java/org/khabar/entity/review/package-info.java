@NullMarked
package org.khabar.entity.review;

import org.jspecify.annotations.NullMarked;
