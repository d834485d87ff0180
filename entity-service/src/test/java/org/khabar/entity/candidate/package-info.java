@NullMarked
package org.khabar.entity.candidate;

import org.jspecify.annotations.NullMarked;
