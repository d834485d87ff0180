/** Khabar. */
@NullMarked
package org.khabar.gateway;

import org.jspecify.annotations.NullMarked;
