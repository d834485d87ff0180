/** Benchmarks of the data path. */
@NullMarked
package org.khabar.gateway.execute;

import org.jspecify.annotations.NullMarked;
