@NullMarked
package org.khabar.entity.ruling;

import org.jspecify.annotations.NullMarked;
