/**
 * Writing many rows in one statement. Knows no feature.
 */
@NullMarked
package org.khabar.entity.bulk;

import org.jspecify.annotations.NullMarked;
