/** Khabar. */
@NullMarked
package org.khabar.deploy;

import org.jspecify.annotations.NullMarked;
