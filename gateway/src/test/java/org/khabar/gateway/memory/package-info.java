/** Tests of the budget of memory. */
@NullMarked
package org.khabar.gateway.memory;

import org.jspecify.annotations.NullMarked;
